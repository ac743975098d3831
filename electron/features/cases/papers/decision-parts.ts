import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { Block, DownwardPaper } from '../../../documents/word/model.ts';
import { citedGrounds, decidedBy, decisionPaperTitle, measureNames, noticeKind } from '../notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperFields,
  type PaperSource,
} from '../paper-source.ts';
import { effectsOf, measureWithPeriod } from './measure-words.ts';
import { paragraph } from './parts.ts';
import { remedyOf } from './remedy.ts';

/** What the papers of a decision have in common. */

export const titleOfDecision = (source: PaperFacts): string =>
  source.paper?.title ??
  decisionPaperTitle(source.school.name, source.record, source.paper?.form ?? 'circular', itemsOf(source));

export const kindOfPaper = (source: PaperFacts): string =>
  noticeKind(source.paper?.form ?? 'circular', itemsOf(source));

export const namesOf = (source: PaperFacts): string =>
  subjectsOf(source)
    .map(({ name }) => name)
    .join('、');

/** 依据…，经校长办公会2026年11月20日研究，决定 */
export const decidingWords = (source: PaperFacts): string => {
  const decision = decisionOf(source);
  return `${citedGrounds(decision)}，${decidedBy(decision)}，决定`;
};

/** The day from which it holds, in the words of a paper. */
export const inForceSentence = (source: PaperFacts): string =>
  `本决定自${formatDay(itemsOf(source)[0]?.effectiveOn ?? decisionOf(source).decidedOn)}起生效。`;

export const effectsBlock = (source: PaperFacts, label: string): Block[] => {
  const effects = effectsOf(itemsOf(source));
  return effects === '' ? [] : [paragraph(`${label}：${effects}`)];
};

/** Head, number, signature and 版记 of an official paper of a decision. */
export const officialFrame = (
  source: PaperSource,
): Pick<DownwardPaper, 'form' | 'number' | 'letterhead' | 'draft'> => {
  const { mode, freeMm, letterFreeMm, sealMm } = source.letterhead;
  return {
    form: 'official',
    number: source.paper?.number ?? undefined,
    letterhead: { mode, freeMm, letterFreeMm, sealMm },
    draft: source.draft,
  };
};

/** 印发机关 and 印发日期 of the 版记. */
export const printedFrame = (source: PaperSource): { printedBy: string; printedOn?: string } => ({
  printedBy: source.letterhead.printedBy,
  ...(source.printedOn === undefined ? {} : { printedOn: source.printedOn }),
});

/** What a school's own form can hold of any paper of a decision. */
export const decisionFields = (source: PaperSource): PaperFields => {
  const decision = decisionOf(source);
  const items = itemsOf(source);
  return {
    文书名称: kindOfPaper(source),
    认定与处理理由: decision.reason,
    依据: decision.grounds.map(({ text }) => text).join('、'),
    决定机构: decidedBy(decision),
    措施: measureNames(items),
    措施与期间: items.map(measureWithPeriod).join('；'),
    生效日期: formatDay(items[0]?.effectiveOn ?? decision.decidedOn),
    期满日期: items.flatMap(({ endsOn }) => (endsOn === null ? [] : [formatDay(endsOn)])).join('、'),
    影响: effectsOf(items),
    救济途径: remedyOf(source),
    决定日期: formatDay(decision.decidedOn),
  };
};
