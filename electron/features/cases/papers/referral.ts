import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, paragraph, typed, when } from '../../../documents/word/form-blocks.ts';
import type { Block, LetterPaper } from '../../../documents/word/model.ts';
import { citedGrounds, decidedBy, decisionPaperTitle } from '../notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from '../paper-source.ts';
import { groundsBefore } from './advance-notice.ts';
import { forOthers } from './audience.ts';
import { officialFrame } from './decision-parts.ts';
import { factsOf, proofSentence } from './heard.ts';
import { blankOf, isFilled } from './lacking.ts';
import { instantOf, propertiesOf } from './parts.ts';
import { subjectLine } from './people.ts';

/** What is sent: a measure that was decided (退回派遣单位), or the whole matter. */
interface Sending {
  readonly organ: string;
  readonly on: string;
  readonly reason: string;
  /** 依据…，经校长办公会…研究; blank where the matter was handed over without a decision. */
  readonly decided: string;
  readonly at: string;
}

const isOfDecision = ({ paper }: PaperFacts): boolean => paper !== null && paper.itemIds.length > 0;

const sendingOf = (source: PaperFacts): Sending => {
  const { submission, registeredOn } = source.record;
  if (isOfDecision(source)) {
    const decision = decisionOf(source);
    return {
      organ: decision.addressee,
      on: decision.decidedOn,
      reason: decision.reason,
      decided: `${citedGrounds(decision)}，${decidedBy(decision)}，`,
      at: decision.decided.at,
    };
  }
  return submission?.kind === 'referral'
    ? {
        organ: submission.organ,
        on: submission.sentOn,
        reason: submission.reason,
        decided: '',
        at: submission.sent.at,
      }
    : { organ: '', on: registeredOn, reason: '', decided: '', at: instantOf(registeredOn) };
};

const titleOf = (source: PaperFacts): string =>
  source.paper?.title ??
  (isOfDecision(source)
    ? decisionPaperTitle(source.school.name, source.record, 'referral', itemsOf(source))
    : `${source.school.name}关于移送${source.record.matter.name}线索的函`);

const asked = (source: PaperFacts): string => {
  const { decided } = sendingOf(source);
  const measures = isOfDecision(source)
    ? [...new Set(itemsOf(source).map(({ measure }) => measure.name))].join('、')
    : '';
  return decided === '' ? '' : `${decided}决定${measures}。`;
};

/** 材料清单: what goes with it. */
const materials = ({ record }: PaperFacts): string[] => {
  const { report, interviews } = record.investigation;
  return [
    ...(report ? ['调查报告'] : []),
    ...(interviews.length > 0 ? [`询问（谈话）笔录${String(interviews.length)}份`] : []),
    ...(record.evidence.length > 0 ? [`证据材料${String(record.evidence.length)}份`] : []),
  ];
};

/** 移送函, in the letter form: what was found, why it belongs to the organ, what goes with it, what is asked of it. */
const referralPaper = (source: PaperSource): LetterPaper => {
  const { school, record, texts } = source;
  const { organ, on, reason, at } = sendingOf(source);
  const subjects = subjectsOf(source);
  const pupils = subjects.some(({ kind }) => kind === 'pupil');
  const title = titleOf(source);
  const decided = asked(source);
  const attachments = materials(source);
  return {
    ...officialFrame(source),
    kind: 'letter',
    issuer: school.name,
    title,
    titleWords: [...subjects.map(({ name }) => name), school.name, record.matter.name],
    addressee: organ,
    body: [
      ...(pupils ? [] : subjects.map((subject): Block => paragraph(subjectLine(school.name, subject)))),
      ...typed(
        `经核实，${sentence(
          factsOf(
            record,
            subjects.map(({ personId }) => personId),
          ),
        )}${proofSentence(record)}`,
      ),
      ...typed(sentence(reason)),
      ...when(decided !== '', paragraph(decided)),
      ...when(pupils, paragraph(texts.referral.sealed)),
      closing(texts.referral.close),
    ],
    ...(attachments.length === 0 ? {} : { attachments: attachments.map((each) => ({ title: each })) }),
    signature: { issuer: school.name, day: on },
    sealed: true,
    properties: propertiesOf(school, title, at),
  };
};

export const referralMaker: PaperMaker = forOthers({
  numberSuffix: '移',
  title: titleOf,
  lacking: (source) => {
    const { organ, reason } = sendingOf(source);
    return blankOf(
      [isOfDecision(source) ? '收函单位（写在决定的“主送”中）' : '移送机关', isFilled(organ)],
      ['移送理由', isFilled(reason)],
      ['核实的事实', isFilled(source.record.facts)],
      ['文号', isFilled(source.paper?.number)],
    );
  },
  make: referralPaper,
  datedOn: (source) => sendingOf(source).on,
  fields: (source) => {
    const { organ, reason } = sendingOf(source);
    const subjects = subjectsOf(source);
    return {
      标题: titleOf(source),
      受送单位: organ,
      查明事实: `${sentence(
        factsOf(
          source.record,
          subjects.map(({ personId }) => personId),
        ),
      )}${proofSentence(source.record)}`,
      依据: isOfDecision(source)
        ? decisionOf(source)
            .grounds.map(({ text }) => text)
            .join('、')
        : groundsBefore(source),
      移送事项: [sentence(reason), asked(source), source.texts.referral.close],
      材料清单: materials(source).join('、') || '无',
    };
  },
});
