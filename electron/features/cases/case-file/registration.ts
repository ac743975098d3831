import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { routeLabels } from '../../../../shared/features/cases/states.ts';
import { responsibilityLabels } from '../../../../shared/features/cases/investigation.ts';
import { fields, row } from '../../../documents/word/form-blocks.ts';
import type { Block } from '../../../documents/word/model.ts';
import { sourceText } from '../papers/filing.ts';
import { placeOf, standingOf } from '../papers/people.ts';

const linkText = ({ links }: CaseRecord): string =>
  [
    ...(links.leadIds.length > 0 ? [`由${String(links.leadIds.length)}条线索转办`] : []),
    ...links.mergedFrom.map(({ number }) => `${number}并入本事项`),
    ...(links.mergedInto ? [`并入${links.mergedInto.number}`] : []),
    ...(links.splitFrom ? [`由${links.splitFrom.number}分出`] : []),
    ...links.splitInto.map(({ number }) => `分出${number}`),
  ].join('；');

/** 登记: what the matter is, where it comes from without who told of it, and whom it is about. */
export const registration = (record: CaseRecord): Block[] => {
  const links = linkText(record);
  return [
    fields(
      row(['案号', record.number], ['事项', record.matter.name]),
      row(['发生日期', formatDay(record.occurredOn)], ['登记日期', formatDay(record.registeredOn)]),
      row(['办理方式', routeLabels[record.route]], ['登记人', record.registeredBy.name]),
      row(['来源', sourceText(record)]),
      row(['事由', record.summary]),
      ...(links === '' ? [] : [row(['并案、分案', links])]),
    ),
    {
      kind: 'table',
      caption: '当事人',
      columns: [
        { title: '编号', width: 2.6 },
        { title: '姓名', width: 2.2 },
        { title: '部门、岗位（班级）', width: 4.2 },
        { title: '岗位等级', width: 2.8 },
        { title: '身份', width: 2.6 },
        { title: '责任', width: 2.6 },
      ],
      rows: record.subjects.map((subject) => {
        const found = record.investigation.findings.find(({ personId }) => personId === subject.personId);
        return [
          subject.number,
          subject.name,
          placeOf(subject),
          subject.postGrade,
          standingOf(subject),
          found ? responsibilityLabels[found.responsibility] : '',
        ];
      }),
    },
  ];
};

/** 办结: how the matter ended, and how often it was taken up again. */
export const ending = ({ closing, withdrawal, reopenings, links }: CaseRecord): Block[] => [
  ...reopenings.map(({ at, by, reason }): Block => ({
    kind: 'paragraph',
    text: `${formatInstant(at)}由${by.name}重新办理：${reason}`,
  })),
  {
    kind: 'paragraph',
    text: closing
      ? `${formatInstant(closing.at)}由${closing.by.name}归档：${closing.note}`
      : withdrawal
        ? `${formatInstant(withdrawal.at)}由${withdrawal.by.name}撤销：${withdrawal.reason}`
        : links.mergedInto
          ? `并入${links.mergedInto.number}办理。`
          : '尚未办结。',
  },
];
