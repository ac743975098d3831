import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, queryOf, score } from './rank.ts';
import { Shelf } from './shelf.ts';

const surnames = Array.from('王李张刘陈杨黄赵吴周徐单曾朱吕郭何林高罗');
const given = Array.from('明晓文静志强丽乐建国伟芳行敏秀英霞平刚桂');

const person = (name: string, n: number) => ({
  id: String(n),
  title: name,
  about: '',
  names: [name],
  codes: [`T${String(n).padStart(5, '0')}`],
});

const found = (shelf: Shelf, text: string): string[] => {
  const query = queryOf(text);
  return query ? [...shelf.find(query).values()].flat().sort() : [];
};

describe('the shelf', () => {
  it('finds just what looking at every item finds', () => {
    const name = fc
      .tuple(
        fc.constantFrom(...surnames),
        fc.array(fc.constantFrom(...given, 'a', 'e', '(', '·'), { maxLength: 3 }),
      )
      .map(([head, tail]) => head + tail.join(''));
    const text = fc.array(fc.constantFrom(...Array.from('wxmzhangeyl0t王明乐( ')), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), text, (names, typed) => {
        const items = names.map(person);
        const shelf = new Shelf();
        for (const item of items) shelf.put(item);
        const query = queryOf(typed.join(''));
        const expected = query ? items.filter((item) => score(entryOf(item), query) > 0) : [];
        expect(found(shelf, typed.join(''))).toEqual(expected.map(({ id }) => id).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('forgets what was put before under the same id', () => {
    const shelf = new Shelf();
    shelf.put(person('王明', 1));
    shelf.put(person('李明', 1));
    expect(found(shelf, 'wm')).toEqual([]);
    expect(found(shelf, 'lm')).toEqual(['1']);
    shelf.remove('1');
    expect(found(shelf, 'lm')).toEqual([]);
  });
});
