import { isDecisionPaper, isPaperOut, type CasePaper } from './carrying-out.ts';
import type { CaseRecord } from './schema.ts';

/** What has to be there before a case may go on: each with the words a person reads while it is not. */

const thisRound = <T extends { readonly round: number }>(
  record: CaseRecord,
  entries: readonly T[],
): readonly T[] => entries.filter(({ round }) => round === record.round);

const everySubject = (record: CaseRecord, holds: (personId: string) => boolean): boolean =>
  record.subjects.every(({ personId }) => holds(personId));

export const currentNotifications = (record: CaseRecord): CaseRecord['notifications'] => [
  ...thisRound(record, record.notifications),
];

export const currentStatements = (record: CaseRecord): CaseRecord['statements'] => [
  ...thisRound(record, record.statements),
];

export const currentHearings = (record: CaseRecord): CaseRecord['hearings'] => [
  ...thisRound(record, record.hearings),
];

/** Papers of the decision in force that have to be issued and served. */
export const decisionPapers = (record: Pick<CaseRecord, 'papers'>): readonly CasePaper[] =>
  record.papers.filter((paper) => !paper.void && isDecisionPaper(paper.form));

/** Papers of the decision that a person has not got yet. */
export const unservedPapers = (record: CaseRecord, personId: string): readonly CasePaper[] =>
  decisionPapers(record).filter(
    ({ id, personIds }) =>
      personIds.includes(personId) &&
      !record.services.some((service) => service.personId === personId && service.paperIds.includes(id)),
  );

/** True when every paper of the decision that names the person has reached him or her. */
export const isServed = (record: CaseRecord, personId: string): boolean =>
  unservedPapers(record, personId).length === 0;

/** True while nobody has got any paper of the decision in force. */
export const isNobodyServed = (record: CaseRecord): boolean => {
  const current = new Set(decisionPapers(record).map(({ id }) => id));
  return record.services.every(({ paperIds }) => paperIds.every((id) => !current.has(id)));
};

export const isItemDone = (item: CaseRecord['rectification'][number]): boolean =>
  item.checks.at(-1)?.passed === true;

const two = (people: readonly { readonly id: string }[]): boolean =>
  new Set(people.map(({ id }) => id)).size >= 2;

/** A condition on the record as it will be after the act; `missing` is what a person reads while it does not hold. */
interface Condition {
  readonly missing: string;
  holds(record: CaseRecord): boolean;
}

export const conditions = {
  'route-fits': {
    missing: '与当事人相符的办理方式',
    holds: ({ route, subjects }) =>
      route === 'transferred' || subjects.every(({ kind }) => (kind === 'pupil') === (route === 'pupil')),
  },
  facts: { missing: '写明核实的事实', holds: (record) => record.facts.trim() !== '' },
  'a-checker': { missing: '核实人员', holds: (record) => record.checkers.length > 0 },
  'two-checkers': { missing: '至少两名核实人员', holds: (record) => two(record.checkers) },
  'no-open-conflict': {
    missing: '处理完已申报的回避',
    holds: (record) => record.conflicts.every(({ outcome }) => outcome !== 'open'),
  },
  filing: { missing: '立案审批', holds: (record) => record.filing !== null },
  team: {
    missing: '至少两名办案人员',
    holds: (record) => record.filing !== null && two(record.filing.team),
  },
  'subjects-interviewed': {
    missing: '询问每一名当事人的笔录',
    holds: (record) =>
      record.subjects
        .filter(({ kind }) => kind !== 'department')
        .every(({ personId }) =>
          record.investigation.interviews.some((interview) => interview.personId === personId),
        ),
  },
  findings: {
    missing: '对每一名当事人的责任认定',
    holds: (record) =>
      everySubject(record, (id) => record.investigation.findings.some(({ personId }) => personId === id)),
  },
  report: { missing: '调查报告', holds: (record) => record.investigation.report !== null },
  'two-signers': {
    missing: '两名办案人员在调查报告上签名',
    holds: (record) => two(record.investigation.report?.signers ?? []),
  },
  'report-adopted': {
    missing: '采纳调查报告',
    holds: (record) => (record.investigation.report?.adoption ?? null) !== null,
  },
  'report-returned': {
    missing: '退回补充调查的理由',
    holds: (record) =>
      record.investigation.report !== null &&
      record.investigation.report.adoption === null &&
      record.investigation.report.returns.length > 0,
  },
  'all-notified': {
    missing: '告知每一名当事人',
    holds: (record) =>
      everySubject(record, (id) => currentNotifications(record).some(({ personId }) => personId === id)),
  },
  'guardians-told': {
    missing: '告知每一名学生的监护人',
    holds: (record) =>
      record.subjects
        .filter(({ kind }) => kind === 'pupil')
        .every(({ personId }) =>
          currentNotifications(record).some((told) => told.personId === personId && told.guardian !== null),
        ),
  },
  'all-heard': {
    missing: '每一名当事人的陈述',
    holds: (record) =>
      everySubject(record, (id) => currentStatements(record).some(({ personId }) => personId === id)),
  },
  'hearings-held': {
    missing: '依申请组织的听证',
    holds: (record) =>
      currentStatements(record)
        .filter(({ hearingAsked }) => hearingAsked)
        .every(({ personId }) => currentHearings(record).some((hearing) => hearing.personId === personId)),
  },
  'has-decision': { missing: '决定', holds: (record) => record.decision !== null },
  'no-decision': { missing: '决定已撤销', holds: (record) => record.decision === null },
  'no-proposal': {
    missing: '学校有权决定的措施',
    holds: (record) => record.decision?.items.every(({ proposal }) => !proposal) === true,
  },
  'has-proposal': {
    missing: '需要报请的处分建议',
    holds: (record) => record.decision?.items.some(({ proposal }) => proposal) === true,
  },
  'has-papers': { missing: '文书', holds: (record) => decisionPapers(record).length > 0 },
  'no-papers': { missing: '本措施不出具文书', holds: (record) => decisionPapers(record).length === 0 },
  'papers-out': {
    missing: '印发全部文书',
    holds: (record) => decisionPapers(record).every(isPaperOut),
  },
  'a-paper-not-out': {
    missing: '尚未印发的文书',
    holds: (record) => decisionPapers(record).some((paper) => !isPaperOut(paper)),
  },
  'all-served': {
    missing: '每一名当事人的送达记录',
    holds: (record) => everySubject(record, (id) => isServed(record, id)),
  },
  'nobody-served': { missing: '尚未送达任何人', holds: isNobodyServed },
  'has-items': { missing: '整改事项', holds: (record) => record.rectification.length > 0 },
  'no-items': { missing: '没有整改事项', holds: (record) => record.rectification.length === 0 },
  'all-items-done': {
    missing: '每一项整改复查合格',
    holds: (record) => record.rectification.every(isItemDone),
  },
  'tasks-done': {
    missing: '办结全部执行事项',
    holds: (record) => record.tasks.every(({ done }) => done !== null),
  },
  submission: { missing: '报请或移送的记录', holds: (record) => record.submission !== null },
  reply: {
    missing: '批复或反馈',
    holds: (record) => (record.submission?.reply ?? null) !== null,
  },
  'reply-decides': {
    missing: '机关作出的决定',
    holds: (record) =>
      record.submission?.reply?.outcome === 'approved' || record.submission?.reply?.outcome === 'changed',
  },
  'reply-returns': {
    missing: '机关退回处理',
    holds: (record) => record.submission?.reply?.outcome === 'returned',
  },
  'merged-into': { missing: '并入的事项', holds: (record) => record.links.mergedInto !== null },
  reopening: { missing: '重新办理的理由', holds: (record) => record.reopenings.length > 0 },
  closing: { missing: '办结说明', holds: (record) => record.closing !== null },
  withdrawal: { missing: '撤销原因', holds: (record) => record.withdrawal !== null },
} as const satisfies Record<string, Condition>;
export type ConditionId = keyof typeof conditions;
