import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import type { Caller } from './harness.ts';

/** What people do with a case, through the channels, each with what an ordinary matter would say. */

export type View = ChannelOutput<'cases.read'>;
export type Decision = ChannelInput<'cases.decide'>['decision'];

export const target = ({ record }: View): { id: string; rev: number } => ({ id: record.id, rev: record.rev });

const gravity = { nature: 'careless', degree: 'medium', impact: 'school' } as const;

/** Those who sit in the meeting of these tests, and how they vote unless told otherwise. */
export const members = ['li', 'zhao', 'qian'] as const;
export const allFor = members.map((memberId) => ({ memberId, vote: 'for' as const }));

export const meeting: NonNullable<Decision['meeting']> = {
  name: '校长办公会',
  place: '会议室',
  chairId: 'li',
  recorderId: 'zhao',
  members: members.map((personId) => ({ personId, attendance: 'present' as const })),
  opinions: '与会人员同意处理意见。',
};

/** A decision of the principal's meeting with one measure for each person named. */
export const decisionOf = (
  measureCode: string,
  personIds: readonly string[] = ['wang'],
  change: Partial<Decision> = {},
): Decision => ({
  items: personIds.map((personId) => ({ personId, measureCode, votes: [...allFor] })),
  grounds: [{ kind: 'law', ref: 'education-law-29' }],
  body: 'principal-meeting',
  decidedOn: '2026-11-20',
  meeting,
  reason: '事实清楚，应负直接责任。',
  effectiveOn: '2026-11-20',
  ...change,
});

/** The acts, bound to whoever does them: any function may be asked again with another caller. */
export const caseActs = (one: () => Caller) => ({
  register: (change: Partial<ChannelInput<'cases.register'>> = {}): Promise<View> =>
    one().call('cases.register', {
      matterCode: 'duty-patrol',
      summary: '晚间值班期间擅自离岗',
      occurredOn: '2026-11-09',
      subjects: [{ kind: 'staff', id: 'wang' }],
      source: { kind: 'inspection' },
      ...change,
    }),

  establish: (view: View, checkerIds: readonly string[] = ['chen', 'liu']): Promise<View> =>
    one().call('cases.establishFacts', {
      ...target(view),
      facts: '11月9日19时至22时擅自离岗约两小时。',
      establishedOn: '2026-11-10',
      checkerIds: [...checkerIds],
      gravity,
    }),

  file: (view: View, change: Partial<ChannelInput<'cases.fileCase'>> = {}): Promise<View> =>
    one().call('cases.fileCase', {
      ...target(view),
      approverId: 'li',
      approvedOn: '2026-11-10',
      suspected: '《事业单位工作人员处分规定》',
      reason: '初核情况属实，需要立案调查。',
      teamIds: ['chen', 'liu'],
      ...change,
    }),

  interview: (
    view: View,
    person: { readonly id: string; readonly name: string },
    change: Partial<ChannelInput<'cases.recordInterview'>['interview']> = {},
  ): Promise<View> =>
    one().call('cases.recordInterview', {
      ...target(view),
      interview: {
        kind: 'subject',
        personId: person.id,
        name: person.name,
        capacity: '当事人',
        minor: false,
        heldOn: '2026-11-11',
        from: '09:00',
        to: '09:40',
        place: '谈话室',
        interviewerIds: ['chen', 'liu'],
        recorderId: 'liu',
        rightsTold: true,
        lines: [{ question: '当晚为什么离岗？', answer: '家中有急事，没有请假。' }],
        signed: true,
        ...change,
      },
    }),

  finding: (view: View, personId: string, measureCodes: readonly string[] = ['warning']): Promise<View> =>
    one().call('cases.recordFinding', {
      ...target(view),
      finding: {
        personId,
        responsibility: 'direct',
        facts: '擅自离岗约两小时，事后补填记录。',
        gravity,
        circumstances: [],
        measureCodes: [...measureCodes],
        opinion: '建议给予警告。',
      },
    }),

  report: (view: View): Promise<View> =>
    one().call('cases.submitReport', {
      ...target(view),
      course: '调取门禁和监控，询问当事人。',
      facts: '11月9日19时至22时擅自离岗约两小时，事后补填巡查记录。',
      positions: '本人承认事实。',
      nature: '违反值班纪律，应负直接责任。',
      signerIds: ['chen', 'liu'],
      reportedOn: '2026-11-12',
    }),

  adopt: (view: View): Promise<View> =>
    one().call('cases.adoptReport', { ...target(view), on: '2026-11-12', note: '同意调查报告。' }),

  notify: (view: View, change: Partial<ChannelInput<'cases.notify'>> = {}): Promise<View> =>
    one().call('cases.notify', {
      ...target(view),
      way: 'written',
      notifiedOn: '2026-11-13',
      intended: view.record.subjects.map(({ personId }) => ({ personId, text: '拟给予处理' })),
      hearingOffered: true,
      guardians: view.record.subjects
        .filter(({ kind }) => kind === 'pupil')
        .map(({ personId, guardian }) => ({
          personId,
          guardian: { name: guardian?.name ?? '监护人', way: 'visit' as const, toldOn: '2026-11-13' },
        })),
      ...change,
    }),

  hear: (
    view: View,
    personId = 'wang',
    change: Partial<ChannelInput<'cases.hearStatement'>> = {},
  ): Promise<View> =>
    one().call('cases.hearStatement', {
      ...target(view),
      personId,
      outcome: 'stated',
      heardOn: '2026-11-16',
      text: '家中有急事。',
      adoption: 'part',
      adoptionReason: '事由属实，可以从轻。',
      ...change,
    }),

  decide: (
    view: View,
    decision: Decision,
    overrides: ChannelInput<'cases.decide'>['overrides'] = [],
  ): Promise<View> => one().call('cases.decide', { ...target(view), decision, overrides }),

  /** Issues every paper of the decision that is not out yet. */
  async issueAll(view: View): Promise<View> {
    let current = view;
    for (const paper of view.record.papers)
      if (!paper.void && paper.itemIds.length > 0 && paper.issuedPaperId === null && paper.external === null)
        current = await one().call('cases.issueNotice', { ...target(current), paperId: paper.id });
    return current;
  },

  direct: (view: View, personId = 'wang'): ChannelInput<'cases.recordService'> => ({
    ...target(view),
    personId,
    way: 'direct',
    servedOn: '2026-11-23',
    place: '办公室',
    receiver: view.record.subjects.find((subject) => subject.personId === personId)?.name ?? '',
    relation: '本人',
    completedOn: '2026-11-24',
    serverIds: ['chen', 'liu'],
  }),

  async serveAll(view: View): Promise<View> {
    let current = view;
    for (const { personId } of view.record.subjects)
      current = await one().call('cases.recordService', {
        ...caseActs(one).direct(current, personId),
        ...target(current),
      });
    return current;
  },

  async finishTasks(view: View): Promise<View> {
    let current = view;
    for (const { id: taskId, done } of view.record.tasks)
      if (done === null)
        current = await one().call('cases.completeTask', {
          ...target(current),
          taskId,
          on: '2026-11-24',
          note: '已办理。',
        });
    return current;
  },

  close: (view: View): Promise<View> =>
    one().call('cases.close', { ...target(view), note: '办理完毕，材料齐全。' }),
});
export type CaseActs = ReturnType<typeof caseActs>;
