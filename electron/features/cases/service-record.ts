import { formatDay } from '../../../shared/kernel/dates.ts';
import { decisionPapers } from '../../../shared/features/cases/conditions.ts';
import type { CasePaper, ServiceRecord } from '../../../shared/features/cases/carrying-out.ts';
import { serviceWayLabels } from '../../../shared/law/proposal.ts';
import type { FieldRow, PlainForm } from '../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from './paper-source.ts';

const PEN_DATE = '年　　月　　日';

const refusalText = ({ refusal }: ServiceRecord): string => {
  if (!refusal) return '';
  const witness = refusal.witness === '' ? '' : `见证人：${refusal.witness}。`;
  return `${refusal.reason.replace(/。$/, '')}。${witness}${refusal.hasRecording ? '已拍照或录像。' : ''}`;
};

/** The service it is about; undefined for a form to be signed, while nothing is recorded. */
const serviceOf = ({ record, aboutId }: PaperFacts): ServiceRecord | undefined =>
  record.services.find(({ id }) => id === aboutId);

/** What is served with it: what the record says, or all papers of the decision for the person. */
const servedPapers = (facts: PaperFacts): readonly CasePaper[] => {
  const served = serviceOf(facts);
  if (served) return facts.record.papers.filter(({ id }) => served.paperIds.includes(id));
  return decisionPapers(facts.record).filter(
    ({ personIds }) => facts.subject === null || personIds.includes(facts.subject.personId),
  );
};

const titleOf = ({ subject }: PaperFacts): string => (subject ? `送达回证（${subject.name}）` : '送达回证');

/** 送达回证: to be signed while nothing is recorded, filled in afterwards. */
const serviceRecordPaper = (source: PaperSource): PlainForm => {
  const { school, record, subject, draft } = source;
  const served = serviceOf(source);
  const papers = servedPapers(source);
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
            { label: '送达文书', value: papers.map(({ title }) => title).join('\n') },
            { label: '文书编号', value: papers.map(({ number }) => number ?? '').join('\n') },
          ),
          row(
            { label: '受送达人', value: subject?.name ?? '' },
            { label: '部门岗位（班级）', value: `${subject?.department ?? ''}${subject?.post ?? ''}` },
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
      title: titleOf(source),
      author: school.name,
      createdAt: served?.recorded.at ?? record.decision?.decided.at ?? `${record.registeredOn}T00:00:00.000Z`,
    },
  };
};

/** Before service the form is printed to be signed; afterwards it is final with what was recorded. */
export const serviceRecordMaker: PaperMaker = {
  numberSuffix: null,
  title: titleOf,
  lacking: (facts) => (serviceOf(facts) ? [] : ['送达记录']),
  make: serviceRecordPaper,
  datedOn: (facts) => serviceOf(facts)?.servedOn ?? facts.record.registeredOn,
};
