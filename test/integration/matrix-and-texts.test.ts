import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPaperTexts, readSeverityMatrix } from '../../electron/features/standards/index.ts';
import { nestTexts } from '../../shared/features/standards/paper-text.ts';
import { proposeBand } from '../../shared/features/standards/propose-band.ts';
import { withBand } from '../../shared/features/standards/severity-matrix.ts';
import { openDesk, resourcesDir, type Caller, type TestDesk } from '../support/harness.ts';
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

describe('the severity matrix', () => {
  it('is changed as a whole with a reason, and proposes by what is in force', async () => {
    const { matrix } = await one.call('standards.severity', {});
    const content = matrix.versions[0]?.content;
    if (!content) throw new Error('no version');
    const at = { nature: 'negligent', degree: 'minor', impact: 'none' } as const;
    const edit = { id: matrix.id, rev: matrix.rev, why: '领导小组研究' };
    const upside = { ...content, cells: withBand(content.cells, at, 'severe') };
    expect((await one.refused('standards.editSeverity', { ...edit, content: upside })).code).toBe('invalid');
    const [first, ...others] = content.circumstances;
    if (!first) throw new Error('no circumstance');
    const unknown = { ...content, circumstances: [{ ...first, grounds: ['no-such'] }, ...others] };
    expect(
      (await one.refused('standards.editSeverity', { ...edit, content: unknown })).fields?.[0]?.path,
    ).toBe('content.circumstances.0.grounds.0');
    const stricter = {
      ...content,
      cells: withBand(content.cells, { ...at, impact: 'public' }, 'grave'),
      maxShift: 2,
    };
    expect((await one.refused('standards.editSeverity', { ...edit, content: stricter })).code).toBe(
      'invalid',
    );
    const milder = { ...content, cells: withBand(content.cells, { ...at, impact: 'public' }, 'light') };
    await one.call('standards.editSeverity', { ...edit, content: milder });
    const inForce = readSeverityMatrix(desk.app().store);
    expect(inForce.version).toBe(2);
    expect(proposeBand(inForce.matrix, { ...at, impact: 'public' }, []).band).toBe('light');
  });
});

describe('the texts of papers', () => {
  it('are the shipped ones until the school words them otherwise, and keep their blanks and days', async () => {
    const shipped: unknown = JSON.parse(await readFile(join(resourcesDir, 'papers', 'texts.json'), 'utf8'));
    expect(nestTexts(readPaperTexts(desk.app().store))).toEqual(shipped);
    const { texts } = await one.call('standards.paperTexts', {});
    const remedy = texts.find(({ id }) => id === 'remedy.general');
    const text = remedy?.versions[0]?.content.text;
    if (!remedy || text === undefined) throw new Error('the text is missing');
    const edit = { id: remedy.id, rev: remedy.rev, why: '统一用语' };
    const lost = text.replaceAll('{authority}', '教育局');
    expect((await one.refused('standards.editPaperText', { ...edit, text: lost })).message).toContain(
      '【主管教育部门】',
    );
    const endless = text.replaceAll('30日内', '及时');
    expect((await one.refused('standards.editPaperText', { ...edit, text: endless })).code).toBe('unlawful');
    const fine = `${text}逾期罚款。`;
    expect((await one.refused('standards.editPaperText', { ...edit, text: fine })).article).toBe(
      '《行政处罚法》第十七条',
    );
    const edited = await one.call('standards.editPaperText', {
      ...edit,
      text: text.replace('如对', '您如对'),
    });
    expect(readPaperTexts(desk.app().store).get('remedy.general')).toContain('您如对');
    const sheet = await one.call('standards.exportPaperTexts', { ids: [remedy.id, 'letter.demand'] });
    expect((await readTable(sheet)).flat()).toEqual(expect.arrayContaining(['救济途径', '批评教育书']));
    const back = await one.call('standards.resetPaperText', { id: remedy.id, rev: edited.rev });
    expect(back.versions.at(-1)?.content.text).toBe(text);
    expect((await one.refused('standards.resetPaperText', { id: remedy.id, rev: back.rev })).code).toBe(
      'illegal-step',
    );
  });
});
