import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName, uniquePaths } from './safe-path.ts';

describe('names of files', () => {
  it.each([
    ['检查记录.pdf', '检查记录.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\a<b>|c?.txt', 'C__a_b__c_.txt'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['  尾巴. . ', '尾巴'],
    ['换\r\n行', '换__行'],
    ['\u202egnp.exe', '_gnp.exe'],
    ['', '未命名'],
    ['...', '未命名'],
    [`${'长'.repeat(200)}.docx`, `${'长'.repeat(75)}.docx`],
    ['关于2026.第3号事项的一份很长的说明', '关于2026.第3号事项的一份很长的说明'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('are safe whatever is given, and stay as they are once they are', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[ .]|[ .]$|^$/u);
        expect(safe.length).toBeLessThanOrEqual(170);
        expect(safeName(safe)).toBe(safe);
      }),
    ));
});

describe('paths of a package', () => {
  it('never meet, even where a disk does not tell capitals', () => {
    expect(
      uniquePaths(
        [['证据', 'A.pdf'], ['证据', 'a.pdf'], ['证据', 'a.PDF'], ['目录.docx'], ['证据/x', '..'], []],
        ['目录.docx'],
      ),
    ).toEqual([
      '证据/A.pdf',
      '证据/a（2）.pdf',
      '证据/a（3）.PDF',
      '目录（2）.docx',
      '证据_x/未命名',
      '未命名',
    ]);
  });

  it('are as many as the files, each once and without a way out', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('a', 'A', '..', 'b.txt', ''), { maxLength: 3 })),
        (given) => {
          const paths = uniquePaths(given);
          expect(paths).toHaveLength(given.length);
          expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(given.length);
          for (const path of paths) expect(path.split('/')).not.toContain('..');
        },
      ),
    ));
});
