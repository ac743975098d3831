import { decidingBodyLabels } from '../../../shared/law/vocabulary.ts';
import { formatDay, formatInstant } from '../../../shared/kernel/dates.ts';
import { clockKindLabels } from '../../../shared/features/cases/clock.ts';
import { adoptionLabels, statementOutcomeLabels } from '../../../shared/features/cases/hearing.ts';
import { evidenceFormLabels, evidenceKindLabels } from '../../../shared/features/cases/investigation.ts';
import { attendanceLabels, tallyOf, tallyText } from '../../../shared/features/cases/meeting.ts';
import { sourceKindLabels } from '../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { stateLabels } from '../../../shared/features/cases/states.ts';
import { employmentLabels } from '../../../shared/features/organisation/schema.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import {
  degreeLabels,
  impactLabels,
  natureLabels,
  severityLabels,
  severityOf,
} from '../../../shared/features/standards/severity.ts';
import { serviceWayLabels } from '../../../shared/law/proposal.ts';
import type { Block, Dossier, DossierSection, FieldRow } from '../../documents/word/model.ts';
import { peopleInTitle, groundTexts } from './notice-words.ts';

const names = (people: readonly { readonly name: string }[]): string =>
  people.length === 0 ? '无' : people.map(({ name }) => name).join('、');

const row = (label: string, value: string): FieldRow => ({ kind: 'fields', fields: [{ label, value }] });
const pair = (a: [string, string], b: [string, string]): FieldRow => ({
  kind: 'fields',
  fields: [a, b].map(([label, value]) => ({ label, value })),
});

const conflictOutcomes = { open: '尚未处理', dismissed: '不必回避', withdrawn: '已回避' } as const;

const registration = (record: CaseRecord): Block[] => [
  {
    kind: 'fields',
    rows: [
      pair(['案号', record.number], ['事项', record.matter.name]),
      pair(['发生日期', formatDay(record.occurredOn)], ['登记日期', formatDay(record.registeredOn)]),
      pair(['来源', sourceKindLabels[record.source.kind]], ['登记人', record.registeredBy.name]),
      row('来源说明', record.source.note || '无'),
      row('事由', record.summary),
    ],
  },
  {
    kind: 'table',
    caption: '当事人',
    columns: [
      { title: '工号（学籍号）', width: 2.4 },
      { title: '姓名', width: 2 },
      { title: '部门（班级）', width: 3 },
      { title: '岗位', width: 2.6 },
      { title: '岗位等级', width: 2.5 },
      { title: '身份', width: 2 },
    ],
    rows: record.subjects.map((subject) => [
      subject.number,
      subject.name,
      subject.department,
      subject.post,
      subject.postGrade,
      subject.employment === null ? '' : employmentLabels[subject.employment],
    ]),
  },
];

const factsFound = ({ gravity, ...record }: CaseRecord): Block[] => [
  {
    kind: 'fields',
    rows: [
      row('核实人员', names(record.checkers)),
      row('核实日期', record.establishedOn === null ? '尚未核实' : formatDay(record.establishedOn)),
      row(
        '轻重',
        gravity === null
          ? '尚未判断'
          : `${natureLabels[gravity.nature]}、${degreeLabels[gravity.degree]}、${impactLabels[gravity.impact]}，综合为${severityLabels[severityOf(gravity)]}`,
      ),
      row('核实的事实', record.facts || '尚未核实'),
    ],
  },
  {
    kind: 'table',
    caption: '回避',
    columns: [
      { title: '人员', width: 2 },
      { title: '利害关系', width: 4 },
      { title: '申报日期', width: 3 },
      { title: '处理', width: 4 },
    ],
    rows: record.conflicts.map(({ person, relation, declaredOn, outcome, note }) => [
      person.name,
      relation,
      formatDay(declaredOn),
      note === '' ? conflictOutcomes[outcome] : `${conflictOutcomes[outcome]}：${note}`,
    ]),
  },
  {
    kind: 'table',
    caption: '证据',
    columns: [
      { title: '序号', width: 1, align: 'center' },
      { title: '证据名称', width: 3 },
      { title: '种类', width: 2.4 },
      { title: '来源与提取', width: 3 },
      { title: '文件', width: 4 },
      { title: '添加', width: 3 },
    ],
    rows: record.evidence.map(({ title, kind, form, origin, collector, file, added }, index) => [
      String(index + 1),
      title,
      `${evidenceKindLabels[kind]}（${evidenceFormLabels[form]}）`,
      [origin, collector?.name ?? ''].filter((text) => text !== '').join('，'),
      `${file.name}（校验码 ${file.hash.slice(0, 16)}）`,
      `${added.by.name}　${formatInstant(added.at)}`,
    ]),
  },
];

const heard = (record: CaseRecord): Block[] => {
  const nameOf = (id: string): string => record.subjects.find(({ personId }) => personId === id)?.name ?? '';
  return [
    {
      kind: 'table',
      caption: '告知',
      columns: [
        { title: '当事人', width: 2 },
        { title: '第几次核实', width: 2, align: 'center' },
        { title: '方式', width: 2 },
        { title: '告知日期', width: 3 },
        { title: '陈述期限', width: 3 },
      ],
      rows: record.notifications.map(({ personId, round, way, notifiedOn, deadlineOn }) => [
        nameOf(personId),
        String(round),
        way === 'written' ? '书面' : '口头',
        formatDay(notifiedOn),
        formatDay(deadlineOn),
      ]),
    },
    {
      kind: 'table',
      caption: '陈述和采纳情况',
      columns: [
        { title: '当事人', width: 2 },
        { title: '日期', width: 2.6 },
        { title: '陈述', width: 5 },
        { title: '采纳与理由', width: 4 },
      ],
      rows: record.statements.map((statement) => [
        nameOf(statement.personId),
        formatDay(statement.heardOn),
        `${statementOutcomeLabels[statement.outcome]}${statement.text === '' ? '' : `：${statement.text}`}`,
        statement.adoption === null
          ? ''
          : `${adoptionLabels[statement.adoption]}：${statement.adoptionReason}`,
      ]),
    },
  ];
};

const meetingBlocks = ({ decision, subjects }: CaseRecord): Block[] => {
  const meeting = decision?.meeting;
  if (!meeting) return [];
  const nameOf = (id: string): string => subjects.find(({ personId }) => personId === id)?.name ?? '';
  return [
    {
      kind: 'fields',
      rows: [
        pair(['会议', meeting.name], ['地点', meeting.place]),
        pair(['主持', meeting.chair.name], ['记录', meeting.recorder.name]),
        row(
          '到会',
          meeting.members
            .map(({ person, attendance, note }) =>
              attendance === 'present'
                ? person.name
                : `${person.name}（${attendanceLabels[attendance]}${note === '' ? '' : `：${note}`}）`,
            )
            .join('、'),
        ),
        row('讨论情况', meeting.opinions || '无'),
      ],
    },
    {
      kind: 'table',
      caption: '表决',
      columns: [
        { title: '当事人', width: 2 },
        { title: '处理意见', width: 4 },
        { title: '表决结果', width: 6 },
      ],
      rows: meeting.motions.map(({ personId, measureName, votes }) => [
        nameOf(personId),
        measureName,
        tallyText(tallyOf(meeting.members, votes)),
      ]),
    },
  ];
};

const decided = (record: CaseRecord): Block[] => {
  const { decision, papers, subjects } = record;
  if (!decision) return [{ kind: 'paragraph', text: '尚未作出决定。' }];
  return [
    {
      kind: 'fields',
      rows: [
        pair(['决定机构', decidingBodyLabels[decision.body]], ['决定日期', formatDay(decision.decidedOn)]),
        ...(decision.decider ? [row('决定人', decision.decider.name)] : []),
        row('依据', groundTexts(decision.grounds)),
        row('认定与处理理由', decision.reason),
        row('经办', `${decision.decided.by.name}　${formatInstant(decision.decided.at)}`),
      ],
    },
    {
      kind: 'table',
      caption: '处理',
      columns: [
        { title: '当事人', width: 2 },
        { title: '措施', width: 3 },
        { title: '生效', width: 3 },
        { title: '期满', width: 3 },
        { title: '文号', width: 4 },
      ],
      rows: decision.items.map(({ id, personId, measure, effectiveOn, endsOn }) => [
        subjects.find((subject) => subject.personId === personId)?.name ?? '',
        measure.name,
        formatDay(effectiveOn),
        endsOn === null ? '一次性措施' : formatDay(endsOn),
        papers.find(({ itemIds }) => itemIds.includes(id))?.number ?? '不出具文书',
      ]),
    },
    ...meetingBlocks(record),
    {
      kind: 'table',
      caption: '法规提示后仍作决定的理由',
      columns: [
        { title: '提示', width: 5 },
        { title: '依据', width: 4 },
        { title: '理由', width: 4 },
      ],
      rows: decision.overrides.map(({ message, article, reason }) => [message, article, reason]),
    },
  ];
};

const carriedOut = (record: CaseRecord): Block[] => [
  {
    kind: 'table',
    caption: '送达',
    columns: [
      { title: '当事人', width: 2 },
      { title: '方式', width: 2.4 },
      { title: '送达日期', width: 3 },
      { title: '签收', width: 3 },
      { title: '送达人', width: 3 },
      { title: '拒收与见证', width: 4 },
    ],
    rows: record.services.map((service) => [
      record.subjects.find(({ personId }) => personId === service.personId)?.name ?? '',
      serviceWayLabels[service.way],
      formatDay(service.servedOn),
      `${service.receiver}　${formatDay(service.completedOn)}`,
      names(service.servers),
      service.refusal === null
        ? '无'
        : `${service.refusal.reason}${service.refusal.witness === '' ? '' : `，见证人${service.refusal.witness}`}${service.refusal.hasRecording ? '，有照片或录像' : ''}`,
    ]),
  },
  {
    kind: 'table',
    caption: '整改和复查',
    columns: [
      { title: '要求', width: 4 },
      { title: '期限', width: 2.6 },
      { title: '责任人', width: 1.8 },
      { title: '复查人', width: 1.8 },
      { title: '整改情况', width: 4 },
      { title: '复查', width: 4 },
    ],
    rows: record.rectification.map((item) => [
      item.text,
      formatDay(item.dueOn),
      item.responsible.name,
      item.checker.name,
      item.reports.map(({ reportedOn, text }) => `${formatDay(reportedOn)}：${text}`).join('\n'),
      item.checks
        .map(({ checkedOn, passed, note }) => `${formatDay(checkedOn)}${passed ? '合格' : '不合格'}：${note}`)
        .join('\n'),
    ]),
  },
];

const course = (record: CaseRecord): Block[] => [
  {
    kind: 'table',
    caption: '期限',
    columns: [
      { title: '期限', width: 3 },
      { title: '起算', width: 3 },
      { title: '届满', width: 3 },
      { title: '来源', width: 5 },
    ],
    rows: record.clocks.map(({ kind, startedOn, dueOn, ground, estimated }) => [
      clockKindLabels[kind],
      formatDay(startedOn),
      `${formatDay(dueOn)}${estimated ? '（预估）' : ''}`,
      ground,
    ]),
  },
  {
    kind: 'table',
    caption: '经过',
    columns: [
      { title: '时间', width: 3.4 },
      { title: '办理', width: 2.6 },
      { title: '办理人', width: 2 },
      { title: '内容', width: 6 },
    ],
    rows: record.history.map(({ made, act, note }) => [formatInstant(made.at), act, made.by.name, note]),
  },
];

/** The whole record of a case as one document, reasons for going past warnings included. */
export const caseFile = (school: School, record: CaseRecord, day: string, at: string): Dossier => {
  const sections: DossierSection[] = [
    { title: '登记', blocks: registration(record) },
    { title: '核实', blocks: factsFound(record) },
    { title: '告知与陈述', blocks: heard(record) },
    { title: '决定', blocks: decided(record) },
    { title: '送达与整改', blocks: carriedOut(record) },
    { title: '期限与经过', blocks: course(record) },
  ];
  const ending = record.closing
    ? `${formatInstant(record.closing.at)}归档：${record.closing.note}`
    : record.withdrawal
      ? `${formatInstant(record.withdrawal.at)}撤销：${record.withdrawal.reason}`
      : '尚未办结';
  return {
    form: 'dossier',
    cover: {
      issuer: school.name,
      title: '问责事项案卷',
      facts: [
        { label: '案号', value: record.number },
        { label: '事项', value: record.matter.name },
        { label: '当事人', value: peopleInTitle(record) },
        { label: '状态', value: stateLabels[record.state] },
      ],
      day,
    },
    runningHead: `${record.number}　案卷`,
    sections: [...sections, { title: '办结', blocks: [{ kind: 'paragraph', text: ending }] }],
    draft: false,
    properties: { title: `${record.number} 案卷`, author: school.name, createdAt: at },
  };
};
