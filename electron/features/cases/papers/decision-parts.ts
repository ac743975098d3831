import { formatDay } from '../../../../shared/kernel/dates.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { paragraph } from '../../../documents/word/form-blocks.ts';
import type { Block, DownwardPaper } from '../../../documents/word/model.ts';
import type { TemplateValues } from '../../../documents/word/template/fill.ts';
import { citedGrounds, decidedBy, decisionPaperTitle, noticeKind, groundsLine } from '../notice-words.ts';
import { decisionOf, itemsOf, subjectsOf, type PaperFacts, type PaperSource } from '../paper-source.ts';
import { effectsOf, measureWithPeriod } from './measure-words.ts';
import { factsOf, proofSentence } from './heard.ts';
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

/** What fills the places that the forms of all papers of a decision have. */
export const decisionFields = (source: PaperSource): TemplateValues => {
  const decision = decisionOf(source);
  const items = itemsOf(source);
  const subjects = subjectsOf(source);
  const facts = factsOf(
    source.record,
    subjects.map(({ personId }) => personId),
  );
  return {
    标题: titleOfDecision(source),
    查明事实: `${sentence(facts)}${proofSentence(source.record)}`,
    依据: groundsLine(decision.grounds),
    处理: items.map(measureWithPeriod).join('；'),
    救济途径: remedyOf(source),
  };
};
