import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import type { Caller } from './caller.ts';
import type { Story } from './stories.ts';

export type View = ChannelOutput<'cases.read'>;
type Decision = ChannelInput<'cases.decide'>['decision'];

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'pupil';
}

export interface Cast {
  readonly people: readonly Person[];
  readonly checkers: readonly [string, string];
  readonly attendees: readonly string[];
  readonly ruleId: string;
}

/** One act of a course: on which day after the beginning, by whom, and what. */
export interface Scene {
  readonly after: number;
  readonly who: 'bangongshi' | 'diaocha' | 'xiaozhang';
  readonly play: (caller: Caller, view: View, day: string) => Promise<View>;
}

const target = ({ record }: View) => ({ id: record.id, rev: record.rev });

const gravity = { nature: 'careless', degree: 'medium', impact: 'school' } as const;

const establish = (story: Story, { checkers }: Cast): Scene => ({
  after: 3,
  who: 'diaocha',
  play: (caller, view, day) =>
    caller.call('cases.establishFacts', {
      ...target(view),
      facts: story.facts,
      establishedOn: day,
      checkerIds: [...checkers],
      gravity,
    }),
});

const investigation = (story: Story, { people, checkers, attendees }: Cast): Scene[] => [
  {
    after: 5,
    who: 'xiaozhang',
    play: (caller, view, day) =>
      caller.call('cases.fileCase', {
        ...target(view),
        approverId: attendees[0] ?? '',
        approvedOn: day,
        suspected: '《事业单位工作人员处分规定》',
        reason: '初核情况基本属实，需要立案调查。',
        teamIds: [...checkers],
      }),
  },
  {
    after: 6,
    who: 'diaocha',
    play: (caller, view, day) =>
      caller.call('cases.planInvestigation', {
        ...target(view),
        steps: ['调取有关记录和凭证', '询问当事人', '询问知情人员'].map((text, at) => ({
          text,
          personId: checkers[at % 2] ?? null,
          dueOn: addDays(day, 5 + at),
          doneOn: at === 0 ? day : null,
        })),
      }),
  },
  ...people.map((person, at): Scene => ({
    after: 7 + at,
    who: 'diaocha',
    play: (caller, view, day) =>
      caller.call('cases.recordInterview', {
        ...target(view),
        interview: {
          kind: 'subject',
          personId: person.id,
          name: person.name,
          capacity: '当事人',
          minor: false,
          heldOn: day,
          from: '14:30',
          to: '15:10',
          place: '谈话室',
          interviewerIds: [...checkers],
          recorderId: checkers[1],
          rightsTold: true,
          lines: [
            { question: '现在就有关情况向你了解，你有申请回避的权利，是否申请？', answer: '不申请。' },
            { question: '请说明事情的经过。', answer: story.answer },
            { question: '还有什么需要补充？', answer: '没有了。' },
          ],
          signed: true,
        },
      }),
  })),
];

const report = (story: Story, { people, checkers }: Cast): Scene[] => [
  ...people.map((person, at): Scene => ({
    after: 11,
    who: 'diaocha',
    play: (caller, view) =>
      caller.call('cases.recordFinding', {
        ...target(view),
        finding: {
          personId: person.id,
          responsibility: at === 0 ? 'direct' : 'leading',
          facts: story.facts,
          gravity,
          circumstances: [],
          measureCodes: story.measures[at] ?? [],
          opinion: '建议按所列措施处理。',
        },
      }),
  })),
  {
    after: 12,
    who: 'diaocha',
    play: (caller, view, day) =>
      caller.call('cases.submitReport', {
        ...target(view),
        course: '立案后调取了有关记录，分别询问当事人和知情人员，并逐项核对。',
        facts: story.facts,
        positions: '当事人对查明的事实没有异议。',
        nature: story.reason,
        signerIds: [...checkers],
        reportedOn: day,
      }),
  },
  {
    after: 14,
    who: 'xiaozhang',
    play: (caller, view, day) =>
      caller.call('cases.adoptReport', { ...target(view), on: day, note: '事实清楚，同意报告。' }),
  },
];

const telling = (story: Story, { people }: Cast, after: number): Scene => ({
  after,
  who: 'diaocha',
  play: async (caller, view, day) => {
    const { measures } = await caller.call('standards.measures', {});
    const nameOf = (code: string): string =>
      measures.find(({ id }) => id === code)?.versions.at(-1)?.content.name ?? '';
    return caller.call('cases.notify', {
      ...target(view),
      way: 'written',
      notifiedOn: day,
      intended: people.map(({ id }, at) => ({
        personId: id,
        text: (story.measures[at] ?? []).map(nameOf).join('、'),
      })),
      hearingOffered: true,
      guardians: view.record.subjects.flatMap(({ personId, kind, guardian }) =>
        kind === 'pupil'
          ? [
              {
                personId,
                guardian: { name: guardian?.name ?? '监护人', way: 'visit' as const, toldOn: day },
              },
            ]
          : [],
      ),
    });
  },
});

const hearing = (story: Story, { people }: Cast, after: number): Scene[] =>
  people.map((person) => ({
    after,
    who: 'diaocha',
    play: (caller, view, day) =>
      caller.call('cases.hearStatement', {
        ...target(view),
        personId: person.id,
        outcome: 'stated',
        heardOn: day,
        text: story.statement,
        adoption: 'part',
        adoptionReason: '认错态度属实，作为从轻情节考虑。',
      }),
  }));

const deciding = (story: Story, { people, attendees, ruleId }: Cast, after: number): Scene => ({
  after,
  who: 'xiaozhang',
  play: async (caller, view, day) => {
    const { measures } = await caller.call('standards.measures', {});
    const { matters } = await caller.call('standards.matters', {});
    const codes = story.measures.flat();
    const grounds = [
      ...(matters.find(({ id }) => id === story.matter)?.versions.at(-1)?.content.grounds ?? []),
      ...codes.flatMap(
        (code) => measures.find(({ id }) => id === code)?.versions.at(-1)?.content.grounds ?? [],
      ),
    ];
    const items = people.flatMap(({ id }, at) =>
      (story.measures[at] ?? []).map((measureCode) => ({
        personId: id,
        measureCode,
        votes: attendees.map((memberId, seat) => ({
          memberId,
          vote: seat === attendees.length - 1 ? ('abstain' as const) : ('for' as const),
        })),
      })),
    );
    const decision: Decision = {
      items,
      grounds: [
        ...[...new Set(grounds)].slice(0, 4).map((ref) => ({ kind: 'law' as const, ref })),
        ...(story.route === 'pupil' ? [{ kind: 'school-rule' as const, ref: ruleId }] : []),
      ],
      body: 'principal-meeting',
      decidedOn: day,
      meeting: {
        name: '校长办公会',
        place: '行政会议室',
        chairId: attendees[0] ?? '',
        recorderId: attendees.at(-1) ?? '',
        members: attendees.map((personId) => ({ personId, attendance: 'present' as const })),
        opinions: '与会人员听取了情况汇报和陈述申辩的复核意见，认为事实清楚、证据充分、程序完备。',
      },
      reason: story.reason,
      effectiveOn: day,
    };
    const { findings } = await caller.call('cases.checkDecision', { id: view.record.id, decision });
    return caller.call('cases.decide', {
      ...target(view),
      decision,
      overrides: findings
        .filter(({ level, reasonRequired }) => level === 'warn' && reasonRequired)
        .map(({ ruleId: rule }) => ({ ruleId: rule, reason: '已对照以往同类处理，情节相当。' })),
    });
  },
});

const issuing = (after: number): Scene => ({
  after,
  who: 'bangongshi',
  play: async (caller, view) => {
    let current = view;
    for (const { id, itemIds } of view.record.papers)
      if (itemIds.length > 0)
        current = await caller.call('cases.issueNotice', { ...target(current), paperId: id });
    return current;
  },
});

const serving = ({ checkers }: Cast, after: number): Scene => ({
  after,
  who: 'bangongshi',
  play: async (caller, view, day) => {
    let current = view;
    for (const { personId, name, kind, guardian } of view.record.subjects)
      current = await caller.call('cases.recordService', {
        ...target(current),
        personId,
        way: 'direct',
        servedOn: day,
        place: kind === 'pupil' ? '政教处' : '办公室',
        receiver: kind === 'pupil' ? (guardian?.name ?? name) : name,
        relation: kind === 'pupil' ? (guardian?.relation ?? '监护人') : '本人',
        completedOn: day,
        serverIds: [...checkers],
      });
    return current;
  },
});

const closing = (after: number): Scene => ({
  after,
  who: 'bangongshi',
  play: async (caller, view, day) => {
    let current = view;
    for (const { id: taskId } of view.record.tasks)
      current = await caller.call('cases.completeTask', {
        ...target(current),
        taskId,
        on: day,
        note: '已按要求办理。',
      });
    return caller.call('cases.close', { ...target(current), note: '办理完毕，材料齐全，予以归档。' });
  },
});

const lifting = (after: number): Scene => ({
  after,
  who: 'bangongshi',
  play: async (caller, view, day) => {
    const sanction = view.sanctions.find(({ endsOn }) => endsOn !== null);
    if (!sanction) throw new Error('nothing to lift');
    const lifted = await caller.call('cases.liftSanction', {
      ...target(view),
      sanctionId: sanction.id,
      liftedOn: day,
      conduct: '处分期间遵守纪律，认真履职，没有再次违规违纪。',
    });
    const paper = lifted.record.papers.find(({ form }) => form === 'lifting');
    return paper ? caller.call('cases.issueNotice', { ...target(lifted), paperId: paper.id }) : lifted;
  },
});

const handedOver: readonly Scene[] = [
  {
    after: 6,
    who: 'xiaozhang',
    play: (caller, view, day) =>
      caller.call('cases.refer', {
        ...target(view),
        organ: '青禾市公安局文苑派出所',
        sentOn: day,
        reason: '涉嫌伪造印章，超出学校处理范围，依法移送公安机关。',
      }),
  },
  {
    after: 7,
    who: 'bangongshi',
    play: (caller, view) => {
      const paper = view.record.papers.find(({ form }) => form === 'referral');
      return caller.call('cases.issueNotice', { ...target(view), paperId: paper?.id ?? '' });
    },
  },
  {
    after: 25,
    who: 'bangongshi',
    play: (caller, view, day) =>
      caller.call('cases.recordReply', {
        ...target(view),
        repliedOn: day,
        outcome: 'changed',
        text: '经查系供货商伪造，已对供货商立案，学校人员不涉及违法。',
      }),
  },
];

/** The scenes of a story as far as it has come. */
export const scenesOf = (story: Story, cast: Cast): readonly Scene[] => {
  const known = establish(story, cast);
  if (story.route === 'transferred') return [known, ...handedOver, closing(28)];
  if (story.route === 'pupil') {
    const told = [known, telling(story, cast, 4)];
    return story.reached === 'notified'
      ? told
      : [
          ...told,
          ...hearing(story, cast, 6),
          deciding(story, cast, 10),
          issuing(11),
          serving(cast, 12),
          closing(30),
        ];
  }
  const inquiry = [known, ...investigation(story, cast)];
  if (story.reached === 'investigating') return inquiry;
  const decided = [
    ...inquiry,
    ...report(story, cast),
    telling(story, cast, 15),
    ...hearing(story, cast, 17),
    deciding(story, cast, 23),
    issuing(24),
  ];
  if (story.reached === 'submitted') return decided;
  const served = [...decided, serving(cast, 26)];
  if (story.reached === 'served') return served;
  const closed = [...served, closing(50)];
  return story.reached === 'lifted' ? [...closed, lifting(215)] : closed;
};
