import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChannelOutput } from '../../shared/channels.ts';
import {
  answerWaySchema,
  leadChannelSchema,
  leadOutcomeSchema,
  leadWaySchema,
} from '../../shared/features/leads/schema.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import type { Happening } from './cases.ts';
import { logIn, type World } from './world.ts';

const storySchema = z.object({
  /** Days before today on which it came in. */
  ago: z.number().int(),
  channel: leadChannelSchema,
  way: leadWaySchema,
  content: z.string(),
  /** Whose holder it is about. */
  post: z.string().nullable(),
  /** Whether a pupil is named in it. */
  pupil: z.boolean(),
  matter: z.string().nullable(),
  source: z.object({ name: z.string(), contact: z.string(), note: z.string() }),
  triage: z.object({ way: z.enum(['reply', 'transfer', 'shelve']), reason: z.string() }).nullable(),
  reply: z.object({ way: answerWaySchema, outcome: leadOutcomeSchema, text: z.string() }).nullable(),
  closing: z.string().nullable(),
});
type Story = z.infer<typeof storySchema>;
export type LeadStories = readonly Story[];

/** The leads of the invented school as they lie in the resources. */
export const readLeadStories = async (resourcesDir: string): Promise<LeadStories> =>
  z
    .object({ leads: z.array(storySchema) })
    .parse(JSON.parse(await readFile(join(resourcesDir, 'demo', 'leads.json'), 'utf8'))).leads;

type View = ChannelOutput<'leads.read'>;
const target = ({ lead }: View) => ({ id: lead.id, rev: lead.rev });

const replyToOf = ({ channel, source }: Story): 'source' | 'code' | 'nobody' => {
  if (channel === 'anonymous') return 'code';
  return source.name === '' && source.contact === '' ? 'nobody' : 'source';
};

/** Everything that happens with one lead, day by day, by the office. */
const courseOf = (
  world: World,
  story: Story,
  about: { staffIds: string[]; pupilIds: string[] },
): Happening[] => {
  const receivedOn = addDays(world.today, -story.ago);
  const day = (workdays: number): string => standardCalendar.afterWorkdays(receivedOn, workdays).day;
  let view: View | undefined;
  const next = (
    after: number,
    play: (office: Awaited<ReturnType<typeof logIn>>, seen: View, on: string) => Promise<View>,
  ): Happening => ({
    day: day(after),
    async act() {
      if (!view) throw new Error('the lead has not come in yet');
      view = await play(await logIn(world, 'bangongshi'), view, day(after));
    },
  });
  const { triage, reply, closing } = story;
  return [
    {
      day: receivedOn,
      async act() {
        const office = await logIn(world, 'bangongshi');
        const made = await office.call('leads.register', {
          channel: story.channel,
          way: story.way,
          receivedOn,
          content: story.content,
          occurredOn: addDays(receivedOn, -1),
          ...about,
          matterCode: story.matter,
          replyTo: replyToOf(story),
          source: story.source,
        });
        view = made.view;
      },
    },
    ...(triage
      ? [
          next(1, (office, seen, on) =>
            office.call(
              'leads.triage',
              triage.way === 'transfer'
                ? {
                    ...target(seen),
                    way: 'transfer',
                    reason: triage.reason,
                    transfer: {
                      receiverKind: 'inside',
                      receiver: '教务处',
                      request: '核实后报送书面材料',
                      transferredOn: on,
                      answerBy: null,
                    },
                  }
                : { ...target(seen), way: triage.way, reason: triage.reason },
            ),
          ),
        ]
      : []),
    ...(reply
      ? [
          next(2, (office, seen, on) =>
            office.call('leads.acknowledge', { ...target(seen), on, way: 'phone' }),
          ),
          next(9, (office, seen, on) =>
            office.call('leads.reply', { ...target(seen), repliedOn: on, ...reply }),
          ),
        ]
      : []),
    ...(closing === null
      ? []
      : [
          next(20, (office, seen) =>
            office.call('leads.close', {
              ...target(seen),
              outcome: reply?.outcome ?? 'unclear',
              note: closing,
            }),
          ),
        ]),
  ];
};

/** Leads of every kind: answered and closed, kept, waiting for an answer, waiting to be judged, one of them late. */
export const planLeads = async (world: World, stories: LeadStories): Promise<Happening[]> => {
  const office = await logIn(world, 'bangongshi');
  const { staff } = await office.call('organisation.staff', {});
  const { pupils } = await office.call('organisation.pupils', {});
  const holderOf = (post: string): string => {
    // The last of a post: the first ones already appear in cases.
    const holder = staff.findLast((each) => each.post === post);
    if (!holder) throw new Error(`nobody holds the post ${post}`);
    return holder.id;
  };
  return stories.flatMap((story, at) =>
    courseOf(world, story, {
      staffIds: story.post === null ? [] : [holderOf(story.post)],
      pupilIds: story.pupil ? pupils.slice(at * 37, at * 37 + 1).map(({ id }) => id) : [],
    }),
  );
};
