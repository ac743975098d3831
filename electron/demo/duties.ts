import type { Happening } from './cases.ts';
import { administratorAccount, logIn, type World } from './world.ts';

/** The duties of all posts, bodies and heads of classes, taken over from the library before the first school year. */
export const adoptDuties = async (world: World): Promise<void> => {
  const office = await logIn(world, administratorAccount.accountName);
  const { offers } = await office.call('duties.library', {});
  await office.call('duties.adopt', {
    appliesFrom: `${String(world.year - 1)}-09-01`,
    choices: offers.flatMap(({ holder, entry }) => (entry ? [{ holder, key: entry.key }] : [])),
  });
};

/** With the second school year the heads of classes get one duty more, and one of theirs is worded anew. */
export const planDuties = (world: World): Happening[] => [
  {
    day: `${String(world.year)}-08-28`,
    act: async () => {
      const office = await logIn(world, administratorAccount.accountName);
      const { lists } = await office.call('duties.lists', {});
      const heads = lists.find(({ kind }) => kind === 'head');
      if (!heads) throw new Error('no duties of heads of classes');
      const { record } = await office.call('duties.read', { id: heads.id });
      const items = record.versions.at(-1)?.items ?? [];
      await office.call('duties.change', {
        id: record.id,
        rev: record.rev,
        appliesFrom: `${String(world.year)}-09-01`,
        why: '校长办公会研究：落实课间安全巡视',
        items: [
          ...items.map((item) =>
            item.text.includes('疏散演练') ? { ...item, standard: '每学期至少演练三次' } : item,
          ),
          {
            text: '课间到教室和走廊巡视，及时制止追逐打闹和欺凌',
            standard: '每天上下午各一次，有记录',
            ground: '',
            rhythm: 'weekly',
            sole: false,
          },
        ],
      });
    },
  },
];
