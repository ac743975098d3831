import { describe, expect, it } from 'vitest';
import { permissions, permissionsOf, roleIds } from '../../shared/features/accounts/permissions.ts';
import { navigationFor, screenAt, trailOf } from './navigation.ts';
import { paletteGroups } from './palette/results.ts';
import { screens } from './routes.tsx';
import type { SignedInUser } from './session.ts';
import { quickActs, todayCards } from './today.tsx';

const user = (held: SignedInUser['permissions']): SignedInUser => ({
  userId: 'u',
  accountName: 'zhoumin',
  name: '周敏',
  roles: ['reader'],
  permissions: held,
  mustChangePassword: false,
});

describe('the routes table', () => {
  it('names every path once', () => {
    const paths = screens.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('names parents that exist', () => {
    for (const { parent } of screens) {
      if (parent !== undefined) expect(screens.map(({ path }) => path)).toContain(parent);
    }
  });

  it('puts no screen with a parameter into the navigation, and opens hits only where an id goes in', () => {
    for (const { path, inNav, opens } of screens) {
      if (inNav) expect(path).not.toContain(':');
      if (opens !== undefined) expect(path).toMatch(/:id\b/);
    }
  });

  it('explains every screen in Chinese', () => {
    for (const { help, title } of screens) {
      expect(help.length).toBeGreaterThan(0);
      expect(title).toMatch(/\p{Script=Han}/u);
    }
  });

  it('has the target of every quick act and no card twice', () => {
    for (const act of quickActs) expect(screenAt(screens, act.path)).toBeDefined();
    expect(new Set(todayCards.map(({ key }) => key)).size).toBe(todayCards.length);
  });
});

describe('navigation', () => {
  it.each(roleIds)('offers a %s only what the role may enter', (role) => {
    const held = permissionsOf([role]);
    const entries = navigationFor(screens, user([...held]));
    for (const { access } of entries.flatMap((entry) => entry.screens)) {
      expect(access === 'signed-in' || access === 'public' || held.has(access)).toBe(true);
    }
    expect(entries[0]?.label).toBe('今日');
  });

  it('finds the screen of an address and the way to it', () => {
    const accounts = screenAt(screens, '/system/accounts');
    expect(accounts?.title).toBe('用户与角色');
    expect(screenAt(screens, '/nowhere')).toBeUndefined();
    expect(accounts && trailOf(screens, accounts).map(({ path }) => path)).toEqual(['/system/accounts']);
  });
});

describe('the palette', () => {
  const labels = (typed: string, held: SignedInUser['permissions']): string[] =>
    paletteGroups(typed, [], screens, user(held)).flatMap(({ entries }) => entries.map(({ title }) => title));

  it('finds screens and acts by character, pinyin and initials', () => {
    expect(labels('用户', [...permissions])).toContain('用户与角色');
    expect(labels('xtzt', [...permissions])).toContain('系统状态');
    expect(labels('suoding', [])).toContain('锁定屏幕');
    expect(labels('nothing like this', [...permissions])).toEqual([]);
  });

  it('offers no screen that the person may not enter', () => {
    expect(labels('', [])).not.toContain('用户与角色');
  });

  it('leaves out hits that no screen of this person opens', () => {
    const hit = { kind: 'staff', id: 'x', title: '王芳', about: 'T001' } as const;
    const groups = paletteGroups('王', [hit], [], user([]));
    expect(groups.flatMap(({ entries }) => entries)).toEqual([]);
  });
});
