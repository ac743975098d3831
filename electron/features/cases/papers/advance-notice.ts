import { formatDay } from '../../../../shared/kernel/dates.ts';
import { fillText } from '../../../../shared/kernel/fill.ts';
import { currentNotifications } from '../../../../shared/features/cases/conditions.ts';
import type { Notification } from '../../../../shared/features/cases/hearing.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, flush, paragraph, signed, typed } from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forThemselves } from './audience.ts';
import { factsOf, proofsOf } from './heard.ts';
import { blankOf, isFilled } from './lacking.ts';
import { publicName } from './masking.ts';
import { instantOf, nameList, propertiesOf, receipt } from './parts.ts';
import { introduced } from './people.ts';

export const notificationOf = ({ record, subject }: PaperFacts): Notification | undefined =>
  currentNotifications(record).find(({ personId }) => personId === subject?.personId);

/** 拟处分告知书 where a sanction is intended, 拟处理告知书 for all else, 事实告知书 while nothing is. */
const kindOf = (source: PaperFacts): string => {
  const intended = notificationOf(source)?.intended ?? '';
  if (intended === '') return '事实告知书';
  return /警告|记过|记大过|降级|降低岗位等级|撤职|开除|留校察看|处分/u.test(intended)
    ? '拟处分告知书'
    : '拟处理告知书';
};

const titleOf = (source: PaperFacts): string =>
  `${kindOf(source)}${source.subject ? `（${publicName(source.record, source.subject)}）` : ''}`;

/** The grounds as far as they are known before a decision: of the report, of the filing, of the kind of matter. */
export const groundsBefore = ({ record, standards }: PaperFacts): string =>
  record.investigation.report?.nature ??
  record.filing?.suspected ??
  (standards.grounds.length === 0 ? '' : standards.grounds.join('、'));

/** Whom the person may turn to. */
export const contactOf = ({ record, school }: PaperFacts): string => {
  const people = record.filing?.team ?? record.checkers;
  return `联系人：${nameList(people.slice(0, 2))}${school.phone === '' ? '' : `，电话：${school.phone}`}。`;
};

/** 拟处分（处理）告知书: facts, proofs, what is intended and on which grounds, until when and how to speak, hearing, contact. */
const advancePaper = (source: PaperSource): PlainForm => {
  const { school, record, subject, texts } = source;
  const told = notificationOf(source);
  const proofs = proofsOf(record);
  const grounds = groundsBefore(source);
  const intended = told?.intended ?? '';
  return {
    form: 'plain',
    issuer: school.name,
    title: kindOf(source),
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      flush(`${subject ? introduced(subject) : ''}：`),
      ...typed(`经调查核实，${sentence(factsOf(record, subject ? [subject.personId] : []))}`),
      ...(proofs === '' ? [] : [paragraph(`认定上述事实的证据有${proofs}等。`)]),
      ...typed(grounds === '' ? '' : `定性和依据：${sentence(grounds)}`),
      paragraph(intended === '' ? texts.advance.facts : `学校拟对你作出如下处理：${sentence(intended)}`),
      paragraph(fillText(texts.advance.rights, { deadline: told ? formatDay(told.deadlineOn) : '' })),
      ...(told?.hearingOffered === true ? [paragraph(texts.advance.hearing)] : []),
      closing(contactOf(source)),
      ...signed(school.name, told?.notifiedOn ?? record.registeredOn, { kept: true }),
      ...receipt('已收到本告知书。'),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOf(source), instantOf(told?.notifiedOn ?? record.registeredOn)),
  };
};

export const advanceNoticeMaker: PaperMaker = forThemselves({
  numberSuffix: '告',
  title: titleOf,
  lacking: (source) => {
    const told = notificationOf(source);
    if (!told) return ['告知'];
    const isLight = source.record.route === 'light';
    return blankOf(
      ['认定的事实', isFilled(source.record.facts)],
      ['拟作出的处理', isLight || isFilled(told.intended)],
      ['依据', isFilled(groundsBefore(source))],
      ['联系电话（在学校信息中填写）', isFilled(source.school.phone)],
    );
  },
  make: advancePaper,
  datedOn: (source) => notificationOf(source)?.notifiedOn ?? source.record.registeredOn,
  fields: (source) => {
    const told = notificationOf(source);
    return {
      标题: kindOf(source),
      拟认定事实: factsOf(source.record, source.subject ? [source.subject.personId] : []),
      证据要点: proofsOf(source.record),
      拟作处理: told?.intended === '' ? source.texts.advance.facts : (told?.intended ?? ''),
      依据: groundsBefore(source),
      陈述申辩期限: told ? `${formatDay(told.deadlineOn)}以前以书面或者口头方式提出` : '',
      联系人: contactOf(source),
      听证权利: told?.hearingOffered === true ? source.texts.advance.hearing : '',
    };
  },
});
