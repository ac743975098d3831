import type { Hit } from '../findings.ts';
import type { DecisionProposal, ProposedItem, ProposedPerson } from '../proposal.ts';

/** What several groups of rules ask of a decision. */

/** A hit for each item that `wrong` picks, at the field of its measure. */
export const itemHits = (
  proposal: DecisionProposal,
  wrong: (item: ProposedItem, person: ProposedPerson) => Readonly<Record<string, string>> | undefined,
  field = 'measureCode',
): Hit[] =>
  proposal.items.flatMap((item, at): Hit[] => {
    const person = proposal.persons.find(({ id }) => id === item.personId);
    if (!person) return [];
    const words = wrong(item, person);
    return words === undefined
      ? []
      : [
          {
            field: `items.${String(at)}.${field}`,
            words: { name: person.name, measure: item.measure.name, ...words },
          },
        ];
  });

/** One hit for each person of whom `wrong` says something. */
export const personHits = (
  proposal: DecisionProposal,
  wrong: (
    person: ProposedPerson,
    items: readonly ProposedItem[],
  ) => Readonly<Record<string, string>> | undefined,
  field?: string,
): Hit[] =>
  proposal.persons.flatMap((person): Hit[] => {
    const items = proposal.items.filter(({ personId }) => personId === person.id);
    if (items.length === 0) return [];
    const words = wrong(person, items);
    if (words === undefined) return [];
    return [{ ...(field === undefined ? {} : { field }), words: { name: person.name, ...words } }];
  });

/** What the decision orders, with the field it stands in. */
export const orders = ({ items, requirements }: DecisionProposal): { field: string; text: string }[] => [
  ...items.map(({ measure }, at) => ({ field: `items.${String(at)}.measureCode`, text: measure.name })),
  ...requirements.map(({ text }, at) => ({ field: `requirements.${String(at)}.text`, text })),
];

/** A hit for each order in which `find` finds a word. */
export const wordsFound = (proposal: DecisionProposal, find: (text: string) => string | undefined): Hit[] =>
  orders(proposal).flatMap(({ field, text }): Hit[] => {
    const word = find(text);
    return word === undefined ? [] : [{ field, words: { word } }];
  });

/** Measures that the law names as punishment of its own kind, and not of mere education. */
export const isSanction = ({ kind }: Pick<ProposedItem['measure'], 'kind'>): boolean =>
  kind === 'sanction' || kind === 'pupil-sanction' || kind === 'contract';

/** Those who take part in the decision and may vote. */
export const attendeesOf = ({
  meeting,
}: Pick<DecisionProposal, 'meeting'>): readonly { readonly id: string; readonly name: string }[] =>
  meeting?.members.filter(({ attendance }) => attendance === 'present') ?? [];
