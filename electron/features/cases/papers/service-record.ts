import { formatDay } from '../../../../shared/kernel/dates.ts';
import { decisionPapers } from '../../../../shared/features/cases/conditions.ts';
import type { CasePaper, ServiceRecord } from '../../../../shared/features/cases/carrying-out.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { fields, opinion, row } from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forThemselves } from './audience.ts';
import { blankOf, isFilled } from './lacking.ts';
import { publicName } from './masking.ts';
import { instantOf, nameList, propertiesOf } from './parts.ts';
import { introduced, placeOf } from './people.ts';

const refusalText = ({ refusal }: ServiceRecord): string => {
  if (!refusal) return '';
  const witness = refusal.witness === '' ? '' : `见证人：${refusal.witness}。`;
  return `${refusal.reason.replace(/。$/, '')}。${witness}${refusal.hasRecording ? '已拍照或录像。' : ''}`;
};

/** Who signed; of a paper that was left, that nobody did. */
const receiverOf = ({ receiver, refusal }: ServiceRecord): string =>
  receiver === '' ? (refusal === null ? '未签收' : '拒绝签收') : receiver;

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

const titleOf = ({ record, subject }: PaperFacts): string =>
  subject ? `送达回证（${publicName(record, subject)}）` : '送达回证';

/** 送达回证: to be signed while nothing is recorded, filled in afterwards. */
const serviceRecordPaper = (source: PaperSource): PlainForm => {
  const { school, record, subject, texts, draft } = source;
  const served = serviceOf(source);
  const papers = servedPapers(source);
  const isPupil = subject?.kind === 'pupil';
  return {
    form: 'plain',
    issuer: school.name,
    title: '送达回证',
    number: `案号：${record.number}`,
    body: [
      fields(
        row([
          '送达文书',
          papers.map(({ title, number }) => (number === null ? title : `${title}，${number}`)).join('\n'),
        ]),
        row(
          ['受送达人', subject?.name ?? ''],
          [isPupil ? '班级' : '部门岗位', subject ? placeOf(subject) : ''],
        ),
        row(['送达方式', served ? serviceWayLabels[served.way] : ''], ['送达地点', served?.place ?? '']),
        row(
          ['送达日期', served ? formatDay(served.servedOn) : ''],
          ['签收日期', served ? formatDay(served.completedOn) : ''],
        ),
        row(['签收人', served ? receiverOf(served) : ''], ['关系', served?.relation ?? '']),
        opinion('受送达人签收', '上列文书已收到。', { sign: '签名（捺印）：', lines: 3 }),
        opinion('拒收事由和见证', served ? refusalText(served) : '', { sign: '见证人（签名）：', lines: 3 }),
        opinion('送达人', served ? nameList(served.servers) : '', { sign: '送达人（签名）：', lines: 3 }),
        ...(served?.consent === true ? [row(['备注', '受送达人同意电子送达。'])] : []),
        opinion('说明', texts.service.note, { lines: 3 }),
      ),
    ],
    draft,
    properties: propertiesOf(
      school,
      titleOf(source),
      served?.recorded.at ?? record.decision?.decided.at ?? instantOf(record.registeredOn),
    ),
  };
};

/** Before service the form is printed to be signed; afterwards it is final with what was recorded. */
export const serviceRecordMaker: PaperMaker = forThemselves({
  numberSuffix: null,
  title: titleOf,
  lacking: (facts) => {
    const served = serviceOf(facts);
    if (!served) return ['送达记录'];
    return blankOf(
      ['送达的文书', served.paperIds.length > 0],
      [
        '两名送达人',
        (served.way !== 'direct' && served.way !== 'left') ||
          new Set(served.servers.map(({ id }) => id)).size >= 2,
      ],
      ['签收人', served.way === 'left' || isFilled(served.receiver)],
      [
        '见证人，或者照片、录像',
        served.refusal === null || isFilled(served.refusal.witness) || served.refusal.hasRecording,
      ],
    );
  },
  make: serviceRecordPaper,
  datedOn: (facts) => serviceOf(facts)?.servedOn ?? facts.record.registeredOn,
  fields: (source) => {
    const served = serviceOf(source);
    const papers = servedPapers(source);
    const { subject } = source;
    return {
      文书名称: papers.map(({ title }) => title).join('、'),
      文书编号: papers.flatMap(({ number }) => number ?? []).join('、'),
      受送达人: subject ? introduced(subject) : '',
      送达时间: served ? formatDay(served.completedOn) : '',
      送达地点: served ? served.place || serviceWayLabels[served.way] : '',
      送达方式: served ? serviceWayLabels[served.way] : '',
      签收人: served ? `${receiverOf(served)}${served.relation === '' ? '' : `（${served.relation}）`}` : '',
      送达人: nameList(served?.servers ?? []),
      拒收事由: served ? refusalText(served) : '',
    };
  },
});
