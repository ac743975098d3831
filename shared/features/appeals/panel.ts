import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { idSchema, optionalTextSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { attendanceSchema, voteSchema } from '../cases/meeting.ts';
import { personRefSchema } from '../cases/people.ts';
import { capacityLabels, capacitySchema, type AppealKind, type Capacity } from './kinds.ts';

/**
 * Who handles it: at least two for a review; for pupils the committee of 第十七条 of 《中小学教育惩戒规则（试行）》. They decide by
 * vote, counted by the same rules as every other meeting of the school.
 */

export const panelMemberSchema = z.object({
  /** Of the staff by its id; of somebody from outside an id of the panel's own. */
  person: personRefSchema,
  outside: z.boolean(),
  capacity: capacitySchema,
  /** 单位或职务, of somebody from outside. */
  about: optionalTextSchema('单位或身份', 60),
});
export type PanelMember = z.infer<typeof panelMemberSchema>;

export const panelSchema = z.object({
  name: textSchema('办理组织', 60),
  members: z.array(panelMemberSchema),
  /** Why a committee sits without one of those who belong to it; blank where all are there. */
  gapReason: optionalTextSchema('组成人员不齐的原因', 200),
  made: stampSchema,
});
export type Panel = z.infer<typeof panelSchema>;

/** 回避 declared by, or against, a member. */
export const panelConflictSchema = z.object({
  id: idSchema,
  person: personRefSchema,
  relation: textSchema('利害关系', 100),
  declaredOn: daySchema,
  outcome: z.enum(['open', 'dismissed', 'withdrawn']),
  note: z.string().max(200),
});
export type PanelConflict = z.infer<typeof panelConflictSchema>;

export const sittingSchema = z.object({
  heldOn: daySchema,
  place: textSchema('会议地点', 60),
  chair: personRefSchema,
  recorder: personRefSchema,
  members: z.array(
    z.object({ person: personRefSchema, attendance: attendanceSchema, note: z.string().max(100) }),
  ),
  /** On the outcome as it stands in the decision. */
  votes: z.array(z.object({ memberId: idSchema, vote: voteSchema })),
  opinions: optionalTextSchema('讨论情况', 5000),
});
export type Sitting = z.infer<typeof sittingSchema>;

export const LEAST_MEMBERS = 2;

export const panelNameOf = (kind: AppealKind): string =>
  kind === 'pupil-appeal' ? '学生申诉委员会' : '复核小组';

const COMMITTEE: readonly (readonly Capacity[])[] = [
  ['leader'],
  ['teacher'],
  ['pupil'],
  ['parent'],
  ['law-principal', 'outside'],
];

/** Groups that belong to a committee on pupils and have nobody in it, by name. */
export const committeeGaps = (members: readonly Pick<PanelMember, 'capacity'>[]): string[] =>
  COMMITTEE.filter((wanted) => !members.some(({ capacity }) => wanted.includes(capacity))).map((wanted) =>
    wanted.map((capacity) => capacityLabels[capacity]).join('或'),
  );
