import { formatDay } from '../../../../shared/kernel/dates.ts';
import {
  evidenceFormLabels,
  evidenceKindLabels,
  interviewKindLabels,
  responsibilityLabels,
  type Finding,
} from '../../../../shared/features/cases/investigation.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { degreeLabels, impactLabels, natureLabels } from '../../../../shared/features/standards/severity.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, heading, paragraph, pens, signed, typed } from '../../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forOthers } from './audience.ts';
import { sourceText } from './filing.ts';
import { blankOf, isFilled } from './lacking.ts';
import { instantOf, nameList, propertiesOf } from './parts.ts';
import { standingOf, subjectLine } from './people.ts';

const titleOf = ({ record }: PaperFacts): string =>
  `关于${record.matter.name}问题的调查报告（${record.number}）`;

/** What the facts rest on: each file with its form, where it comes from and who took it. */
const evidenceTable = ({ evidence }: CaseRecord): Block => ({
  kind: 'table',
  caption: '证据目录',
  columns: [
    { title: '序号', width: 1.4, align: 'center' },
    { title: '证据名称', width: 5 },
    { title: '种类', width: 2.6 },
    { title: '形式', width: 1.9, align: 'center' },
    { title: '来源', width: 2.8 },
    { title: '提取', width: 4.5, align: 'center' },
  ],
  rows: evidence.map(({ title, kind, form, origin, collector, collectedOn }, at) => [
    String(at + 1),
    title,
    evidenceKindLabels[kind],
    evidenceFormLabels[form],
    origin,
    [collector?.name ?? '', collectedOn === null ? '' : formatDay(collectedOn)]
      .filter((text) => text !== '')
      .join('\n'),
  ]),
  emptyText: '没有登记证据文件',
});

const interviewTable = ({ investigation }: CaseRecord): Block => ({
  kind: 'table',
  caption: '笔录目录',
  columns: [
    { title: '序号', width: 1.4, align: 'center' },
    { title: '种类', width: 3.4 },
    { title: '被询问人', width: 2.4, align: 'center' },
    { title: '日期', width: 4.6, align: 'center' },
    { title: '询问人', width: 4, align: 'center' },
    { title: '签名', width: 2.2, align: 'center' },
  ],
  rows: investigation.interviews.map(({ kind, name, heldOn, interviewers, signed: isSigned }, at) => [
    String(at + 1),
    interviewKindLabels[kind],
    name,
    formatDay(heldOn),
    nameList(interviewers),
    isSigned ? '已签名' : '拒签',
  ]),
  emptyText: '没有笔录',
});

const gravityText = ({ gravity: { nature, degree, impact } }: Finding): string =>
  `性质为${natureLabels[nature]}，程度${degreeLabels[degree]}，${impactLabels[impact]}`;

const nameOf = ({ record }: PaperFacts, { personId }: Finding): string =>
  record.subjects.find((subject) => subject.personId === personId)?.name ?? '';

const circumstancesOf = ({ standards }: PaperFacts, { circumstances }: Finding): string =>
  circumstances
    .map(({ code, note }) => `${standards.circumstances.get(code) ?? ''}${note === '' ? '' : `（${note}）`}`)
    .join('；');

const proposalOf = (source: PaperFacts, found: Finding): string => {
  const measures = found.measureCodes
    .map((code) => source.standards.measures.get(code) ?? '')
    .filter(isFilled);
  const proposed = measures.length === 0 ? '' : `建议给予${nameOf(source, found)}${measures.join('、')}。`;
  return `${proposed}${sentence(found.opinion)}`;
};

const positionsOf = ({ investigation: { report } }: CaseRecord): string =>
  isFilled(report?.positions) ? sentence(report?.positions ?? '') : '当事人对上述事实没有提出异议。';

/** 责任认定 of one person: facts, responsibility, severity, circumstances, what is proposed. */
const finding = (source: PaperSource, found: Finding): Block[] => {
  const name = nameOf(source, found);
  const circumstances = circumstancesOf(source, found);
  return [
    heading(name, 2),
    ...typed(sentence(found.facts)),
    paragraph(
      `对上述问题，${name}${found.responsibility === 'none' ? '' : '负'}${responsibilityLabels[found.responsibility]}。${gravityText(found)}。`,
    ),
    ...(circumstances === '' ? [] : [paragraph(`情节：${circumstances}。`)]),
    closing(`处理建议：${proposalOf(source, found)}`),
  ];
};

/** 调查报告: source and course, facts, proofs, what the people say, nature and grounds, circumstances, proposal, two signatures. */
const reportPaper = (source: PaperSource): PlainForm => {
  const { school, record } = source;
  const { report, findings } = record.investigation;
  return {
    form: 'plain',
    issuer: school.name,
    title: `关于${record.matter.name}问题的调查报告`,
    titleWords: [record.matter.name],
    number: source.paper?.number ?? `案号：${record.number}`,
    body: [
      heading('来源和调查经过'),
      paragraph(`来源：${sentence(sourceText(record))}`),
      ...(record.filing
        ? [
            paragraph(
              `${formatDay(record.filing.approvedOn)}经${record.filing.approver.name}批准立案，办案人员为${nameList(record.filing.team)}。`,
            ),
          ]
        : []),
      ...typed(sentence(report?.course ?? '')),
      heading('当事人基本情况'),
      ...record.subjects.map((subject) =>
        paragraph(`${subjectLine(school.name, subject).replace(/。$/u, '')}，${standingOf(subject)}。`),
      ),
      heading('查明的事实'),
      ...typed(sentence(report?.facts ?? record.facts)),
      heading('当事人意见'),
      ...typed(positionsOf(record)),
      heading('定性和依据'),
      ...typed(sentence(report?.nature ?? '')),
      heading('责任认定和处理建议'),
      ...findings.flatMap((found) => finding(source, found)),
      ...signed(`${school.name}调查组`, report?.reportedOn ?? record.registeredOn, { kept: true }),
      pens(...(report?.signers ?? []).map(() => '办案人员')),
      evidenceTable(record),
      interviewTable(record),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOf(source), report?.submitted.at ?? instantOf(record.registeredOn)),
  };
};

export const reportMaker: PaperMaker = forOthers({
  numberSuffix: '调',
  title: titleOf,
  lacking: ({ record }) => {
    const { report, findings } = record.investigation;
    if (!report) return ['调查报告'];
    return blankOf(
      ['调查经过', isFilled(report.course)],
      ['查明的事实', isFilled(report.facts)],
      ['定性与依据', isFilled(report.nature)],
      ['两名办案人员签名', new Set(report.signers.map(({ id }) => id)).size >= 2],
      [
        '每名当事人的责任认定',
        record.subjects.every(({ personId }) => findings.some((each) => each.personId === personId)),
      ],
      [
        '处理建议',
        findings.every(({ measureCodes, opinion }) => measureCodes.length > 0 || isFilled(opinion)),
      ],
      ['证据或者笔录', record.evidence.length + record.investigation.interviews.length > 0],
    );
  },
  make: reportPaper,
  datedOn: ({ record }) => record.investigation.report?.reportedOn ?? record.registeredOn,
  fields: (source) => {
    const { record } = source;
    const { report, findings } = record.investigation;
    return {
      案件来源: sourceText(record),
      调查经过: report?.course ?? '',
      查明事实: report?.facts ?? '',
      证据目录: {
        rows: record.evidence.map(({ title, origin, collector }, at) => ({
          序号: String(at + 1),
          证据名称: title,
          来源: origin,
          提取人: collector?.name ?? '',
        })),
      },
      当事人意见: positionsOf(record),
      定性依据: report?.nature ?? '',
      情节: findings.map((found) => circumstancesOf(source, found) || '没有从重、从轻情节。'),
      处理建议: findings.map((found) => proposalOf(source, found)),
      调查人员: nameList(report?.signers ?? []),
    };
  },
});
