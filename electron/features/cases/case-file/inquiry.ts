import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import {
  evidenceFormLabels,
  evidenceKindLabels,
  interviewKindLabels,
  responsibilityLabels,
  type Interview,
} from '../../../../shared/features/cases/investigation.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import {
  degreeLabels,
  impactLabels,
  natureLabels,
  type Gravity,
} from '../../../../shared/features/standards/severity.ts';
import { fields, heading, paragraph, row } from '../../../documents/word/form-blocks.ts';
import type { Block } from '../../../documents/word/model.ts';
import type { PaperFacts } from '../paper-source.ts';
import { clockTime, nameList } from '../papers/parts.ts';

const conflictOutcomes = { open: '尚未处理', dismissed: '不必回避', withdrawn: '已回避' } as const;

const gravityText = ({ nature, degree, impact }: Gravity): string =>
  `性质：${natureLabels[nature]}；程度：${degreeLabels[degree]}；影响：${impactLabels[impact]}`;

/** 核实和回避 */
export const factsFound = (record: CaseRecord): Block[] => [
  fields(
    row(
      ['核实人员', nameList(record.checkers) || '无'],
      ['核实日期', record.establishedOn === null ? '尚未核实' : formatDay(record.establishedOn)],
    ),
    row(['轻重判断', record.gravity === null ? '尚未判断' : gravityText(record.gravity)]),
    row(['核实的事实', record.facts || '尚未核实']),
  ),
  {
    kind: 'table',
    caption: '回避',
    columns: [
      { title: '人员', width: 2 },
      { title: '利害关系', width: 4 },
      { title: '申报日期', width: 3.4, align: 'center' },
      { title: '处理', width: 5 },
    ],
    rows: record.conflicts.map(({ person, relation, declaredOn, outcome, note }) => [
      person.name,
      relation,
      formatDay(declaredOn),
      note === '' ? conflictOutcomes[outcome] : `${conflictOutcomes[outcome]}：${note}`,
    ]),
    emptyText: '没有人申报回避',
  },
];

const filing = ({ filing: filed, subjects }: CaseRecord): Block[] => {
  if (!filed) return [];
  const { suspension } = filed;
  return [
    heading('立案', 2),
    fields(
      row(['批准人', filed.approver.name], ['批准日期', formatDay(filed.approvedOn)]),
      row(['办案人员', nameList(filed.team)]),
      row(['涉嫌违反的规定', filed.suspected]),
      row(['立案理由', filed.reason]),
      ...(suspension
        ? [
            row([
              '停职检查',
              `${nameList(subjects.filter(({ personId }) => suspension.personIds.includes(personId)))}，自${formatDay(suspension.from)}起：${suspension.reason}`,
            ]),
          ]
        : []),
    ),
  ];
};

const plan = ({ investigation }: CaseRecord): Block[] =>
  investigation.plan.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: '调查方案',
          columns: [
            { title: '序号', width: 1.3, align: 'center' },
            { title: '调查事项', width: 7 },
            { title: '承办人', width: 2, align: 'center' },
            { title: '期限和完成', width: 5.4 },
          ],
          rows: investigation.plan.map(({ text, person, dueOn, doneOn }, at) => [
            String(at + 1),
            text,
            person?.name ?? '',
            [
              ...(dueOn === null ? [] : [`期限${formatDay(dueOn)}`]),
              ...(doneOn === null ? [] : [`完成${formatDay(doneOn)}`]),
            ].join('\n'),
          ]),
        },
      ];

/** What somebody who reported said is kept apart: it would tell who it was. */
const isConfidential = ({ kind }: Interview): boolean => kind === 'complainant';

const interview = (each: Interview, at: number): Block[] => [
  heading(`${interviewKindLabels[each.kind]}（${each.name}，第${String(at + 1)}份）`, 2),
  fields(
    row([
      '时间地点',
      `${formatDay(each.heldOn)}${clockTime(each.from)}至${clockTime(each.to)}，${each.place}`,
    ]),
    row(['询问人', nameList(each.interviewers)], ['记录人', each.recorder.name]),
    row(['身份', each.capacity || '无'], ['签名', each.signed ? '已签名' : `拒签：${each.refusal}`]),
    ...(each.minor ? [row(['在场成年人', each.adult])] : []),
  ),
  ...each.lines.flatMap(({ question, answer }) => [paragraph(`问：${question}`), paragraph(`答：${answer}`)]),
  ...(each.demands === '' ? [] : [paragraph(`要求：${each.demands}`)]),
];

/** 笔录: question by question, without those of reporters. */
export const interviews = ({ investigation }: CaseRecord): Block[] => {
  const open = investigation.interviews.filter((each) => !isConfidential(each));
  const hidden = investigation.interviews.length - open.length;
  return [
    ...open.flatMap(interview),
    ...(hidden === 0
      ? []
      : [paragraph(`反映人笔录${String(hidden)}份，为保护反映人，另行保存，不收入本卷。`)]),
  ];
};

const findings = ({ record, standards }: Pick<PaperFacts, 'record' | 'standards'>): Block => ({
  kind: 'table',
  caption: '责任认定',
  columns: [
    { title: '当事人', width: 2 },
    { title: '责任', width: 2.2 },
    { title: '认定的事实', width: 5 },
    { title: '轻重和情节', width: 4 },
    { title: '处理建议', width: 3.4 },
  ],
  rows: record.investigation.findings.map((found) => [
    record.subjects.find(({ personId }) => personId === found.personId)?.name ?? '',
    responsibilityLabels[found.responsibility],
    found.facts,
    [
      gravityText(found.gravity),
      ...found.circumstances.map(
        ({ code, note }) => `${standards.circumstances.get(code) ?? ''}${note === '' ? '' : `（${note}）`}`,
      ),
    ].join('\n'),
    [found.measureCodes.map((code) => standards.measures.get(code) ?? '').join('、'), found.opinion]
      .filter((text) => text !== '')
      .join('\n'),
  ]),
  emptyText: '没有责任认定',
});

const report = ({ investigation: { report: written } }: CaseRecord): Block[] => {
  if (!written) return [];
  const { adoption, returns } = written;
  return [
    heading('调查报告', 2),
    fields(
      row(['报告日期', formatDay(written.reportedOn)], ['签名', nameList(written.signers)]),
      row(['调查经过', written.course]),
      row(['查明的事实', written.facts]),
      row(['当事人意见', written.positions || '无']),
      row(['定性与依据', written.nature]),
      row([
        '审议',
        adoption
          ? `${formatDay(adoption.on)}采纳${adoption.note === '' ? '' : `：${adoption.note}`}；证据材料同时封存，封存校验值${adoption.digest.slice(0, 16)}`
          : '尚未采纳',
      ]),
      ...returns.map(({ at, by, reason }) =>
        row(['退回', `${formatInstant(at)}由${by.name}退回补充调查：${reason}`]),
      ),
    ),
  ];
};

/** 立案和调查; nothing where nothing was filed. */
export const investigation = (source: Pick<PaperFacts, 'record' | 'standards'>): Block[] => {
  const { record } = source;
  return [
    ...filing(record),
    ...plan(record),
    ...(record.investigation.findings.length === 0 ? [] : [findings(source)]),
    ...report(record),
  ];
};

/** 证据目录 with the hash of each file. */
export const evidence = ({ evidence: held }: CaseRecord): Block[] => [
  {
    kind: 'table',
    columns: [
      { title: '序号', width: 1.6, align: 'center' },
      { title: '证据名称', width: 4 },
      { title: '种类和来源', width: 4 },
      { title: '提取', width: 4.6 },
      { title: '登记', width: 4.6 },
      { title: '校验值', width: 2.6 },
    ],
    rows: held.map(({ title, kind, form, origin, collector, collectedOn, file, added }, at) => [
      String(at + 1),
      title,
      `${evidenceKindLabels[kind]}，${evidenceFormLabels[form]}${origin === '' ? '' : `\n${origin}`}`,
      [collector?.name ?? '', collectedOn === null ? '' : formatDay(collectedOn)]
        .filter((text) => text !== '')
        .join('\n'),
      `${added.by.name}\n${formatInstant(added.at)}`,
      file.hash.slice(0, 16),
    ]),
  },
  paragraph('校验值为文件内容 SHA-256 值的前16位，用来核对文件是否被改动。'),
];
