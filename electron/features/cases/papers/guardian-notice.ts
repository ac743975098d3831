import { formatDay } from '../../../../shared/kernel/dates.ts';
import { fillText } from '../../../../shared/kernel/fill.ts';
import { guardianWayLabels } from '../../../../shared/features/cases/hearing.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import { sentence } from '../notice-words.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { contactOf, notificationOf } from './advance-notice.ts';
import { forThemselves } from './audience.ts';
import { factsOf } from './heard.ts';
import { blankOf, isFilled } from './lacking.ts';
import { publicName } from './minors.ts';
import {
  band,
  closing,
  fields,
  flush,
  instantOf,
  opinion,
  paragraph,
  propertiesOf,
  signed,
  typed,
} from './parts.ts';

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
      ...(guardian
        ? [
            paragraph(
              `学校已于${formatDay(guardian.toldOn)}以${guardianWayLabels[guardian.way]}方式将上述情况告知你。`,
            ),
          ]
        : []),
      closing(contactOf(source)),
      ...signed(school, told?.notifiedOn ?? record.registeredOn),
      { kind: 'blank' },
      fields(
        band('家长回执'),
        opinion('家长意见', '□ 没有意见　　□ 陈述申辩（可另附页）　　□ 要求听证', {
          sign: '家长（监护人）签名：',
          lines: 4,
        }),
      ),
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
    return {
      班级: source.subject?.department ?? '',
      监护人: told?.guardian?.name ?? '',
      告知方式: told?.guardian ? guardianWayLabels[told.guardian.way] : '',
      告知日期: told?.guardian ? formatDay(told.guardian.toldOn) : '',
      拟作出的处理: told?.intended ?? '',
      陈述期限: told ? formatDay(told.deadlineOn) : '',
      联系方式: contactOf(source),
    };
  },
});
