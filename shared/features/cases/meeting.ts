import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { idSchema, optionalTextSchema, textSchema } from '../../kernel/entity.ts';
import { decidingBodySchema } from '../../law/vocabulary.ts';
import { personRefSchema } from './people.ts';

/**
 * 集体研究: who was called, who came, who stayed out, and how each proposal was voted on. What was decided follows from
 * the votes and is never typed. Quorum and majority are the school's own rule of procedure; these are its defaults:
 * two thirds of those who may vote have to be there, and more than half of those who may vote have to be in favour.
 */

export const attendanceLabels = { present: '出席', absent: '缺席', recused: '回避' } as const;
export const attendanceSchema = z.enum(['present', 'absent', 'recused']);

export const voteLabels = { for: '同意', against: '不同意', abstain: '弃权' } as const;
export const voteSchema = z.enum(['for', 'against', 'abstain']);
export type Vote = z.infer<typeof voteSchema>;

export const memberSchema = z.object({
  person: personRefSchema,
  attendance: attendanceSchema,
  /** Why absent or recused. */
  note: z.string().max(100),
});
export type Member = z.infer<typeof memberSchema>;

/** One proposal put to the vote: a measure for a person. */
export const motionSchema = z.object({
  id: idSchema,
  personId: idSchema,
  measureCode: z.string(),
  measureName: z.string(),
  votes: z.array(z.object({ memberId: idSchema, vote: voteSchema })),
});
export type Motion = z.infer<typeof motionSchema>;

export const meetingSchema = z.object({
  body: decidingBodySchema,
  name: textSchema('会议名称', 60),
  heldOn: daySchema,
  place: textSchema('会议地点', 60),
  chair: personRefSchema,
  recorder: personRefSchema,
  members: z.array(memberSchema),
  motions: z.array(motionSchema),
  /** 各人意见 */
  opinions: optionalTextSchema('讨论情况', 5000),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Shares of those who may vote. */
export const VOTING = { quorum: 2 / 3, majority: 1 / 2 } as const;

type Members = readonly Pick<Member, 'person' | 'attendance'>[];

/** Those who may vote: all called but those who stay out because of an interest. */
export const entitledOf = (members: Members): Members =>
  members.filter(({ attendance }) => attendance !== 'recused');

export const presentOf = (members: Members): Members =>
  members.filter(({ attendance }) => attendance === 'present');

/** How many have to be there: two thirds of those who may vote, at least two. */
export const quorumOf = (members: Members): number =>
  Math.max(2, Math.ceil(entitledOf(members).length * VOTING.quorum));

export const hasQuorum = (members: Members): boolean => presentOf(members).length >= quorumOf(members);

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** Present members who may vote and of whom no vote was written down. */
  readonly missing: number;
  /** Votes needed. */
  readonly needed: number;
  readonly passed: boolean;
}

/** Counts the votes of present members only; a vote of anybody else does not count. */
export const tallyOf = (members: Members, votes: Motion['votes']): Tally => {
  const present = presentOf(members);
  const voteOf = (id: string): Vote | undefined => votes.find(({ memberId }) => memberId === id)?.vote;
  const count = (wanted: Vote): number => present.filter(({ person }) => voteOf(person.id) === wanted).length;
  const needed = Math.floor(entitledOf(members).length * VOTING.majority) + 1;
  const inFavour = count('for');
  return {
    for: inFavour,
    against: count('against'),
    abstain: count('abstain'),
    missing: present.filter(({ person }) => voteOf(person.id) === undefined).length,
    needed,
    passed: hasQuorum(members) && inFavour >= needed,
  };
};

/** 同意 5 票，不同意 1 票，弃权 1 票，通过。 */
export const tallyText = (tally: Tally): string =>
  `同意 ${String(tally.for)} 票，不同意 ${String(tally.against)} 票，弃权 ${String(tally.abstain)} 票，${tally.passed ? '通过' : '未通过'}`;
