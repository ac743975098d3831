import type { dutiesChannels } from '../../../shared/features/duties/channels.ts';
import { dutyFindings } from '../../../shared/features/duties/rules.ts';
import { holderKey, type DutyList } from '../../../shared/features/duties/schema.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import { bodyCollection, requireStaff } from '../organisation/index.ts';
import { dutyListCollection } from './collections.ts';
import { allHolders, holderName, holdersOn } from './holders.ts';
import { entryFor, loadDutyLibrary } from './library.ts';
import { exportLists, listsPaper, personPaper } from './papers.ts';
import { adoptLists, changeList, createList, endList, requireDutyList } from './service.ts';
import { dutyRow, dutyView, listsInOrder, personDuties } from './views.ts';

const seen = async (context: CallContext, list: Promise<DutyList>) =>
  dutyView(context.store, await list, context.today);

export const dutiesHandlers = {
  'duties.lists': (_input, { store, today }) => {
    const holders = holdersOn(store, today);
    const lists = listsInOrder(store);
    return {
      lists: lists.map((list) => dutyRow(store, list, holders, today)),
      findings: dutyFindings(lists, holders, today),
    };
  },
  'duties.read': ({ id }, { store, today }) => dutyView(store, requireDutyList(store, id), today),
  'duties.library': async (_input, { store, today, resourcesDir }) => {
    const library = await loadDutyLibrary(resourcesDir);
    const holders = holdersOn(store, today);
    return {
      offers: allHolders(store, today)
        .filter((holder) => store.by(dutyListCollection, 'holder', holderKey(holder)).length === 0)
        .map((holder) => {
          const called = holderName(store, holder);
          // A body is matched by its kind: schools name them as they like.
          const name = holder.kind === 'body' ? (store.get(bodyCollection, holder.id)?.kind ?? '') : called;
          const entry = entryFor(library, holder.kind, name);
          return {
            holder,
            called,
            people: holders.get(holderKey(holder))?.names.length ?? 0,
            entry: entry ? { key: entry.key, title: entry.title, items: entry.items.length } : null,
          };
        }),
    };
  },
  'duties.adopt': adoptLists,
  'duties.create': (input, context) => seen(context, createList(input, context)),
  'duties.change': (input, context) => seen(context, changeList(input, context)),
  'duties.end': (input, context) => seen(context, endList(input, context)),
  'duties.ofPerson': ({ staffId, day }, { store, today }) =>
    personDuties(store, requireStaff(store, staffId), day ?? today),
  'duties.personPaper': personPaper,
  'duties.listsPaper': listsPaper,
  'duties.exportLists': exportLists,
} satisfies Handlers<typeof dutiesChannels, CallContext>;
