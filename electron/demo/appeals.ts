import type { ChannelOutput } from '../../shared/channels.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import type { Caller } from './caller.ts';
import type { Happening } from './cases.ts';
import { logIn, reviewerAccount, type World } from './world.ts';

type View = ChannelOutput<'appeals.read'>;

/** What somebody says who applies for a review. */
interface Plea {
  /** How many days before the present it comes in. */
  readonly ago: number;
  readonly requests: string;
  readonly reasons: string;
}

const upheld: Plea = {
  ago: 46,
  requests: '请求撤销原处理，或者改为更轻的处理。',
  reasons: '事情发生后已经主动改正，认为处理没有充分考虑这一情况。',
};
const inHand: Plea = {
  ago: 14,
  requests: '请求重新核实事实，减轻处理。',
  reasons: '当时同时承担两项工作，已经向负责人口头说明，处理时没有核实这一点。',
};
const waiting: Plea = {
  ago: 5,
  requests: '请求撤销原处理。',
  reasons: '当天是临时调课，课前已经向年级组长说明，并不是无故缺岗；处理以前没有向年级组长核实。',
};

const target = ({ appeal }: View) => ({ id: appeal.id, rev: appeal.rev });

/** Registers a review for whoever may still apply and has the least time left to do so. */
const register = async (office: Caller, day: string, { requests, reasons }: Plea): Promise<View> => {
  const { cases } = await office.call('appeals.cases', {});
  const open = [];
  for (const { caseId } of cases) {
    const { complaints } = await office.call('appeals.begin', { caseId });
    for (const { personId, name, kind, knownOn, items, ways } of complaints) {
      const dueOn = ways.find((way) => way.kind === 'review' && way.closedBy === '')?.dueOn ?? '';
      if (kind === 'staff' && knownOn !== null && knownOn <= day && dueOn >= day)
        open.push({ caseId, personId, name, dueOn, itemIds: items.map(({ itemId }) => itemId) });
    }
  }
  const [soonest] = open.sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  if (!soonest) throw new Error('nobody of the demo school may apply for a review');
  const { caseId, personId, name, itemIds } = soonest;
  return office.call('appeals.register', {
    caseId,
    personId,
    kind: 'review',
    capacity: 'self',
    applicantName: name,
    receivedOn: day,
    way: 'direct',
    itemIds,
    requests,
    reasons,
  });
};

/** Two who had no part in the decision: whoever holds the account for reviews, and a colleague. */
const panelFor = async (reviewer: Caller, { involved }: View): Promise<{ id: string; name: string }[]> => {
  const { staff } = await reviewer.call('organisation.staff', {});
  const barred = new Set(involved.map(({ name }) => name));
  return staff
    .filter(({ post, name }) => post === reviewerAccount.post && !barred.has(name))
    .slice(0, 2)
    .map(({ id, name }) => ({ id, name }));
};

/** One review with what happens in it, from its registration on. */
const reviewOf = (world: World, plea: Plea): Steps => {
  const day = (after: number): string =>
    standardCalendar.workdayOnOrAfter(addDays(world.today, after - plea.ago));
  let view: View | undefined;
  const current = (): View => {
    if (!view) throw new Error('the review was not registered yet');
    return view;
  };
  const by = (accountName: string, after: number, act: (caller: Caller, on: string) => Promise<View>) => ({
    day: day(after),
    act: async () => {
      view = await act(await logIn(world, accountName), day(after));
    },
  });
  const reviewer = reviewerAccount.accountName;
  return {
    register: by('bangongshi', 0, (office, on) => register(office, on, plea)),
    accept: by(reviewer, 2, (caller, on) => caller.call('appeals.accept', { ...target(current()), on })),
    issueAcceptance: by('bangongshi', 2, (office) => issueAll(office, current())),
    assign: by(reviewer, 3, async (caller) =>
      caller.call('appeals.assign', {
        ...target(current()),
        name: '复核小组',
        members: (await panelFor(caller, current())).map(({ id }) => ({
          staffId: id,
          capacity: 'staff' as const,
        })),
      }),
    ),
    look: by(reviewer, 6, (caller, on) =>
      caller.call('appeals.look', {
        ...target(current()),
        kind: 'files',
        on,
        people: namesOf(current()),
        text: '审阅全部案卷，核对证据和程序材料，并当面听取申请人的意见。',
      }),
    ),
    decide: by(reviewer, 10, (caller, on) => {
      const ids = (current().appeal.panel?.members ?? []).map(({ person }) => person.id);
      return caller.call('appeals.decide', {
        ...target(current()),
        decision: {
          outcome: 'uphold',
          facts: '经审阅案卷、听取申请人意见，原决定认定的事实有书证和本人陈述证明，事实清楚。',
          reason: '原决定已经考虑申请人主动改正的情况，依据正确，程序合法，处理恰当。',
          decidedOn: on,
          place: '小会议室',
          chairId: ids[0] ?? '',
          recorderId: ids[1] ?? '',
          members: ids.map((memberId) => ({ memberId, attendance: 'present' as const })),
          votes: ids.map((memberId) => ({ memberId, vote: 'for' as const })),
          opinions: '与会人员意见一致。',
        },
        overrides: [],
      });
    }),
    issue: by('bangongshi', 11, (office) => issueAll(office, current())),
    serve: by('bangongshi', 12, (office, on) => {
      const { appeal } = current();
      return office.call('appeals.serve', {
        ...target(current()),
        paperIds: appeal.papers.filter(({ form }) => form === 'decision').map(({ id }) => id),
        way: 'direct',
        servedOn: on,
        place: '办公室',
        receiver: appeal.applicant.name,
        relation: '本人',
        completedOn: on,
        serverIds: (appeal.panel?.members ?? []).map(({ person }) => person.id),
      });
    }),
  };
};

type StepName = 'register' | 'accept' | 'issueAcceptance' | 'assign' | 'look' | 'decide' | 'issue' | 'serve';
type Steps = Readonly<Record<StepName, Happening>>;

const namesOf = ({ appeal }: View): string =>
  (appeal.panel?.members ?? []).map(({ person }) => person.name).join('、');

const issueAll = async (office: Caller, view: View): Promise<View> => {
  let current = view;
  for (const { id: paperId, issuedPaperId } of view.appeal.papers)
    if (issuedPaperId === null) current = await office.call('appeals.issue', { ...target(current), paperId });
  return current;
};

/**
 * Three people apply for a review: one was heard and the decision upheld, one is being heard, one waits to be admitted by
 * somebody who had no part in the decision.
 */
export const planAppeals = (world: World): Happening[] => {
  const served = reviewOf(world, upheld);
  const heard = reviewOf(world, inHand);
  return [
    ...Object.values(served),
    heard.register,
    heard.accept,
    heard.issueAcceptance,
    heard.assign,
    heard.look,
    reviewOf(world, waiting).register,
  ];
};
