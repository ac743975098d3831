import { describe, expect, it } from 'vitest';
import type { SearchItem } from '../search-source.ts';
import { entryOf, queryOf, score, type Entry } from './rank.ts';

const person = (name: string, code = ''): Entry =>
  entryOf({ id: name, title: name, about: '', names: [name], codes: [code] });

const fits = (name: string, text: string): boolean => {
  const query = queryOf(text);
  return query !== undefined && score(person(name), query) > 0;
};

const scoreOf = (entry: Entry, text: string): number => {
  const query = queryOf(text);
  return query ? score(entry, query) : 0;
};

describe('finding a name', () => {
  it.each([
    ['王小明', '王小明'],
    ['王小明', '小明'],
    ['王小明', 'wangxiaoming'],
    ['王小明', 'wang xiao ming'],
    ['王小明', 'WXM'],
    ['王小明', 'ｗｘｍ'],
    ['王小明', 'wxiaom'],
    ['王小明', 'wangx'],
    ['王小明', '王xm'],
    ['王小明', 'xm'],
    ['单雄信', 'shanxiongxin'],
    ['单雄信', 'sxx'],
    ['曾国强', 'zgq'],
    ['仇英', 'qiuying'],
    ['欧阳修文', 'oyxw'],
    ['尉迟恭', 'yuchi'],
    ['张乐', 'zhangyue'],
    ['张乐', 'zhangle'],
    ['吕梁', 'lvliang'],
    ['吕梁', 'luliang'],
    ['吕梁', 'lüliang'],
    ['西安', 'xian'],
    ['阿依古丽·买买提', 'aygl'],
    ['阿依古丽·买买提', '古丽·买'],
  ])('%s by %s', (name, text) => expect(fits(name, text)).toBe(true));

  it.each([
    ['王小明', 'wm'],
    ['王小明', 'mxw'],
    ['王小明', '王明'],
    ['王小明', 'wangxiaomingg'],
    ['先锋', 'xianx'],
    ['王小明', ''],
    ['王小明', '   '],
  ])('%s not by “%s”', (name, text) => expect(fits(name, text)).toBe(false));

  it('long texts are found by their characters, not by their initials', () => {
    const text =
      '2026年11月某日,值班教师没有按时到岗,造成学生在走廊里滞留了二十多分钟,家长向学校反映了这一情况。';
    expect(fits(text, '滞留')).toBe(true);
    expect(fits(text, 'zhiban')).toBe(false);
  });

  it('every term has to fit somewhere', () => {
    const one = entryOf({
      id: '1',
      title: '',
      about: '',
      names: ['王小明', '体罚学生'],
      codes: ['A〔2026〕1号'],
    });
    expect(scoreOf(one, '王 体罚')).toBeGreaterThan(0);
    expect(scoreOf(one, 'wxm 〔2026〕')).toBeGreaterThan(0);
    expect(scoreOf(one, '王 旷课')).toBe(0);
  });
});

describe('ranking', () => {
  it('whole number, whole name, beginnings, spelling, then what only contains it', () => {
    const ordered: [SearchItem, string][] = [
      [{ id: 'a', title: '', about: '', names: ['王'], codes: ['T001'] }, 't001'],
      [{ id: 'b', title: '', about: '', names: ['T001'], codes: [] }, 't001'],
      [{ id: 'c', title: '', about: '', names: ['王'], codes: ['T0012'] }, 't001'],
      [{ id: 'd', title: '', about: '', names: ['T001班'], codes: [] }, 't001'],
      [{ id: 'e', title: '', about: '', names: ['六T001班'], codes: [] }, 't001'],
      [{ id: 'f', title: '', about: '', names: ['王'], codes: ['XT001'] }, 't001'],
    ];
    const scores = ordered.map(([item, text]) => scoreOf(entryOf(item), text));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scoreOf(person('王小明'), 'wxm')).toBeGreaterThan(scoreOf(person('大王小明'), 'wxm'));
  });
});
