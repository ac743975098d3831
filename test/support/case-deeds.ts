import type { CaseAct } from '../../shared/features/cases/acts.ts';
import { isDecisionPaper, type CasePaper } from '../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../shared/features/cases/schema.ts';
import { unservedPapers } from '../../shared/features/cases/conditions.ts';
import type { Route } from '../../shared/features/cases/states.ts';
import { allocateNext } from '../../shared/features/papers/numbers.ts';
import { circularCriticism, sampleDecision } from './sample-case.ts';

/** What acts leave behind, without any service: for walks through the table of transitions. */

/** The register of numbers as a walk keeps it. */
export interface Numbers {
  readonly taken: number[];
  readonly voided: Set<number>;
}

export type Deed = (record: CaseRecord, roll: number, numbers: Numbers) => CaseRecord;

const stamp = { at: '2026-11-20T02:00:00.000Z', by: { userId: 'u1', name: '周敏' } };
const two = [
  { id: 's3', name: '陈晓东' },
  { id: 's4', name: '刘芳' },
];
const gravity = { nature: 'careless', degree: 'medium', impact: 'school' } as const;

const paper = (
  form: CasePaper['form'],
  personIds: string[],
  itemIds: string[],
  numbers: Numbers,
): CasePaper => {
  const next = allocateNext({ kind: 'document', prefix: '青一中', year: 2026 }, numbers.taken);
  numbers.taken.push(next.sequence);
  return {
    id: `p${String(next.sequence)}`,
    form,
    title: form,
    personIds,
    itemIds,
    aboutId: null,
    numberId: String(next.sequence),
    number: next.number,
    issuedPaperId: null,
    external: null,
    void: false,
  };
};

const setAside = (record: CaseRecord, numbers: Numbers): CaseRecord => {
  for (const each of record.papers)
    if (!each.void && each.itemIds.length > 0 && each.issuedPaperId === null && each.numberId !== null)
      numbers.voided.add(Number(each.numberId));
  return {
    ...record,
    decision: null,
    formerDecisions: record.decision ? [...record.formerDecisions, record.decision] : record.formerDecisions,
    papers: record.papers.map((each) => (each.itemIds.length > 0 ? { ...each, void: true } : each)),
  };
};

const pick = (record: CaseRecord, roll: number): string =>
  record.subjects[roll % record.subjects.length]?.personId ?? '';

const routes: readonly Route[] = ['light', 'ordinary', 'pupil', 'transferred'];

/** Careless on purpose: a good part of the deeds leave out what the workflow asks for. */
export const deeds: Record<Exclude<CaseAct, 'register'>, Deed> = {
  changeRoute: (record, roll) => ({ ...record, route: routes[roll % 4] ?? 'light' }),
  addNote: (record, roll) => ({
    ...record,
    notes: [...record.notes, { id: String(roll), text: '备注', made: stamp }],
  }),
  declareConflict: (record, roll) => ({
    ...record,
    conflicts: [
      ...record.conflicts.map((each) => ({ ...each, outcome: 'dismissed' as const })),
      ...(roll % 3 === 0
        ? [
            {
              id: String(roll),
              person: { id: 's3', name: '陈晓东' },
              relation: '同事',
              declaredOn: '2026-11-11',
              outcome: 'open' as const,
              note: '',
            },
          ]
        : []),
    ],
  }),
  attachEvidence: (record) => record,
  establishFacts: (record, roll) => ({
    ...record,
    facts: roll % 5 === 0 ? ' ' : '属实。',
    checkers: roll % 4 === 0 ? two.slice(1) : two,
    round: record.round + 1,
    establishedOn: '2026-11-12',
    gravity,
  }),
  fileCase: (record, roll) => ({
    ...record,
    filing: {
      approver: { id: 's7', name: '李建国' },
      approvedOn: '2026-11-12',
      suspected: '规定',
      reason: '理由',
      team: roll % 4 === 0 ? two.slice(1) : two,
      suspension: null,
    },
  }),
  planInvestigation: (record) => record,
  recordInterview: (record, roll) => ({
    ...record,
    investigation: {
      ...record.investigation,
      interviews: [
        ...record.investigation.interviews,
        {
          id: String(roll),
          kind: 'subject',
          personId: pick(record, roll),
          name: '王立新',
          capacity: '',
          minor: false,
          adult: '',
          heldOn: '2026-11-12',
          from: '09:00',
          to: '10:00',
          place: '谈话室',
          interviewers: two,
          recorder: { id: 's4', name: '刘芳' },
          rightsTold: true,
          lines: [{ question: '问', answer: '答' }],
          signed: true,
          refusal: '',
          demands: '',
          recorded: stamp,
        },
      ],
    },
  }),
  recordFinding: (record, roll) => ({
    ...record,
    investigation: {
      ...record.investigation,
      findings: [
        ...record.investigation.findings.filter(({ personId }) => personId !== pick(record, roll)),
        {
          personId: pick(record, roll),
          responsibility: 'direct',
          facts: '属实。',
          gravity,
          circumstances: [],
          measureCodes: [],
          opinion: '',
        },
      ],
    },
  }),
  submitReport: (record, roll) => ({
    ...record,
    investigation: {
      ...record.investigation,
      report:
        roll % 6 === 0
          ? null
          : {
              course: '经过',
              facts: '事实',
              positions: '',
              nature: '定性',
              signers: roll % 5 === 0 ? two.slice(1) : two,
              reportedOn: '2026-11-13',
              submitted: stamp,
              adoption: null,
              returns: record.investigation.report?.returns ?? [],
            },
    },
  }),
  adoptReport: (record, roll) => ({
    ...record,
    round: record.round + 1,
    investigation: {
      ...record.investigation,
      report: record.investigation.report && {
        ...record.investigation.report,
        adoption: roll % 5 === 0 ? null : { ...stamp, note: '', on: '2026-11-14', digest: 'x' },
      },
    },
  }),
  returnReport: (record) => ({
    ...record,
    investigation: {
      ...record.investigation,
      report: record.investigation.report && {
        ...record.investigation.report,
        adoption: null,
        returns: [...record.investigation.report.returns, { ...stamp, reason: '补充' }],
      },
    },
  }),
  notify: (record, roll) => ({
    ...record,
    notifications: record.subjects.slice(roll % 4 === 0 ? 1 : 0).map(({ personId, kind }) => ({
      personId,
      round: record.round,
      way: 'oral' as const,
      notifiedOn: '2026-11-13',
      deadlineOn: '2026-11-18',
      intended: '',
      hearingOffered: true,
      guardian:
        kind === 'pupil' && roll % 5 !== 0
          ? { name: '林建军', way: 'visit' as const, toldOn: '2026-11-13' }
          : null,
    })),
  }),
  hearStatement: (record, roll) => ({
    ...record,
    statements: [
      ...record.statements.filter(
        ({ personId, round }) => personId !== pick(record, roll) || round !== record.round,
      ),
      {
        personId: pick(record, roll),
        round: record.round,
        outcome: 'waived' as const,
        heardOn: '2026-11-14',
        text: '',
        adoption: null,
        adoptionReason: '',
        hearingAsked: roll % 5 === 0,
      },
    ],
  }),
  holdHearing: (record, roll) => ({
    ...record,
    hearings: [
      ...record.hearings,
      {
        id: String(roll),
        personId: pick(record, roll),
        round: record.round,
        heldOn: '2026-11-16',
        place: '会议室',
        chair: { id: 's7', name: '李建国' },
        recorder: { id: 's8', name: '赵文静' },
        attendees: '',
        minutes: '情况',
        opinion: '意见',
        recorded: stamp,
      },
    ],
  }),
  decide: (record, roll, numbers) => {
    const proposal = roll % 5 === 0;
    const silent = roll % 4 === 0 && !proposal;
    const itemId = `i${String(roll)}-${String(numbers.taken.length)}`;
    const personIds = record.subjects.map(({ personId }) => personId);
    const items = personIds.map((personId, at) => ({
      id: `${itemId}-${String(at)}`,
      personId,
      measure: { ...circularCriticism, paper: silent ? null : ('circular' as const) },
      days: null,
      effectiveOn: '2026-11-20',
      endsOn: null,
      proposal,
      pay: null,
    }));
    return {
      ...record,
      decision: { ...sampleDecision, items },
      papers: silent
        ? record.papers
        : [
            ...record.papers,
            paper(
              proposal ? 'proposal' : 'circular',
              personIds,
              items.map(({ id }) => id),
              numbers,
            ),
          ],
      submission: proposal
        ? {
            kind: 'proposal',
            organ: '教育局',
            sentOn: '2026-11-20',
            reason: '理由',
            sent: stamp,
            reply: null,
          }
        : record.submission,
      rectification:
        !silent && !proposal && roll % 3 === 0
          ? [
              {
                id: 'r1',
                text: '补齐',
                dueOn: '2026-12-01',
                responsible: { id: 's1', name: '王立新' },
                checker: { id: 's3', name: '陈晓东' },
                reports: [],
                checks: [],
              },
            ]
          : [],
      tasks:
        roll % 7 === 0
          ? [
              {
                id: 't1',
                kind: 'archive',
                text: '存档',
                itemId: null,
                personId: null,
                dueOn: null,
                responsible: null,
                done: null,
              },
            ]
          : [],
    };
  },
  refer: (record, roll, numbers) => ({
    ...record,
    route: 'transferred',
    submission:
      roll % 4 === 0
        ? null
        : {
            kind: 'referral',
            organ: '公安局',
            sentOn: '2026-11-20',
            reason: '理由',
            sent: stamp,
            reply: null,
          },
    papers: [...record.papers, paper('referral', [], [], numbers)],
  }),
  recordReply: (record, roll, numbers) => {
    const outcomes = ['approved', 'changed', 'returned'] as const;
    const outcome = outcomes[roll % 3] ?? 'approved';
    const answered: CaseRecord = {
      ...record,
      submission: record.submission && {
        ...record.submission,
        reply: { repliedOn: '2026-11-22', outcome, number: '', text: '批复', file: null, recorded: stamp },
      },
    };
    if (record.submission?.kind !== 'proposal') return answered;
    if (outcome === 'returned') return setAside(answered, numbers);
    const file = { hash: 'a'.repeat(64), name: '决定.pdf', mime: 'application/pdf', size: 1 };
    return {
      ...answered,
      papers: [
        ...answered.papers,
        ...(roll % 4 === 0
          ? []
          : [
              {
                ...paper(
                  'decision',
                  answered.subjects.map(({ personId }) => personId),
                  ['x'],
                  {
                    taken: [],
                    voided: new Set(),
                  },
                ),
                id: `e${String(roll)}`,
                numberId: null,
                external: file,
              },
            ]),
      ],
    };
  },
  issueNotice: (record, roll) => {
    const open = record.papers.filter(
      (each) => !each.void && isDecisionPaper(each.form) && each.issuedPaperId === null,
    );
    const chosen = open[roll % Math.max(1, open.length)];
    return {
      ...record,
      papers: record.papers.map((each) => (each === chosen ? { ...each, issuedPaperId: 'issued' } : each)),
    };
  },
  issueRecord: (record) => record,
  voidNumber: (record, roll, numbers) => {
    const held = record.papers.filter(
      (each) => !each.void && isDecisionPaper(each.form) && each.numberId !== null,
    );
    const chosen = held[roll % Math.max(1, held.length)];
    if (!chosen) return record;
    numbers.voided.add(Number(chosen.numberId));
    const fresh = paper(chosen.form, [], [], numbers);
    return {
      ...record,
      papers: record.papers.map((each) =>
        each === chosen
          ? { ...each, numberId: fresh.numberId, number: fresh.number, issuedPaperId: null }
          : each,
      ),
    };
  },
  recordService: (record, roll) => ({
    ...record,
    services: [
      ...record.services,
      {
        id: String(roll),
        personId: pick(record, roll),
        paperIds: unservedPapers(record, pick(record, roll)).map(({ id }) => id),
        way: 'direct' as const,
        servedOn: '2026-11-21',
        place: '',
        receiver: '',
        relation: '',
        completedOn: '2026-11-21',
        refusal: null,
        consent: false,
        servers: two,
        recorded: stamp,
      },
    ],
  }),
  reportRectification: (record) => record,
  checkRectification: (record, roll) => ({
    ...record,
    rectification: record.rectification.map((item) => ({
      ...item,
      checks: [
        ...item.checks,
        { checkedOn: '2026-12-01', passed: roll % 2 === 0, note: '看过', checked: stamp },
      ],
    })),
  }),
  completeTask: (record) => ({
    ...record,
    tasks: record.tasks.map((task) => ({ ...task, done: { ...stamp, on: '2026-12-01', note: '办了' } })),
  }),
  extendClock: (record) => record,
  liftSanction: (record) => record,
  applyReview: (record, roll, numbers) =>
    roll % 2 === 0 ? record : { ...setAside(record, numbers), closing: { ...stamp, note: '复核撤销决定' } },
  absorb: (record) => ({
    ...record,
    investigation: {
      ...record.investigation,
      report: record.investigation.report && { ...record.investigation.report, adoption: null },
    },
  }),
  merge: (record, roll) => ({
    ...record,
    links: {
      ...record.links,
      mergedInto: roll % 3 === 0 ? null : { caseId: 'c2', number: '问责〔2026〕9号' },
    },
  }),
  split: (record) => ({
    ...record,
    subjects: record.subjects.slice(0, Math.max(1, record.subjects.length - 1)),
  }),
  reopen: (record, roll) => ({
    ...record,
    decision: null,
    formerDecisions: record.decision ? [...record.formerDecisions, record.decision] : record.formerDecisions,
    papers: record.papers.map((each) => (each.itemIds.length > 0 ? { ...each, void: true } : each)),
    rectification: [],
    tasks: [],
    submission: null,
    closing: null,
    withdrawal: null,
    round: record.round + 1,
    investigation: {
      ...record.investigation,
      report: record.investigation.report && { ...record.investigation.report, adoption: null },
    },
    reopenings: roll % 4 === 0 ? record.reopenings : [...record.reopenings, { ...stamp, reason: '新证据' }],
  }),
  close: (record, roll) => ({ ...record, closing: roll % 5 === 0 ? null : { ...stamp, note: '办结' } }),
  withdraw: (record, roll, numbers) => {
    for (const each of record.papers)
      if (!each.void && each.itemIds.length > 0 && each.numberId !== null)
        numbers.voided.add(Number(each.numberId));
    return {
      ...setAside(record, numbers),
      withdrawal: roll % 5 === 0 ? null : { ...stamp, reason: '查无实据' },
    };
  },
};
