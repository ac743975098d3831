import { formatDay } from '../../../shared/kernel/dates.ts';
import type {
  CaseRecord,
  CaseSubject,
  Decision,
  ServiceRecord,
} from '../../../shared/features/cases/schema.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import { serviceWayLabels } from '../../../shared/law/proposal.ts';
import type { FieldRow, PlainForm } from '../../documents/word/model.ts';
import { noticeKind } from './notice-words.ts';

const PEN_DATE = '年　　月　　日';

const refusalText = ({ refusal }: ServiceRecord): string => {
  if (!refusal) return '';
  const witness = refusal.witness === '' ? '' : `见证人：${refusal.witness}。`;
  return `${refusal.reason.replace(/。$/, '')}。${witness}${refusal.hasRecording ? '已拍照或录像。' : ''}`;
};

/** 送达回证: to be signed while nothing is recorded, filled in afterwards. */
export const serviceRecordPaper = (
  school: School,
  record: CaseRecord,
  decision: Decision,
  subject: CaseSubject,
  draft: boolean,
): PlainForm => {
  const served = record.services.find(({ staffId }) => staffId === subject.staffId);
  const row = (...fields: { label: string; value: string }[]): FieldRow => ({ kind: 'fields', fields });
  return {
    form: 'plain',
    issuer: school.name,
    title: '送达回证',
    number: `案号：${record.number}`,
    body: [
      {
        kind: 'fields',
        rows: [
          row(
            { label: '送达文书', value: noticeKind(decision) },
            { label: '文书编号', value: record.paper?.number ?? '' },
          ),
          row(
            { label: '受送达人', value: subject.name },
            { label: '部门岗位', value: `${subject.department}${subject.post}` },
          ),
          row(
            { label: '送达方式', value: served ? serviceWayLabels[served.way] : '' },
            { label: '送达地点', value: served?.place ?? '' },
          ),
          row(
            { label: '送达日期', value: served ? formatDay(served.servedOn) : '' },
            { label: '签收日期', value: served ? formatDay(served.completedOn) : '' },
          ),
          row(
            { label: '签收人', value: served?.receiver ?? '' },
            { label: '与受送达人关系', value: served?.relation ?? '' },
          ),
          {
            kind: 'opinion',
            label: '受送达人签收',
            text: '本文书已收到。',
            sign: `签名（捺印）：　　　　　　　　${PEN_DATE}`,
            lines: 3,
          },
          {
            kind: 'opinion',
            label: '拒收事由和见证',
            text: served ? refusalText(served) : '',
            sign: `见证人（签名）：　　　　　　　　${PEN_DATE}`,
            lines: 3,
          },
          {
            kind: 'opinion',
            label: '送达人',
            text: served ? served.servers.map(({ name }) => name).join('、') : '',
            sign: `送达人（签名）：　　　　　　　　　　${PEN_DATE}`,
            lines: 3,
          },
          {
            kind: 'opinion',
            label: '备注',
            text: served?.consent === true ? '受送达人同意电子送达。' : '',
            lines: 2,
          },
          {
            kind: 'opinion',
            label: '说明',
            text: '受送达人签收的日期为送达日期，复核、申诉期限从次日起算。他人代收的，写明与受送达人的关系；拒收的，写明事由并由见证人签名，或者拍照、录像。',
            lines: 3,
          },
        ],
      },
    ],
    draft,
    properties: {
      title: `送达回证（${subject.name}）`,
      author: school.name,
      createdAt: served?.recorded.at ?? decision.decided.at,
    },
  };
};
