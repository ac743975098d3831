import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { Hearing } from '../../../../shared/features/cases/hearing.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import {
  closing,
  fields,
  heading,
  paragraph,
  pens,
  row,
  typed,
} from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { notificationOf } from './advance-notice.ts';
import { forThemselves } from './audience.ts';
import { blankOf, isFilled } from './lacking.ts';
import { publicName } from './masking.ts';
import { instantOf, nameList, propertiesOf } from './parts.ts';
import { placeOf } from './people.ts';

const hearingOf = ({ record, aboutId }: PaperFacts): Hearing | undefined =>
  record.hearings.find(({ id }) => id === aboutId);

const titleOf = (source: PaperFacts): string =>
  `听证笔录${source.subject ? `（${publicName(source.record, source.subject)}）` : ''}`;

/** 听证笔录: who led it (nobody who investigated), who was there, how it went, and what the hearing found. */
const hearingPaper = (source: PaperSource): PlainForm => {
  const { school, record, subject } = source;
  const hearing = hearingOf(source);
  const investigators = record.filing?.team ?? record.checkers;
  const intended = notificationOf(source)?.intended ?? '';
  return {
    form: 'plain',
    issuer: school.name,
    title: '听证笔录',
    number: `案号：${record.number}`,
    body: [
      fields(
        row(['听证日期', hearing ? formatDay(hearing.heldOn) : ''], ['地点', hearing?.place ?? '']),
        row(['主持人', hearing?.chair.name ?? ''], ['记录人', hearing?.recorder.name ?? '']),
        row(
          ['申请人', subject?.name ?? ''],
          [subject?.kind === 'pupil' ? '班级' : '部门岗位', subject ? placeOf(subject) : ''],
        ),
        row(['调查人员', nameList(investigators)]),
        row(['参加人员', hearing?.attendees ?? '']),
        ...(intended === '' ? [] : [row(['拟作出的处理', intended])]),
      ),
      heading('听证情况'),
      paragraph('主持人宣布听证开始，核对参加人员身份，告知权利义务，询问是否申请回避。'),
      ...typed(sentence(hearing?.minutes ?? '')),
      heading('听证意见'),
      ...typed(sentence(hearing?.opinion ?? '')),
      closing('以上笔录经参加人员核对无误。'),
      pens(
        subject?.kind === 'pupil' ? '学生、监护人' : '申请人',
        '调查人员',
        '主持人',
        '记录人',
        '其他参加人',
        '日期',
      ),
    ],
    everyPage: '申请人：　　　　　　　　主持人：　　　　　　　　记录人：',
    draft: source.draft,
    properties: propertiesOf(school, titleOf(source), hearing?.recorded.at ?? instantOf(record.registeredOn)),
  };
};

export const hearingRecordMaker: PaperMaker = forThemselves({
  numberSuffix: null,
  title: titleOf,
  lacking: (source) => {
    const hearing = hearingOf(source);
    if (!hearing) return ['听证记录'];
    return blankOf(
      ['听证情况', isFilled(hearing.minutes)],
      ['听证意见', isFilled(hearing.opinion)],
      ['参加人员', isFilled(hearing.attendees)],
    );
  },
  make: hearingPaper,
  datedOn: (source) => hearingOf(source)?.heldOn ?? source.record.registeredOn,
  fields: (source) => {
    const hearing = hearingOf(source);
    return {
      听证时间: hearing ? formatDay(hearing.heldOn) : '',
      听证地点: hearing?.place ?? '',
      主持人: hearing?.chair.name ?? '',
      参加人: hearing?.attendees ?? '',
      听证内容: hearing?.minutes ?? '',
      听证意见: hearing?.opinion ?? '',
    };
  },
});
