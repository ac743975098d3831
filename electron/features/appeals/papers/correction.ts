import { outcomeLabels } from '../../../../shared/features/appeals/kinds.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { closing, flush, paragraph, signed } from '../../../documents/word/form-blocks.ts';
import type { Block, OfficialPaper, PlainForm } from '../../../documents/word/model.ts';
import { kindWord, publicPerson } from '../words.ts';
import { decisionOf } from './decision.ts';
import { plain } from './parts.ts';
import type { AppealPaperSource } from './source.ts';

/** What stands of the former paper after the decision, without repeating the matter. */
const changesOf = (source: AppealPaperSource): string => {
  const { appeal } = source;
  const { replacements, itemIds, outcome } = decisionOf(source);
  const who = publicPerson(appeal.person);
  const whole = source.record.papers.some(
    ({ id, void: gone }) => id === source.paper.former?.paperId && gone,
  );
  if (outcome === 'annul')
    return whole
      ? '撤销该文书，其中的处理不再有效，不得再作为依据'
      : `撤销其中对${who}的处理，该处理不再有效，不得再作为依据；对其他人的处理不变`;
  const kept = new Set(replacements.map(({ itemId }) => itemId));
  const dropped = appeal.items.filter(({ itemId }) => itemIds.includes(itemId) && !kept.has(itemId));
  return [
    ...replacements.map(
      ({ before, after, endsOn }) =>
        `将其中对${who}的“${before}”变更为“${after}”${endsOn === null ? '' : `（到${formatDay(endsOn)}期满）`}`,
    ),
    ...dropped.map(({ measureName }) => `撤销其中对${who}的“${measureName}”`),
  ].join('；');
};

interface CorrectionWords {
  /** By which decision. */
  readonly basis: string;
  /** What is no longer right, and what is instead. */
  readonly changes: string;
  /** What whoever had the former paper has to do. */
  readonly demand: string;
}

/** What a 更正（撤销）通知 says. */
export const correctionWords = (source: AppealPaperSource): CorrectionWords => {
  const { appeal, texts } = source;
  const decision = decisionOf(source);
  const number = appeal.inside
    ? (appeal.papers.find(({ form }) => form === 'decision')?.number ?? '')
    : decision.number;
  const general = decision.outcome === 'annul' ? texts.correctionAnnul : texts.correctionChange;
  return {
    basis: `${appeal.organ}${formatDay(decision.decidedOn)}作出的${kindWord(appeal)}决定${number === '' ? '' : `（${number}）`}`,
    changes: changesOf(source),
    demand: appeal.person.kind === 'pupil' ? texts.correctionPupil : general,
  };
};

/** 更正（撤销）通知: to everybody whom the former paper had reached. Of a pupil no name stands in it. */
export const correctionPaper = (source: AppealPaperSource): OfficialPaper | PlainForm => {
  const { appeal, school, paper, letterhead } = source;
  const decision = decisionOf(source);
  const { former } = paper;
  if (!former) throw new AppError('not-found', '没有需要更正的文书。');
  const { basis, changes, demand } = correctionWords(source);
  const blocks: Block[] = [
    paragraph(
      `根据${basis}，现对${former.number}作如下${decision.outcome === 'annul' ? '处理' : '更正'}：${changes}。${decision.outcome === 'annul' ? '' : `${former.number}与本通知不一致的，以本通知为准。`}`,
    ),
    closing(demand),
  ];
  if (appeal.person.kind === 'pupil')
    return plain(source, `${outcomeLabels[decision.outcome]}通知`, [
      flush(`${former.reached.join('、')}：`),
      ...blocks,
      ...signed(school.name, paper.datedOn),
    ]);
  const { mode, freeMm, letterFreeMm, sealMm } = letterhead;
  return {
    form: 'official',
    issuer: letterhead.mark,
    number: paper.number ?? undefined,
    title: `${school.name}${paper.title}`,
    titleWords: [school.name, former.number],
    addressee: former.reached.join('、'),
    body: blocks,
    signature: { issuer: school.name, day: paper.datedOn },
    sealed: true,
    letterhead: { mode, freeMm, letterFreeMm, sealMm },
    printedBy: letterhead.printedBy,
    ...(source.printedOn === undefined ? {} : { printedOn: source.printedOn }),
    draft: source.draft,
    properties: { title: paper.title, author: school.name, createdAt: decision.decided.at },
  };
};
