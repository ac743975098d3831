import type { Hit, LawCheck } from '../findings.ts';
import type { DecisionProposal } from '../proposal.ts';

/** What the rules on impartial handling look at. */
export type HandlingProposal = Pick<DecisionProposal, 'persons' | 'checkers' | 'reporterId' | 'conflicts'>;

const conflictOf = (proposal: HandlingProposal, id: string): string | undefined => {
  if (proposal.persons.some((person) => person.id === id)) return '是被问责人本人';
  if (proposal.reporterId === id) return '是本事项的反映人';
  const declared = proposal.conflicts.find(
    ({ personId, outcome }) => personId === id && outcome !== 'dismissed',
  );
  if (!declared) return undefined;
  return declared.outcome === 'open' ? '已申报回避，尚未处理' : '已决定回避，不能再参加';
};

/** 回避: a hit for each of the people who must not take part. */
export const conflictHits = (
  proposal: HandlingProposal,
  people: readonly { readonly id: string; readonly name: string }[],
  field: string,
): Hit[] =>
  people.flatMap(({ id, name }): Hit[] => {
    const why = conflictOf(proposal, id);
    return why === undefined ? [] : [{ field, words: { name, why } }];
  });

/** The rules on who checks the facts, for a form whose field of them is called `field`. */
export const checkerChecks = (
  field: string,
): Record<'too-few-checkers' | 'checker-conflict', LawCheck<HandlingProposal>> => ({
  'too-few-checkers': ({ checkers }) => {
    const count = new Set(checkers.map(({ id }) => id)).size;
    return count < 2 ? [{ field, words: { count: String(count) } }] : [];
  },
  'checker-conflict': (proposal) => conflictHits(proposal, proposal.checkers, field),
});
