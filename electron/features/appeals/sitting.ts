import type { AppealDraft } from '../../../shared/features/appeals/inputs.ts';
import type { Sitting } from '../../../shared/features/appeals/panel.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { entitledOf, hasQuorum, presentOf, quorumOf } from '../../../shared/features/cases/meeting.ts';
import type { PersonRef } from '../../../shared/features/cases/people.ts';
import { invalidField } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { requireStaff } from '../organisation/index.ts';

type SittingMember = Sitting['members'][number];

/** The whole panel with who came; whoever is not named in the form was absent. */
export const sittingMembers = ({ panel }: Appeal, draft: Pick<AppealDraft, 'members'>): SittingMember[] =>
  (panel?.members ?? []).map(({ person }) => {
    const held = draft.members.find(({ memberId }) => memberId === person.id);
    return { person, attendance: held?.attendance ?? 'absent', note: held?.note ?? '' };
  });

/** 应到 5 人，实到 4 人，达到法定人数 */
export const quorumWords = (members: readonly SittingMember[]): string => {
  const recused = members.length - entitledOf(members).length;
  return [
    `应到 ${String(members.length)} 人`,
    `实到 ${String(presentOf(members).length)} 人`,
    ...(recused > 0 ? [`回避 ${String(recused)} 人`] : []),
    hasQuorum(members) ? '达到法定人数' : `未达到法定人数（须 ${String(quorumOf(members))} 人）`,
  ].join('，');
};

/** The sitting as it is kept. @throws AppError `invalid` for a chair who was not there. */
export const sittingOf = (reader: Reader, appeal: Appeal, draft: AppealDraft): Sitting => {
  const members = sittingMembers(appeal, draft);
  const chair = presentOf(members).find(({ person }) => person.id === draft.chairId)?.person;
  if (!chair) throw invalidField('decision.chairId', '主持人应当是出席会议的办理人员。');
  const member = members.find(({ person }) => person.id === draft.recorderId)?.person;
  const recorder: PersonRef = member ?? {
    id: draft.recorderId,
    name: requireStaff(reader, draft.recorderId).name,
  };
  const voters = new Set(presentOf(members).map(({ person }) => person.id));
  return {
    heldOn: draft.decidedOn,
    place: draft.place,
    chair,
    recorder,
    members,
    votes: draft.votes.filter(({ memberId }) => voters.has(memberId)),
    opinions: draft.opinions,
  };
};
