import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, flush, paragraph, signed, typed } from '../../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../../documents/word/model.ts';
import { measureNames } from '../notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from '../paper-source.ts';
import { forThemselves } from './audience.ts';
import {
  decidingWords,
  decisionFields,
  effectsBlock,
  inForceSentence,
  kindOfPaper,
  titleOfDecision,
} from './decision-parts.ts';
import { factsOf, heardInFull, proofSentence } from './heard.ts';
import { lackingOfDecider, lackingOfDecision } from './lacking.ts';
import { propertiesOf } from './parts.ts';
import { introduced } from './people.ts';
import { remediesOf } from './remedy.ts';

/** What differs between the plain papers that carry a decision to one person: 责令通知书, 批评教育书, 处理通知书. */
export interface PersonalNotice {
  /** 责令王立新整改; 对王立新予以批评教育 */
  orderWords(source: PaperSource): string;
  /** Between the decision and the standing text: items to put right, the terms of a measure. */
  terms(source: PaperSource): readonly Block[];
  /** The standing text that says what is expected of the person. */
  demand(source: PaperSource): string;
  /** What it needs beyond what every decision does. */
  lacking(source: PaperFacts): readonly string[];
}

const noticePaper = (source: PaperSource, notice: PersonalNotice): PlainForm => {
  const { school, record } = source;
  const decision = decisionOf(source);
  const subjects = subjectsOf(source);
  const [first] = subjects;
  const heard =
    first === undefined
      ? ''
      : heardInFull(record, first.personId, first.kind === 'department' ? '该部门' : '本人');
  const ids = subjects.map(({ personId }) => personId);
  return {
    form: 'plain',
    issuer: school.name,
    title: kindOfPaper(source),
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      flush(`${subjects.map(introduced).join('、')}：`),
      ...typed(`经核实，${sentence(factsOf(record, ids))}${proofSentence(record)}`),
      ...typed(sentence(decision.reason)),
      ...(heard === '' ? [] : [paragraph(heard)]),
      paragraph(`${decidingWords(source)}${notice.orderWords(source)}。${inForceSentence(source)}`),
      ...notice.terms(source),
      paragraph(notice.demand(source)),
      ...effectsBlock(source, '本处理的影响'),
      ...remediesOf(source).map(closing),
      ...signed(school.name, decision.decidedOn),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOfDecision(source), decision.decided.at),
  };
};

/** 责令王立新整改; 责令教务处整改; 要求王立新赔偿损失; 对王立新予以批评教育. */
export const orderedOf = (source: PaperSource): string => {
  const names = subjectsOf(source)
    .map(({ name }) => name)
    .join('、');
  const measure = measureNames(itemsOf(source));
  const ordered = /^(责令|要求|协商)(部门)?(.+)$/u.exec(measure);
  if (!ordered) return `对${names}予以${measure}`;
  const [, verb = '', , what = ''] = ordered;
  return verb === '协商' ? `与${names}协商${what}` : `${verb}${names}${what}`;
};

export const personalNotice = (notice: PersonalNotice): PaperMaker =>
  forThemselves({
    numberSuffix: null,
    title: titleOfDecision,
    lacking: (source) => [
      ...lackingOfDecision(source),
      ...lackingOfDecider(source),
      ...notice.lacking(source),
    ],
    make: (source) => noticePaper(source, notice),
    datedOn: (source) => decisionOf(source).decidedOn,
    fields: (source) => ({ ...decisionFields(source), 要求: notice.demand(source) }),
  });
