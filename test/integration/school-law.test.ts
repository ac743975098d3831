import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { readTable } from '../support/read-table.ts';

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

type MeasureInput = ChannelInput<'standards.addMeasure'>['content'];

const measure = async (id: string): Promise<ChannelOutput<'standards.editMeasure'>> => {
  const found = (await one.call('standards.measures', {})).measures.find((each) => each.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
};
const contentOf = async (id: string): Promise<MeasureInput> => {
  const content = (await measure(id)).versions.at(-1)?.content;
  if (!content) throw new Error('no version');
  return content;
};

describe('the law pack in the hands of the school', () => {
  const rule = async (id: string): Promise<ChannelOutput<'standards.editRule'>> => {
    const found = (await one.call('standards.law', {})).rules.find((each) => each.id === id);
    if (!found) throw new Error(`no rule ${id}`);
    return found;
  };

  it('lets a stop be lowered only with a reason of some length, and answered each time', async () => {
    const before = await rule('too-few-servers');
    const content = before.versions[0]?.content;
    if (!content) throw new Error('no version');
    const { id, ...words } = content;
    const edit = { id, rev: before.rev, why: '经领导小组研究，偏远教学点只有一名教职工' };
    const lowered = { ...words, level: 'warn' as const, reasonRequired: true };
    const silent = { ...edit, content: { ...lowered, reasonRequired: false } };
    expect((await one.refused('standards.editRule', silent)).fields?.[0]?.path).toBe(
      'content.reasonRequired',
    );
    expect(
      (await one.refused('standards.editRule', { ...edit, why: '放宽', content: lowered })).fields?.[0]?.path,
    ).toBe('why');
    const noBlank = { ...edit, content: { ...lowered, message: '送达人不够。' } };
    expect((await one.refused('standards.editRule', noBlank)).message).toContain('【人数】');
    const oddBlank = { ...edit, content: { ...lowered, instead: '请补充{servers}。' } };
    expect((await one.refused('standards.editRule', oddBlank)).code).toBe('invalid');
    const changed = await one.call('standards.editRule', { ...edit, content: lowered });
    expect(changed.versions.at(-1)?.content.level).toBe('warn');
    const sheet = await readTable(await one.call('standards.exportRules', { ids: [id] }));
    expect(sheet.flat()).toContain('本校已调整');
    const back = await one.call('standards.resetRule', { id, rev: changed.rev });
    expect(back.versions.at(-1)?.content).toEqual(content);
    expect((await one.refused('standards.resetRule', { id, rev: back.rev })).code).toBe('illegal-step');
  });

  it('takes the check away with the article that was checked', async () => {
    const ground = (await one.call('standards.law', {})).grounds.find(({ id }) => id === 'education-law-29');
    const content = ground?.versions[0]?.content;
    if (!ground || !content) throw new Error('the ground is missing');
    const { code, check, ...words } = content;
    expect(check).not.toBeNull();
    const edit = { id: code, rev: ground.rev, why: '按本地文本更正' };
    const reworded = await one.call('standards.editGround', {
      ...edit,
      content: { ...words, paraphrase: '学校依法自主管理。' },
    });
    expect(reworded.versions.at(-1)?.content.check).toEqual(check);
    const moved = await one.call('standards.editGround', {
      ...edit,
      rev: reworded.rev,
      content: { ...words, article: '第三十条' },
    });
    expect(moved.versions.at(-1)?.content.check).toBeNull();
    const practice = { ...words, kind: 'practice' as const, article: null };
    expect(
      (await one.refused('standards.editGround', { ...edit, rev: moved.rev, content: practice })).code,
    ).toBe('invalid');
  });

  it('takes in what the school adds, unchecked, and never as its own check', async () => {
    const added = await one.call('standards.addGround', {
      content: {
        kind: 'law',
        law: '青禾市中小学教师管理办法',
        version: '2025年',
        inForceFrom: '2025-01-01',
        article: '第八条',
        paraphrase: '教职工应当遵守考勤制度。',
      },
    });
    expect(added.versions[0]?.content).toMatchObject({ code: added.id, check: null });
    const content = await contentOf('rectification');
    const before = await measure('rectification');
    const cited = await one.call('standards.editMeasure', {
      id: before.id,
      rev: before.rev,
      why: '增加本地依据',
      content: { ...content, grounds: [added.id] },
    });
    expect(cited.versions.at(-1)?.content.grounds).toEqual([added.id]);
  });
});

describe('rules of the school', () => {
  const base = { title: '学生手机管理办法', scope: 'pupils' as const, adoptedBy: '校长办公会' };

  it('for pupils are published only when they went the whole way', async () => {
    const hasty = { ...base, adoptedOn: '2026-09-01', publishedOn: '2026-09-10' };
    const refusal = await one.refused('standards.addSchoolRule', hasty);
    expect(refusal).toMatchObject({
      code: 'unlawful',
      article: '《中小学教育惩戒规则（试行）》第五条、第六条',
    });
    expect(refusal.message).toContain('征求意见');
    const whole = {
      ...hasty,
      consulted: { on: '2026-06-01', note: '全体家长' },
      discussed: { on: '2026-06-20', note: '家长委员会、教代会' },
    };
    const late = { ...whole, discussed: { on: '2026-09-05', note: '' } };
    expect((await one.refused('standards.addSchoolRule', late)).code).toBe('invalid');
    const tomorrow = { ...whole, publishedOn: '2026-11-25' };
    expect((await one.refused('standards.addSchoolRule', tomorrow)).code).toBe('invalid');
    expect((await one.call('standards.addSchoolRule', whole)).versions).toHaveLength(1);
  });

  it('have clauses with numbers, each once, and may be taken out of use', async () => {
    const clauses = [
      { no: '第三条', text: '手机由班主任统一保管。' },
      { no: '第三条第二款', text: '放学时交还。' },
    ];
    const rule = { ...base, adoptedOn: null, publishedOn: null, clauses };
    const twice = { ...rule, clauses: [...clauses, { no: '第三条', text: '又一条。' }] };
    expect((await one.refused('standards.addSchoolRule', twice)).code).toBe('invalid');
    const odd = { ...rule, clauses: [{ no: '3', text: '手机由班主任统一保管。' }] };
    expect((await one.refused('standards.addSchoolRule', odd)).code).toBe('invalid');
    const added = await one.call('standards.addSchoolRule', rule);
    expect(added.versions[0]?.content.clauses).toEqual(clauses);
    const off = await one.call('standards.enableSchoolRule', {
      id: added.id,
      rev: added.rev,
      enabled: false,
    });
    expect(off.enabled).toBe(false);
    const cells = (
      await readTable(await one.call('standards.exportSchoolRules', { ids: [added.id] }))
    ).flat();
    expect(cells).toEqual(expect.arrayContaining(['学生手机管理办法', '拟订中', '已停用']));
  });

  it('keep their text by its hash, each version its own', async () => {
    const added = await one.call('standards.addSchoolRule', { ...base, adoptedOn: null, publishedOn: null });
    const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
    const file = { name: '手机管理办法.pdf', mime: 'application/pdf', base64: pdf.toString('base64') };
    const edit = { id: added.id, rev: added.rev, why: '上传原文' };
    const disguised = { ...file, base64: Buffer.from('MZ nothing').toString('base64') };
    expect((await one.refused('standards.attachRuleFile', { ...edit, file: disguised })).code).toBe(
      'invalid',
    );
    const program = { ...file, name: '办法.exe' };
    expect((await one.refused('standards.attachRuleFile', { ...edit, file: program })).code).toBe('invalid');
    const held = await one.call('standards.attachRuleFile', { ...edit, file });
    expect(held.versions.at(-1)?.content.file).toMatchObject({ name: file.name, size: pdf.byteLength });
    await desk.restart();
    one = await desk.everyone();
    expect(await one.call('standards.readRuleFile', { id: added.id, version: 2 })).toEqual(file);
    expect((await one.refused('standards.readRuleFile', { id: added.id, version: 1 })).code).toBe(
      'not-found',
    );
    const content = held.versions.at(-1)?.content;
    if (!content) throw new Error('no version');
    const forged = { hash: 'a'.repeat(64), name: '别的.pdf', mime: 'application/pdf', size: 1 };
    const edited = await one.call('standards.editSchoolRule', {
      ...edit,
      rev: held.rev,
      content: { ...content, file: forged },
    });
    expect(edited.versions.at(-1)?.content.file).toEqual(content.file);
  });
});
