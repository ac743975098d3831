import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const renderer = fileURLToPath(new URL('../../renderer/', import.meta.url));

const filesEnding = async (endings: readonly string[]): Promise<{ path: string; text: string }[]> => {
  const names = await readdir(renderer, { recursive: true });
  return Promise.all(
    names
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .map(async (path) => ({ path, text: await readFile(join(renderer, path), 'utf8') })),
  );
};

const styles = await filesEnding(['.css']);
const code = (await filesEnding(['.tsx', '.ts'])).map(({ text }) => text).join('\n');

const classesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\.(mz-[a-z0-9-]+)/g)].flatMap(([, name]) => name ?? []));

/** Classes that begin a selector: the sheet says of them how they look wherever they stand. */
const ownedBy = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/(?:^|[,}]\s*)\.(mz-[a-z0-9-]+)(?=\s*[,{])/gm)].flatMap(([, name]) => name ?? []),
  );

/** An element bears a class when its name stands in the code, whole or made of `mz-vote-` and a value. */
const isBorne = (name: string): boolean =>
  new RegExp(`${name}(?![a-z0-9-])`).test(code) ||
  [...name.slice('mz-'.length).matchAll(/-/g)].some(({ index }) =>
    code.includes(`${name.slice(0, 'mz-'.length + index + 1)}\${`),
  );

describe('the stylesheets', () => {
  it('are all in one page once it was visited, so that no two of them speak about the same class', () => {
    const owners = new Map<string, string[]>();
    for (const { path, text } of styles)
      for (const name of ownedBy(text)) owners.set(name, [...(owners.get(name) ?? []), path]);
    const shared = [...owners]
      .filter(([, sheets]) => sheets.length > 1)
      .map(([name, sheets]) => `.${name}: ${sheets.join(', ')}`);
    expect(owners.size).toBeGreaterThan(300);
    expect(shared).toEqual([]);
  });

  it('style nothing that is not on any screen', () => {
    const unused = styles.flatMap(({ path, text }) =>
      [...classesIn(text)].filter((name) => !isBorne(name)).map((name) => `${path}: .${name}`),
    );
    expect(unused).toEqual([]);
  });
});
