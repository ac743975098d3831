import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lawRuleIds } from '../../shared/law/pack.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

describe("a school's standards", () => {
  it('are there from the founding, and are the same after a restart', async () => {
    const { measures } = await one.call('standards.measures', {});
    const { matters } = await one.call('standards.matters', {});
    const law = await one.call('standards.law', {});
    expect(measures.length).toBeGreaterThanOrEqual(6);
    expect(matters.length).toBeGreaterThanOrEqual(16);
    expect(law.rules).toHaveLength(lawRuleIds.length);
    await desk.restart();
    one = await desk.everyone();
    expect(await one.call('standards.law', {})).toEqual(law);
  });

  it('keep every version of a measure, and refuse what could not be carried out', async () => {
    const before = (await one.call('standards.measures', {})).measures.find(
      ({ id }) => id === 'rectification',
    );
    const content = before?.versions[0]?.content;
    if (!before || !content) throw new Error('the measure is missing');
    const target = { id: before.id, rev: before.rev };
    const edited = await one.call('standards.editMeasure', {
      ...target,
      content: { ...content, effects: '逾期不整改的，另行研究处理。' },
      why: '按校长办公会意见修改',
    });
    expect(edited.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(edited.versions[0]?.content).toEqual(content);
    const edit = { id: edited.id, rev: edited.rev, why: '试' };
    const unpapered = { ...content, paper: null };
    expect((await one.refused('standards.editMeasure', { ...edit, content: unpapered })).code).toBe(
      'invalid',
    );
    const sanction = { ...content, kind: 'sanction' as const };
    expect((await one.refused('standards.editMeasure', { ...edit, content: sanction })).code).toBe('invalid');
    const unknown = { ...content, grounds: ['no-such'] };
    expect(
      (await one.refused('standards.editMeasure', { ...edit, content: unknown })).fields?.[0]?.path,
    ).toBe('content.grounds.0');
    const stale = await one.refused('standards.editMeasure', { ...edit, ...target, content });
    expect(stale.code).toBe('conflict');
  });

  it('take in rules of the school, each title once, adopted before it is published', async () => {
    const content = { title: '值班制度', adoptedBy: '教代会', adoptedOn: '2026-03-01', publishedOn: null };
    const rule = await one.call('standards.addSchoolRule', content);
    expect((await one.refused('standards.addSchoolRule', content)).code).toBe('conflict');
    const edit = { id: rule.id, rev: rule.rev, why: '公布' };
    const early = { ...content, publishedOn: '2026-02-01' };
    expect((await one.refused('standards.editSchoolRule', { ...edit, content: early })).code).toBe('invalid');
    const published = await one.call('standards.editSchoolRule', {
      ...edit,
      content: { ...content, publishedOn: '2026-03-10' },
    });
    expect(published.versions).toHaveLength(2);
  });

  it('mark an article as compared by whom and when, and nothing that lies ahead', async () => {
    const { grounds } = await one.call('standards.law', {});
    const ground = grounds.find(({ id }) => id === 'ethics-rules-5');
    const target = { id: 'ethics-rules-5', rev: ground?.rev ?? 0, article: '第五条' };
    expect((await one.refused('standards.checkGround', { ...target, on: '2026-11-25' })).code).toBe(
      'invalid',
    );
    const checked = await one.call('standards.checkGround', { ...target, on: '2026-11-24' });
    expect(checked.versions.at(-1)?.content.check).toEqual({ by: '周敏', on: '2026-11-24' });
    const practice = grounds.find(({ id }) => id === 'practice-rectification');
    const noLaw = {
      id: 'practice-rectification',
      rev: practice?.rev ?? 0,
      article: '第一条',
      on: '2026-11-24',
    };
    expect((await one.refused('standards.checkGround', noLaw)).code).toBe('invalid');
  });
});
