import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { match, pinyin } from 'pinyin-pro';
import { createSearchIndex } from '../../electron/features/search/index.ts';
import {
  organisationCollections,
  staffCollection,
  staffSearchSource,
} from '../../electron/features/organisation/index.ts';
import { createDraw } from '../../electron/demo/people.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { median, row, timed, type BenchRow } from './row.ts';

const PEOPLE = 10_000;
const TYPED_NAMES = 40;

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余',
);
const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉建国志海云飞宇晨佳怡梦琪思远',
);

/** What a person types to find a name by initials and then pinyin, one keystroke after the other: w, wf, wfa, wfan. */
const keystrokes = (name: string): string[] => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array' });
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  const typed = `${initials}${syllables.at(-1)?.slice(1) ?? ''}`;
  return Array.from({ length: typed.length }, (_blank, at) => typed.slice(0, at + 1));
};

/** A keystroke to its twenty hits among ten thousand people, beside asking pinyin-pro about every name. */
export const measureSearch = async (): Promise<BenchRow[]> => {
  const dir = await mkdtemp(join(tmpdir(), 'mingze-bench-'));
  try {
    const store = await openStore({
      dir,
      collections: organisationCollections,
      clock: { now: () => Date.parse('2026-11-24T01:00:00.000Z') },
    });
    const draw = createDraw(7);
    const names = Array.from(
      { length: PEOPLE },
      () => `${draw.pick(SURNAMES)}${draw.pick(GIVEN)}${draw.below(4) === 0 ? '' : draw.pick(GIVEN)}`,
    );
    await store.transact({ actor: { userId: 'bench', name: '周敏' }, act: 'bench' }, (tx) => {
      names.forEach((name, at) =>
        tx.insert(staffCollection, {
          id: randomUUID(),
          number: `T${String(at).padStart(5, '0')}`,
          name,
          gender: 'female',
          employment: 'established',
          postGrade: '',
          title: '',
          partyMember: false,
          phone: '',
          joinedOn: null,
          leftOn: null,
          holdings: [],
        }),
      );
    });
    const index = createSearchIndex(store, [staffSearchSource]);
    const find = (text: string): number =>
      index.find({ text, limit: 20, userId: 'bench', wants: () => true }).length;
    find('预热');
    const typed = names.slice(0, TYPED_NAMES).flatMap(keystrokes);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (const text of typed) {
      let found = 0;
      ours.push(await timed(() => (found = find(text))));
      if (found === 0) throw new Error(`nobody found for ${text}`);
      theirs.push(
        await timed(() => names.filter((name) => match(name, text, { continuous: true }) !== null)),
      );
    }
    await store.close();
    return [row('search-10k', 'ms', median(ours), 'linear scan with pinyin-pro', median(theirs))];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
