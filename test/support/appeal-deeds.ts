import type { AppealAct } from '../../shared/features/appeals/workflow.ts';
import type { Appeal, AppealPaper } from '../../shared/features/appeals/schema.ts';
import { sampleAppealPaper } from './sample-appeal.ts';

/** What acts leave behind, without any service: for walks through the table of transitions. */

export type AppealDeed = (appeal: Appeal, roll: number) => Appeal;

const made = { at: '2026-12-02T02:00:00.000Z', by: { userId: 'u1', name: '周敏' } };
const people = ['sun', 'he', 'fang'].map((id) => ({ id, name: id }));

const withPaper = (appeal: Appeal, form: AppealPaper['form']): AppealPaper[] => [
  ...appeal.papers,
  sampleAppealPaper({ id: `${form}${String(appeal.papers.length)}`, form, former: null }),
];

/** What an outcome places: a decision where the school decides, corrections where something fell. */
const outcome = (appeal: Appeal, roll: number): Appeal => {
  const fallen = roll % 3 !== 0;
  const held = appeal.inside ? withPaper(appeal, 'decision') : [...appeal.papers];
  const members = (appeal.panel?.members ?? []).map(({ person }) => ({
    person,
    attendance: roll % 7 === 0 ? ('absent' as const) : ('present' as const),
    note: '',
  }));
  return {
    ...appeal,
    decision: {
      outcome: fallen ? (roll % 2 === 0 ? 'annul' : 'change') : 'uphold',
      redo: false,
      itemIds: fallen ? ['i1'] : [],
      replacements: [],
      flaws: [],
      facts: '查明。',
      reason: '理由。',
      decidedOn: '2026-12-10',
      sitting: appeal.inside
        ? {
            heldOn: '2026-12-10',
            place: '会议室',
            chair: { id: 'sun', name: 'sun' },
            recorder: { id: 'he', name: 'he' },
            members,
            votes: members.map(({ person }) => ({
              memberId: person.id,
              vote: roll % 5 === 0 ? ('against' as const) : ('for' as const),
            })),
            opinions: '',
          }
        : null,
      number: '',
      file: null,
      overrides: [],
      effects: [],
      decided: made,
    },
    papers: fallen ? withPaper({ ...appeal, papers: held }, 'correction') : held,
    restorations: fallen ? [{ id: 'r1', kind: 'archive', text: '撤出档案', done: null }] : [],
  };
};

/** Careless on purpose: a good part of the deeds leave out what the workflow asks for. */
export const appealDeeds: Record<Exclude<AppealAct, 'register'>, AppealDeed> = {
  attach: (appeal) => appeal,
  askCompletion: (appeal, roll) => ({
    ...appeal,
    completion:
      roll % 5 === 0 ? null : { askedOn: '2026-12-02', lacking: '证明', dueOn: '2026-12-16', received: null },
  }),
  supplement: (appeal, roll) => ({
    ...appeal,
    completion: appeal.completion && {
      ...appeal.completion,
      received: roll % 5 === 0 ? null : { on: '2026-12-07', note: '补齐' },
    },
  }),
  accept: (appeal, roll) => ({
    ...appeal,
    admission: roll % 5 === 0 ? null : { accepted: true, on: '2026-12-02', reason: '', made },
    papers: withPaper(appeal, 'acceptance'),
  }),
  refuse: (appeal, roll) => ({
    ...appeal,
    admission: {
      accepted: false,
      on: '2026-12-02',
      reason: roll % 5 === 0 ? ' ' : '超过期限',
      made,
    },
    papers: withPaper(appeal, 'refusal'),
  }),
  forward: (appeal, roll) => ({
    ...appeal,
    forwarding: roll % 5 === 0 ? null : { on: '2026-12-03', text: '案卷', made },
  }),
  assign: (appeal, roll) => ({
    ...appeal,
    panel: {
      name: '复核小组',
      members: people
        .slice(0, roll % 4)
        .map((person) => ({ person, outside: false, capacity: 'staff' as const, about: '' })),
      gapReason: '',
      made,
    },
  }),
  declareConflict: (appeal, roll) => ({
    ...appeal,
    conflicts: [
      ...appeal.conflicts,
      {
        id: String(roll),
        person: { id: 'he', name: 'he' },
        relation: '亲属',
        declaredOn: '2026-12-05',
        outcome: 'open',
        note: '',
      },
    ],
  }),
  settleConflict: (appeal) => ({
    ...appeal,
    conflicts: appeal.conflicts.map((each) => ({ ...each, outcome: 'dismissed' as const })),
  }),
  look: (appeal, roll) => ({
    ...appeal,
    looks: [
      ...appeal.looks,
      { id: String(roll), kind: 'files', on: '2026-12-08', people: '二人', text: '阅卷', made },
    ],
  }),
  extend: (appeal) => appeal,
  decide: outcome,
  recordResult: outcome,
  issue: (appeal, roll) => {
    const open = appeal.papers.filter(({ issuedPaperId }) => issuedPaperId === null);
    const chosen = open[roll % Math.max(1, open.length)];
    return {
      ...appeal,
      papers: appeal.papers.map((paper) =>
        paper === chosen ? { ...paper, issuedPaperId: `i${paper.id}` } : paper,
      ),
    };
  },
  serve: (appeal, roll) => {
    const out = appeal.papers.filter(
      ({ issuedPaperId, form }) => issuedPaperId !== null && form !== 'correction',
    );
    const paper = out[roll % Math.max(1, out.length)];
    if (!paper) return appeal;
    return {
      ...appeal,
      services: [
        ...appeal.services,
        {
          id: String(roll),
          personId: 's1',
          paperIds: [paper.id],
          way: 'direct',
          servedOn: '2026-12-11',
          place: '',
          receiver: '王立新',
          relation: '本人',
          completedOn: '2026-12-11',
          refusal: null,
          consent: false,
          servers: [],
          recorded: made,
        },
      ],
    };
  },
  distribute: (appeal) => ({
    ...appeal,
    papers: appeal.papers.map((paper) =>
      paper.form === 'correction' && paper.issuedPaperId !== null
        ? { ...paper, distribution: { ...made, on: '2026-12-11', note: '已发' } }
        : paper,
    ),
  }),
  restore: (appeal) => ({
    ...appeal,
    restorations: appeal.restorations.map((each) => ({
      ...each,
      done: { ...made, on: '2026-12-11', note: '已办' },
    })),
  }),
  close: (appeal, roll) => ({ ...appeal, closing: roll % 5 === 0 ? null : { ...made, note: '完' } }),
  withdraw: (appeal, roll) => ({
    ...appeal,
    withdrawal: roll % 5 === 0 ? null : { ...made, on: '2026-12-05', reason: '不再坚持' },
  }),
};
