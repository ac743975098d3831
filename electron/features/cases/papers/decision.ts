import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { DecisionItem } from '../../../../shared/features/cases/decision.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, heading, paragraph, typed } from '../../../documents/word/form-blocks.ts';
import type { Block, DownwardPaper } from '../../../documents/word/model.ts';
import { measureNames } from '../notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from '../paper-source.ts';
import { forOthers } from './audience.ts';
import {
  decidingWords,
  decisionFields,
  effectsBlock,
  namesOf,
  officialFrame,
  printedFrame,
  titleOfDecision,
} from './decision-parts.ts';
import { factsOf, heardInFull, proofSentence } from './heard.ts';
import { blankOf, lackingOfDecider, lackingOfDecision } from './lacking.ts';
import { periodOf } from './measure-words.ts';
import { propertiesOf } from './parts.ts';
import { subjectLine } from './people.ts';
import { remediesOf } from './remedy.ts';

const whole = (measure: string): string => (measure.endsWith('处分') ? measure : `${measure}处分`);

/** Who is told of; 从事管理的人员 have other kinds of sanctions than all others, so it is said. */
const opening = (school: string, subject: CaseSubject): string =>
  subject.managerial
    ? subjectLine(school, subject).replace(/。$/u, '，从事管理的人员。')
    : subjectLine(school, subject);

/** 与原处分合并执行: the rest of an earlier period runs on within the new one. */
const mergedSentence = ({ sanctions }: PaperFacts, { id }: DecisionItem): string =>
  sanctions.some(
    ({ itemId, annulled, mergedWith }) => itemId === id && annulled === null && mergedWith.length > 0,
  )
    ? '本处分与尚未期满的原处分合并执行，期间已按合并后的期限计算。'
    : '';

/** Kind, period and day of effect (《事业单位工作人员处分规定》: 处分的种类、期间、依据和生效日期). */
const decided = (source: PaperSource): Block[] => {
  const items = itemsOf(source);
  return [
    paragraph(
      `${decidingWords(source)}给予${namesOf(source)}${items.map(({ measure }) => whole(measure.name)).join('、')}。`,
    ),
    ...items.map((item) => {
      const period = periodOf(item);
      const day = formatDay(item.effectiveOn);
      return paragraph(
        period === ''
          ? `本处分自${day}起生效。`
          : `处分${period}。本决定自${day}起生效。${mergedSentence(source, item)}`,
      );
    }),
  ];
};

/**
 * 处分决定: person with post and grade, facts that were found, statement and what became of it, kind, period and grounds,
 * day of effect, where and until when to object, the school's name, seal and day.
 */
const decisionPaper = (source: PaperSource): DownwardPaper => {
  const { school, texts, record } = source;
  const decision = decisionOf(source);
  const subjects = subjectsOf(source);
  const title = titleOfDecision(source);
  const remedies = remediesOf(source);
  const filed = itemsOf(source).some(({ measure }) => measure.filing);
  return {
    ...officialFrame(source),
    issuer: source.letterhead.mark,
    title,
    titleWords: [...subjects.map(({ name }) => name), school.name, whole(measureNames(itemsOf(source)))],
    body: [
      ...subjects.map((subject) => paragraph(opening(school.name, subject))),
      heading('查明的事实'),
      ...typed(
        `${sentence(
          factsOf(
            record,
            subjects.map(({ personId }) => personId),
          ),
        )}${proofSentence(record)}`,
      ),
      heading('陈述申辩和复核'),
      ...subjects.map((subject) => paragraph(heardInFull(record, subject.personId, '本人'))),
      heading('处分依据和决定'),
      ...typed(sentence(decision.reason)),
      ...decided(source),
      ...effectsBlock(source, '本处分的影响'),
      paragraph(texts.decision.demand),
      heading('申请复核和申诉的途径、期限'),
      ...remedies.map((text, at) => {
        const named = remedies.length === 1 ? `${namesOf(source)}${text}` : text;
        return at === remedies.length - 1 ? closing(named) : paragraph(named);
      }),
    ],
    signature: { issuer: school.name, day: decision.decidedOn },
    sealed: true,
    ...(filed ? { cc: school.authority } : {}),
    ...printedFrame(source),
    properties: propertiesOf(school, title, decision.decided.at),
  };
};

/** The five elements of a decision, and that the person was heard. */
const lackingOfSanction = (source: PaperFacts): string[] => {
  const subjects = subjectsOf(source);
  const items = itemsOf(source);
  return [
    ...lackingOfDecision(source),
    ...lackingOfDecider(source),
    ...blankOf(
      ['受处分人的岗位', subjects.every(({ kind, post }) => kind !== 'staff' || post !== '')],
      [
        '岗位等级（在教职工档案中填写）',
        subjects.every(
          ({ kind, employment, postGrade }) =>
            kind !== 'staff' || employment !== 'established' || postGrade.trim() !== '',
        ),
      ],
      [
        '陈述申辩及采纳情况',
        subjects.every(({ personId }) => heardInFull(source.record, personId, '本人') !== ''),
      ],
      ['处分期间', items.every(({ measure, endsOn }) => measure.periodMonths === null || endsOn !== null)],
    ),
  ];
};

export const decisionMaker: PaperMaker = forOthers({
  numberSuffix: null,
  title: titleOfDecision,
  lacking: lackingOfSanction,
  make: decisionPaper,
  datedOn: (source) => decisionOf(source).decidedOn,
  fields: (source) => {
    const items = itemsOf(source);
    return {
      ...decisionFields(source),
      陈述申辩情况: subjectsOf(source).map(({ personId }) => heardInFull(source.record, personId, '本人')),
      处分种类: measureNames(items),
      处分期间: items.map((item) => periodOf(item) || '没有处分期间').join('；'),
      生效日期: formatDay(items[0]?.effectiveOn ?? decisionOf(source).decidedOn),
      要求: source.texts.decision.demand,
    };
  },
});
