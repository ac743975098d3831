import { formatDay } from '../../../../shared/kernel/dates.ts';
import { fillText } from '../../../../shared/kernel/fill.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, flush, paragraph, signed, typed } from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { contactOf, groundsBefore, notificationOf } from './advance-notice.ts';
import { introduced } from './people.ts';
import { forThemselves } from './audience.ts';
import { factsOf } from './heard.ts';
import { blankOf, isFilled } from './lacking.ts';
import { publicName } from './masking.ts';
import { instantOf, propertiesOf, reply } from './parts.ts';

const titleOf = (source: PaperFacts): string =>
  `学生家长告知书${source.subject ? `（${publicName(source.record, source.subject)}）` : ''}`;

/** 学生家长告知书: what the child did, what is intended, until when both may speak, and what the school asks of the family. */
const guardianPaper = (source: PaperSource): PlainForm => {
  const { school, record, subject, texts } = source;
  const told = notificationOf(source);
  const guardian = told?.guardian;
  const intended = told?.intended ?? '';
  return {
    form: 'plain',
    issuer: school.name,
    title: '学生家长告知书',
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      flush(`${subject?.department ?? ''}${subject?.name ?? ''}的家长（监护人）${guardian?.name ?? ''}：`),
      paragraph(texts.guardian.lead),
      ...typed(`经核实，${sentence(factsOf(record, subject ? [subject.personId] : []))}`),
      ...(intended === ''
        ? []
        : [paragraph(`学校拟对${subject?.name ?? ''}作出如下教育惩戒（处分）：${sentence(intended)}`)]),
      paragraph(fillText(texts.guardian.rights, { deadline: told ? formatDay(told.deadlineOn) : '' })),
      ...(told?.hearingOffered === true ? [paragraph(texts.guardian.hearing)] : []),
      paragraph(texts.guardian.cooperate),
      closing(contactOf(source)),
      ...signed(school.name, told?.notifiedOn ?? record.registeredOn, { kept: true }),
      ...reply('家长回执', '□ 没有意见　　□ 陈述申辩（可另附页）　　□ 要求听证', '家长（监护人）'),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOf(source), instantOf(told?.notifiedOn ?? record.registeredOn)),
  };
};

export const guardianNoticeMaker: PaperMaker = forThemselves({
  numberSuffix: '家告',
  title: titleOf,
  lacking: (source) => {
    const told = notificationOf(source);
    if (!told?.guardian) return ['告知监护人的情况'];
    return blankOf(
      ['学生的行为', isFilled(source.record.facts)],
      ['拟作出的教育惩戒或者处分', isFilled(told.intended)],
      ['监护人姓名', isFilled(told.guardian.name)],
      ['联系电话（在学校信息中填写）', isFilled(source.school.phone)],
    );
  },
  make: guardianPaper,
  datedOn: (source) => notificationOf(source)?.notifiedOn ?? source.record.registeredOn,
  fields: (source) => {
    const told = notificationOf(source);
    const { subject } = source;
    const relation = subject?.guardian?.relation ?? '';
    const name = told?.guardian?.name ?? '';
    return {
      监护人: relation === '' ? name : `${name}（${relation}）`,
      学生: subject ? introduced(subject) : '',
      拟认定事实: factsOf(source.record, subject ? [subject.personId] : []),
      拟作处理: told?.intended ?? '',
      依据: groundsBefore(source),
      陈述申辩期限: told ? `${formatDay(told.deadlineOn)}以前以书面或者口头方式提出` : '',
      联系人: contactOf(source),
    };
  },
});
