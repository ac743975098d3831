import { formatDay } from '../../kernel/dates.ts';
import type { LawChecks } from '../findings.ts';

/** What the rules look at in the handling of a 复核 or 申诉. Days are `YYYY-MM-DD`. */
export interface AppealProposal {
  /** Pupils and their guardians fall under rules of their own. */
  readonly pupil: boolean;
  /** Those who handle it and had a part in the decision complained of, each with the part that he or she had. */
  readonly involved: readonly { readonly name: string; readonly why: string }[];
  /** Null where no law sets a term, or it was kept; else the last day, and whether the delay was approved. */
  readonly late: { readonly dueOn: string; readonly receivedOn: string; readonly approved: boolean } | null;
  /** People on whom the outcome would come down harder than the former decision, in words. */
  readonly heavier: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  /** Last day to decide, as it stands with its extension, and the day on which it is decided; null before. */
  readonly handling: { readonly dueOn: string; readonly decidedOn: string } | null;
}

const late = ({ late: delay }: AppealProposal) =>
  delay === null || delay.approved
    ? []
    : [
        {
          field: 'late.reason',
          words: { due: formatDay(delay.dueOn), received: formatDay(delay.receivedOn) },
        },
      ];

const heavier = ({ heavier: people }: AppealProposal) =>
  people.map(({ name, before, after }) => ({ field: 'replacements', words: { name, before, after } }));

/** The rules on 复核 and 申诉: others decide, in time, and nobody fares worse for having complained. */
export const appealChecks: LawChecks<AppealProposal> = {
  'appeal-handler-involved': ({ involved }) =>
    involved.map(({ name, why }) => ({ field: 'members', words: { name, why } })),
  'appeal-too-late': (proposal) => (proposal.pupil ? [] : late(proposal)),
  'pupil-appeal-too-late': (proposal) => (proposal.pupil ? late(proposal) : []),
  'appeal-made-heavier': (proposal) => (proposal.pupil ? [] : heavier(proposal)),
  'pupil-appeal-made-heavier': (proposal) => (proposal.pupil ? heavier(proposal) : []),
  'appeal-undecided-in-time': ({ handling }) =>
    handling !== null && handling.decidedOn > handling.dueOn
      ? [{ field: 'decidedOn', words: { due: formatDay(handling.dueOn) } }]
      : [],
};
