import type { ChannelOutput } from '../../shared/channels.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import type { DemoCase } from './content.ts';
import { logIn, type World } from './world.ts';

type View = ChannelOutput<'cases.read'>;

/** One thing that happens on a day. */
export interface Happening {
  readonly day: string;
  readonly act: () => Promise<void>;
}

/** How far a case has come. */
type Reached =
  'registered' | 'established' | 'notified' | 'heard' | 'decided' | 'issued' | 'served' | 'closed';
const order: readonly Reached[] = [
  'registered',
  'established',
  'notified',
  'heard',
  'decided',
  'issued',
  'served',
  'closed',
];

const measureCodes: Readonly<Record<string, string>> = {
  责令整改: 'rectification',
  批评教育: 'criticism-written',
  通报批评: 'circular-criticism',
};

interface People {
  readonly subject: { readonly id: string; readonly name: string };
  /** Two who check, serve and later look at what was put right. */
  readonly checkers: readonly [string, string];
  readonly attendees: readonly string[];
}

interface Plan {
  readonly told: DemoCase;
  readonly people: People;
  readonly begins: string;
  readonly reached: Reached;
}

const target = ({ record }: View) => ({ id: record.id, rev: record.rev });

/** Everything that happens in one case, day by day, each act by the person whose act it is. */
const courseOf = (world: World, { told, people, begins, reached }: Plan): Happening[] => {
  const day = (after: number): string => standardCalendar.workdayOnOrAfter(addDays(begins, after));
  const { subject, checkers, attendees } = people;
  let view: View | undefined;
  const current = (): View => {
    if (!view) throw new Error('the case was not registered yet');
    return view;
  };
  const measureCode = measureCodes[told.measure] ?? '';
  const happenings: (Happening & { readonly until: Reached })[] = [
    {
      until: 'registered',
      day: day(1),
      async act() {
        const office = await logIn(world, 'bangongshi');
        const { matters } = await office.call('standards.matters', {});
        const matter = matters.find(({ versions }) => versions.at(-1)?.content.name === told.matter);
        if (!matter) throw new Error(`no matter ${told.matter}`);
        view = await office.call('cases.register', {
          matterCode: matter.id,
          summary: told.summary,
          occurredOn: begins,
          subjects: [{ kind: 'staff', id: subject.id }],
          source: { kind: 'inspection', note: '日常检查' },
        });
      },
    },
    {
      until: 'established',
      day: day(4),
      async act() {
        const investigator = await logIn(world, 'diaocha');
        view = await investigator.call('cases.establishFacts', {
          ...target(current()),
          facts: told.facts,
          establishedOn: day(4),
          checkerIds: [...checkers],
          gravity: { nature: 'careless', degree: 'minor', impact: 'school' },
        });
      },
    },
    {
      until: 'notified',
      day: day(5),
      async act() {
        const investigator = await logIn(world, 'diaocha');
        view = await investigator.call('cases.notify', {
          ...target(current()),
          way: 'written',
          notifiedOn: day(5),
        });
      },
    },
    {
      until: 'heard',
      day: day(8),
      async act() {
        const investigator = await logIn(world, 'diaocha');
        view = await investigator.call('cases.hearStatement', {
          ...target(current()),
          personId: subject.id,
          outcome: 'stated',
          heardOn: day(8),
          text: told.statement,
          adoption: 'part',
          adoptionReason: '本人认识态度较好，可以从轻处理。',
        });
      },
    },
    {
      until: 'decided',
      day: day(11),
      async act() {
        const principal = await logIn(world, 'xiaozhang');
        const { measures } = await principal.call('standards.measures', {});
        const measure = measures.find(({ id }) => id === measureCode);
        view = await principal.call('cases.decide', {
          ...target(current()),
          decision: {
            items: [
              {
                personId: subject.id,
                measureCode,
                votes: attendees.map((memberId) => ({ memberId, vote: 'for' as const })),
              },
            ],
            grounds: (measure?.versions.at(-1)?.content.grounds ?? []).map((ref) => ({
              kind: 'law' as const,
              ref,
            })),
            body: 'principal-meeting',
            decidedOn: day(11),
            meeting: {
              name: '校长办公会',
              place: '行政会议室',
              chairId: attendees[0] ?? '',
              recorderId: attendees[1] ?? '',
              members: attendees.map((personId) => ({ personId, attendance: 'present' as const })),
              opinions: '与会人员听取了核实情况，认为事实清楚、依据充分，同意处理意见。',
            },
            reason: told.reason,
            effectiveOn: day(11),
            addressee: '各部门',
            requirements: told.requirements.map((text) => ({
              text,
              dueOn: day(25),
              responsibleId: subject.id,
              checkerId: checkers[0],
            })),
          },
        });
      },
    },
    {
      until: 'issued',
      day: day(12),
      async act() {
        const office = await logIn(world, 'bangongshi');
        for (const { id: paperId } of current().record.papers)
          view = await office.call('cases.issueNotice', { ...target(current()), paperId });
      },
    },
    {
      until: 'served',
      day: day(13),
      async act() {
        const office = await logIn(world, 'bangongshi');
        view = await office.call('cases.recordService', {
          ...target(current()),
          personId: subject.id,
          way: 'direct',
          servedOn: day(13),
          place: '办公室',
          receiver: subject.name,
          relation: '本人',
          completedOn: day(13),
          serverIds: [...checkers],
        });
      },
    },
    {
      until: 'closed',
      day: day(24),
      async act() {
        const office = await logIn(world, 'bangongshi');
        for (const { id: itemId } of current().record.rectification) {
          view = await office.call('cases.reportRectification', {
            ...target(current()),
            itemId,
            reportedOn: day(24),
            text: '已按要求逐项完成，相关记录附后备查。',
          });
          view = await office.call('cases.checkRectification', {
            ...target(current()),
            itemId,
            checkedOn: day(24),
            passed: true,
            note: '经复查，整改到位，同意销号。',
          });
        }
        view = await office.call('cases.close', {
          ...target(current()),
          note: '办理完毕，材料齐全，予以归档。',
        });
      },
    },
  ];
  return happenings.filter(({ until }) => order.indexOf(until) <= order.indexOf(reached));
};

/** Where this year's cases stand, and how many days ago they began. */
const present: readonly { readonly reached: Reached; readonly ago: number }[] = [
  { reached: 'closed', ago: 70 },
  { reached: 'served', ago: 34 },
  { reached: 'issued', ago: 27 },
  { reached: 'decided', ago: 21 },
  { reached: 'heard', ago: 15 },
  { reached: 'notified', ago: 11 },
  { reached: 'established', ago: 9 },
  { reached: 'registered', ago: 5 },
];

/** Six cases of last school year, all closed, and this year's on their way. */
export const planCases = async (world: World): Promise<Happening[]> => {
  const { content, today, year } = world;
  const office = await logIn(world, 'bangongshi');
  const { staff } = await office.call('organisation.staff', {});
  const held = (pattern: RegExp) => staff.filter(({ post }) => pattern.test(post));
  const [first, second] = held(/^(政教|教务)主任$/);
  const attendees = held(/校长$|办公室主任/).map(({ id }) => id);
  const ordinary = held(/教师$|实验员|安全员|报账员/);
  if (!first || !second) throw new Error('the two who check are missing');
  const checkers = [first.id, second.id] as const;
  const plans: Plan[] = [];
  const add = (index: number, begins: string, reached: Reached): void => {
    const told = content.cases[index % content.cases.length];
    const subject = ordinary[(index * 5 + 2) % ordinary.length];
    if (told && subject) plans.push({ told, begins, reached, people: { subject, checkers, attendees } });
  };
  for (const [index] of content.cases.entries())
    add(index, addDays(`${String(year - 1)}-10-12`, index * 38), 'closed');
  for (const [index, { reached, ago }] of present.entries())
    add(content.cases.length + index, addDays(today, -ago), reached);
  return plans.flatMap((plan) => courseOf(world, plan));
};
