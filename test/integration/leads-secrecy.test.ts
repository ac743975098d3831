import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leadCollection } from '../../electron/features/leads/collections.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import {
  PHONE,
  populate,
  PUPIL,
  report,
  SOURCE,
  STRANGER,
  target,
  textFile,
  type LeadView,
} from '../support/lead-desk.ts';

/** Nobody who reads these may learn who reported, or which child it is about. */
const SECRETS = [SOURCE, PHONE, PUPIL, STRANGER];
const CHILD = '闻人知秋';

const saying = (part: string): unknown => expect.stringContaining(part);

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await populate(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

/** Every text in a file: names of its parts, and their contents unpacked. */
const inside = async (file: FileContent): Promise<string> => {
  const zip = await JSZip.loadAsync(file.base64, { base64: true });
  const parts = await Promise.all(
    Object.values(zip.files).map(async (part) => `${part.name}\n${await part.async('string')}`),
  );
  expect(parts.some((part) => part.startsWith('docProps/core.xml'))).toBe(true);
  // A name may be torn over several runs of text.
  return [file.name, ...parts, ...parts.map((part) => part.replace(/<[^>]+>/g, ''))].join('\n');
};

const expectNone = (text: string, secrets: readonly string[], where: string): void => {
  for (const secret of secrets) expect([where, text.includes(secret)]).toEqual([where, false]);
};

/** A lead that has been through everything, with the secrets typed wherever a person can type. */
const busy = async (): Promise<LeadView> => {
  const said = `${SOURCE}（${PHONE}）说，${PUPIL}和${STRANGER}、${CHILD}在场`;
  const { view, concealed } = await one.call('leads.register', {
    ...report,
    content: `${said}。王立新离岗两个小时。`,
    occurredNote: `${SOURCE}记不清了`,
    pupilIds: ['duanmu'],
    minors: [CHILD],
    others: [`${SOURCE}的邻居`],
    source: { name: SOURCE, contact: '139-7766-5544', note: '学生家长' },
    files: [
      { file: textFile(`${SOURCE}提供的${PUPIL}照片.txt`) },
      { file: textFile(`${SOURCE}来信.txt`), reveals: true },
    ],
  });
  expect(concealed).toBe(true);
  await one.call('leads.addNote', { id: view.lead.id, text: said });
  const told = await one.call('leads.acknowledge', { ...target(view), on: '2026-11-23', way: 'phone' });
  const moved = await one.call('leads.triage', {
    ...target(told),
    way: 'transfer',
    reason: said,
    transfer: {
      receiverKind: 'inside',
      receiver: '德育处',
      request: said,
      transferredOn: '2026-11-23',
      answerBy: null,
    },
  });
  return one.call('leads.reply', {
    ...target(moved),
    repliedOn: '2026-11-24',
    way: 'letter',
    outcome: 'founded',
    text: `${said}，情况属实。`,
  });
};

describe('who reported', () => {
  it('stands nowhere in the data folder but in the collection of sources', async () => {
    const view = await busy();
    expect(JSON.stringify(view)).not.toContain(SOURCE);
    await one.call('leads.requestSource', { id: view.lead.id, reason: `想联系${SOURCE}` });
    await one.call('leads.triage', {
      ...target(await one.call('leads.undoTriage', { ...target(view), reason: `${SOURCE}要求` })),
      way: 'case',
      reason: `${SOURCE}的线索成立`,
      case: {
        matterCode: 'duty-patrol',
        summary: `${SOURCE}反映：${PUPIL}、${STRANGER}受伤`,
        occurredOn: '2026-11-18',
        subjects: [{ kind: 'staff', id: 'wang' }],
      },
    });
    await desk.app().store.snapshot();

    const data = join(desk.dir, 'data');
    let sources = '';
    for (const name of await readdir(data)) {
      const text = await readFile(join(data, name), 'utf8');
      if (name.startsWith('lead-sources')) sources += text;
      else expectNone(text, [SOURCE, PHONE, '139-7766-5544'], name);
    }
    expect(sources).toContain(SOURCE);

    const journal = join(desk.dir, 'journal');
    let lines = 0;
    for (const name of await readdir(journal))
      for (const line of (await readFile(join(journal, name), 'utf8')).trim().split('\n')) {
        const parsed: unknown = JSON.parse(line);
        if (typeof parsed !== 'object' || parsed === null || !('changes' in parsed)) throw new Error(line);
        if (!Array.isArray(parsed.changes)) throw new Error(line);
        const rest = parsed.changes.filter(
          (change: unknown) => !JSON.stringify(change).includes('lead-sources'),
        );
        expectNone(JSON.stringify({ ...parsed, changes: rest }), [SOURCE, PHONE, '139-7766-5544'], name);
        lines += 1;
      }
    expect(lines).toBeGreaterThan(5);
    const cases = JSON.stringify((await one.call('cases.list', {})).cases);
    expect(cases).toContain('反映人反映');
    expectNone(cases, SECRETS, 'cases.list');
  });
});

describe('sources and pupils', () => {
  it('are in no list, no search, no calendar and no register', async () => {
    const { lead } = await busy();
    const answers = {
      'leads.list': await one.call('leads.list', {}),
      'leads.waiting': await one.call('leads.waiting', {}),
      'leads.similar': await one.call('leads.similar', {
        content: lead.content,
        day: '2026-11-18',
        pupilIds: ['duanmu'],
        minors: [CHILD],
      }),
      'papers.numbers': await one.call('papers.numbers', {}),
      'deadlines.list': await one.call('deadlines.list', {}),
    };
    expect(answers['leads.list'].leads).toHaveLength(1);
    expect(answers['leads.similar'].leads).toHaveLength(1);
    for (const [channel, answer] of Object.entries(answers))
      expectNone(JSON.stringify(answer), [...SECRETS, CHILD], channel);
    for (const text of [SOURCE, PHONE, PUPIL, STRANGER, CHILD, 'yuchiqingjia', 'yuchi', 'duanmuxiangwan']) {
      const { hits } = await one.call('search.find', { text });
      expect(hits.filter(({ kind }) => kind === 'lead')).toEqual([]);
    }
    const { hits } = await one.call('search.find', { text: '王立新' });
    const found = hits.filter(({ kind }) => kind === 'lead');
    expect(found).toHaveLength(1);
    expectNone(JSON.stringify(found), [...SECRETS, CHILD], 'search.find');
  });

  it('are in no sheet and no paper, neither in its text nor in its properties or name', async () => {
    const { lead } = await busy();
    const plain = await one.call('leads.exportList', { ids: [lead.id] });
    const masked = await one.call('leads.exportList', { ids: [lead.id], maskStaff: true });
    const files = {
      list: plain,
      masked,
      acknowledgement: await one.call('leads.paper', { id: lead.id, kind: 'acknowledgement' }),
      transfer: await one.call('leads.paper', { id: lead.id, kind: 'transfer' }),
      reply: await one.call('leads.paper', { id: lead.id, kind: 'reply' }),
      copy: await one.call('leads.copy', {
        id: lead.id,
        phrases: [PUPIL, STRANGER, CHILD],
        purpose: `供${PUPIL}的班主任核对`,
      }),
    };
    for (const [what, file] of Object.entries(files))
      expectNone(await inside(file), [...SECRETS, CHILD], what);
    const shown = await inside(plain);
    expect(shown).toContain('王立新');
    expect(shown).toContain('端木**');
    expect(await inside(masked)).not.toContain('王立新');
    expect(await inside(masked)).toContain('王**');
    expect(await inside(files.reply)).toContain('情况属实');
    expect(await inside(files.copy)).toContain('■■■■和■■■■、■■■■在场');
  });

  it('are in no name of a file, whatever it was called when it came', async () => {
    const { lead } = await busy();
    expect(lead.attachments.map(({ file }) => file.name)).toEqual(['反映人提供的某学生照片.txt']);
    const slip = await one.call('leads.register', {
      ...report,
      channel: 'anonymous',
      replyTo: 'code',
      source: {},
      content: `${PUPIL}被推倒`,
      pupilIds: ['duanmu'],
      files: [{ file: textFile(`${PUPIL}.txt`) }],
    });
    expect(slip.view.lead.attachments[0]?.file.name).toBe('某学生.txt');
    if (!slip.receipt) throw new Error('there is no slip');
    const paper = await inside(slip.receipt.slip);
    expectNone(paper, SECRETS, 'slip');
    expect(paper).toContain(slip.receipt.code);
    // The code is on the slip alone: nothing kept can give it again.
    await desk.app().store.snapshot();
    for (const folder of ['data', 'journal'])
      for (const name of await readdir(join(desk.dir, folder)))
        expectNone(await readFile(join(desk.dir, folder, name), 'utf8'), [slip.receipt.code], name);
  });
});

describe('blacking out', () => {
  it('leaves the lead as it is in a copy, and says that there was one', async () => {
    const { lead } = await busy();
    await one.call('leads.copy', { id: lead.id, phrases: ['离岗两个小时'], purpose: '供值班组核对' });
    const { lead: after } = await one.call('leads.read', { id: lead.id });
    expect(after.content).toBe(lead.content);
    expect(after.state).toBe(lead.state);
    expect(after.history.at(-1)).toMatchObject({
      act: '制作遮盖副本',
      note: '遮盖 1 处词句。用途：供值班组核对',
    });
  });

  it('for good takes the words out of the lead and its notes, and keeps who, when and why', async () => {
    const { lead } = await busy();
    const redacted = await one.call('leads.redact', {
      id: lead.id,
      rev: lead.rev,
      phrases: [PUPIL, STRANGER],
      reason: `家长要求删除${PUPIL}的姓名`,
    });
    const text = JSON.stringify({ ...redacted.lead, people: [] }) + JSON.stringify(redacted.notes);
    expectNone(text, [PUPIL, STRANGER], 'lead');
    expect(redacted.lead.content).toContain('■■■■和■■■■');
    expect(redacted.notes[0]?.text).toContain('■■■■和■■■■');
    expect(redacted.lead.redactions).toMatchObject([
      { reason: '家长要求删除■■■■的姓名', made: { by: { name: '周敏' } } },
    ]);
    expect(redacted.lead.redactions[0]?.places).toBeGreaterThanOrEqual(5);
    expect(
      await one.refused('leads.redact', { ...target(redacted), phrases: [PUPIL], reason: '再次' }),
    ).toMatchObject({ code: 'invalid', message: saying('没有找到') });
    await desk.restart();
    expect(desk.app().store.get(leadCollection, lead.id)).toEqual(redacted.lead);
  });
});
