import { mkdir, mkdtemp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openStore } from '../../../electron/store/open-store.ts';
import { defineCollection, type Store } from '../../../electron/store/types.ts';
import { daySchema, instantSchema } from '../../../shared/kernel/dates.ts';
import { actorSchema, entityShape, textSchema } from '../../../shared/kernel/entity.ts';

export const RECORDS = 100_000;

const matterSchema = z.object({
  ...entityShape,
  number: textSchema('编号', 40),
  title: textSchema('事由', 60),
  personId: z.string(),
  state: z.enum(['registered', 'established', 'decided', 'served']),
  facts: z.string(),
  happenedOn: daySchema,
  articles: z.array(z.object({ law: z.string(), article: z.string() })),
  registered: z.object({ at: instantSchema, by: actorSchema }),
});
export type Matter = z.infer<typeof matterSchema>;

/** Records of about 600 bytes, with a unique and two plain indexes, as a feature would declare them. */
export const matters = defineCollection({
  name: 'matters',
  schema: matterSchema,
  indexes: {
    number: (matter: Matter) => matter.number,
    person: (matter) => matter.personId,
    state: (matter) => matter.state,
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `编号 ${key} 已有人使用`,
});

export const actor = { userId: 'u-zhoumin', name: '周敏' };

export const idOf = (n: number): string => `matter-${String(n).padStart(8, '0')}`;

export const matterOf = (n: number): Omit<Matter, 'rev'> => ({
  id: idOf(n),
  number: `青一中问字〔${String(2006 + (n % 20))}〕${String(n)}号`,
  title: '未按规定批改作业',
  personId: `person-${String(n % 3000)}`,
  state: 'registered',
  facts: `2026年11月第${String(n % 4)}周抽查发现,该班语文作业连续两次未批改,涉及学生四十二人,备课记录缺失;经谈话核实,本人承认并说明原因。`,
  happenedOn: '2026-11-20',
  articles: [{ law: '中小学教师违反职业道德行为处理办法', article: '第四条' }],
  registered: { at: '2026-11-24T01:00:00.000Z', by: actor },
});

/** A fresh folder on the project's own disk: the system's temporary folder may be memory, where nothing costs anything. */
export const benchFolder = async (): Promise<string> => {
  const parent = fileURLToPath(new URL('../../../dist/bench/', import.meta.url));
  await mkdir(parent, { recursive: true });
  return mkdtemp(parent);
};

export const openSchool = (dir: string): Promise<Store> =>
  openStore({ dir, collections: [matters], clock: { now: () => Date.parse('2026-11-24T01:00:00.000Z') } });

/** A store of 100,000 records, made through transactions. */
export const fillSchool = async (store: Store): Promise<void> => {
  const PER_COMMIT = 1000;
  for (let from = 0; from < RECORDS; from += PER_COMMIT) {
    await store.transact({ actor, act: 'bench.fill' }, (tx) => {
      for (let n = from; n < from + PER_COMMIT; n += 1) tx.insert(matters, matterOf(n));
    });
  }
};
