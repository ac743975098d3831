import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderWithTemplate } from '../../electron/features/papers/index.ts';
import { sampleValues } from '../../electron/features/papers/own-forms.ts';
import type { PlainForm } from '../../electron/documents/word/model.ts';
import { formOf, templateForms, type FormCode } from '../../shared/features/papers/forms.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { linesOf, wordParts } from '../support/word-parts.ts';

let desk: TestDesk;
let clerk: Caller;
beforeEach(async () => {
  desk = await openDesk();
  clerk = await desk.everyone();
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const house: PlainForm = {
  form: 'plain',
  title: '送达回证',
  body: [],
  draft: false,
  properties: { title: '送达回证', author: '青禾市第一中学', createdAt: '2026-11-24T01:00:00.000Z' },
};

const fileOf = (bytes: Uint8Array, name = '学校格式.docx'): FileContent => ({
  name,
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  base64: Buffer.from(bytes).toString('base64'),
});

const bytesOf = (file: FileContent): Uint8Array => Buffer.from(file.base64, 'base64');

const run = (text: string, strong = false): TextRun => new TextRun({ text, allCaps: strong });

const docxOf = async (...paragraphs: readonly (string | Paragraph)[]): Promise<FileContent> =>
  fileOf(
    await Packer.pack(
      new Document({
        creator: 'Clerk of the school',
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('{{学校全称}}')] }) },
            footers: { default: new Footer({ children: [new Paragraph('存档')] }) },
            children: paragraphs.map((each) => (typeof each === 'string' ? new Paragraph(each) : each)),
          },
        ],
      }),
      'uint8array',
    ),
  );

const talkPlaces = ['当事人', '谈话时间', '谈话人', '问题', '要求', '本人表态', '整改期限'];

/** A template of 诫勉谈话记录 with every mandatory place, and more. */
const talkForm = (...more: readonly (string | Paragraph)[]): Promise<FileContent> =>
  docxOf(...talkPlaces.map((key) => `{{${key}}}`), ...more);

type Change = (zip: JSZip) => Promise<void>;

const changed = async (file: FileContent, change: Change): Promise<FileContent> => {
  const zip = await JSZip.loadAsync(bytesOf(file));
  await change(zip);
  return fileOf(await zip.generateAsync({ type: 'uint8array' }));
};

const inPart = (path: string, from: string, to: string): Change => {
  return async (zip) => {
    const xml: string = (await zip.file(path)?.async('string')) ?? '';
    expect(xml).toContain(from);
    zip.file(path, xml.replace(from, to));
  };
};

const withPart = (path: string, content: string): Change => {
  return (zip) => {
    zip.file(path, content);
    return Promise.resolve();
  };
};

const save = async (form: FormCode, file: FileContent): Promise<number> =>
  (await clerk.call('papers.saveTemplate', { form, file, rev: 0 })).rev;

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const parts = await wordParts(bytes);
  return [parts.document, ...parts.headers, ...parts.footers]
    .flatMap(linesOf)
    .map(({ text }) => text)
    .join('\n');
};

describe('forms of the school’s own', () => {
  it.each(templateForms.map(({ code, name }) => [name, code] as const))(
    '%s: the house form to begin with has every place, is accepted as it is, and is filled whole',
    async (_, code) => {
      const starter = await clerk.call('papers.houseForm', { form: code });
      const check = await clerk.call('papers.checkTemplate', { form: code, file: starter });
      expect(check.problems).toEqual([]);
      await save(code, starter);
      const values = sampleValues(code);
      const { bytes, template } = await renderWithTemplate(desk.app().store, code, values, house);
      expect(template?.version).toBe(1);
      const text = await textOf(bytes);
      expect(text).not.toMatch(/[{}]/);
      for (const { key, kind, mandatory, sample } of formOf(code).fields)
        if (mandatory && kind === 'line') expect(text, key).toContain(sample);
    },
  );

  it('are used until the school goes back to the house form, and every version can be had again', async () => {
    const first = await talkForm('第一版');
    const rev = await save('talk-record', first);
    const second = await clerk.call('papers.saveTemplate', {
      form: 'talk-record',
      file: await talkForm('第二版'),
      rev,
    });
    expect(second.current).toBe(2);
    const values = sampleValues('talk-record');
    const text = async (): Promise<string> =>
      textOf((await renderWithTemplate(desk.app().store, 'talk-record', values, house)).bytes);
    expect(await text()).toContain('第二版');

    const back = await clerk.call('papers.useTemplate', { form: 'talk-record', rev: second.rev, version: 1 });
    expect(await text()).toContain('第一版');
    const none = await clerk.call('papers.useTemplate', {
      form: 'talk-record',
      rev: back.rev,
      version: null,
    });
    expect(none.current).toBe(null);
    expect((await renderWithTemplate(desk.app().store, 'talk-record', values, house)).template).toBe(null);
    const kept = await clerk.call('papers.readTemplate', { form: 'talk-record', version: 1 });
    expect(bytesOf(kept)).toEqual(bytesOf(first));

    const stale = { form: 'talk-record', rev: second.rev, version: 2 } as const;
    expect((await clerk.refused('papers.useTemplate', stale)).code).toBe('conflict');
    const unknown = { form: 'talk-record', rev: none.rev, version: 9 } as const;
    expect((await clerk.refused('papers.useTemplate', unknown)).code).toBe('not-found');
  });

  it('give the same bytes for the same values, and nothing of who made the form', async () => {
    await save('talk-record', await talkForm());
    const values = sampleValues('talk-record');
    const render = () => renderWithTemplate(desk.app().store, 'talk-record', values, house);
    const { bytes } = await render();
    expect((await render()).bytes).toEqual(bytes);
    const zip = await JSZip.loadAsync(bytes);
    const all = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
    expect(all.join('')).not.toContain('Clerk of the school');
    expect(await zip.file('docProps/core.xml')?.async('string')).toContain('青禾市第一中学');
  });

  it('are filled in their own look, however Word has cut a place into runs', async () => {
    const cut = new Paragraph({ children: [run('兹有{{当', true), run('事'), run('人}}同志', true)] });
    await save('talk-record', await talkForm(cut));
    const values = { ...sampleValues('talk-record'), 当事人: '王<某>&某' };
    const { bytes } = await renderWithTemplate(desk.app().store, 'talk-record', values, house);
    const line = linesOf((await wordParts(bytes)).document).at(-1);
    expect(line?.text).toBe('兹有王&lt;某&gt;&amp;某同志');
    expect(line?.xml).toMatch(/<w:caps\/>(?:(?!<\/w:r>).)*王/s);
  });

  it('part a text into paragraphs of the look of its place, and run it together among other words', async () => {
    const place = new Paragraph({ indent: { firstLine: 640 }, children: [run('{{问题}}', true)] });
    await save('talk-record', await talkForm(place, '问题是：{{问题}}以上。'));
    const values = { ...sampleValues('talk-record'), 问题: '一是迟到。\n二是早退。' };
    const { bytes } = await renderWithTemplate(desk.app().store, 'talk-record', values, house);
    const lines = linesOf((await wordParts(bytes)).document);
    const parted = lines.filter(({ xml }) => xml.includes('w:firstLine="640"'));
    expect(parted.map(({ text }) => text)).toEqual(['一是迟到。', '二是早退。']);
    for (const { xml } of parted) expect(xml).toContain('<w:caps/>');
    expect(lines.at(-1)?.text).toBe('问题是：一是迟到。二是早退。以上。');
  });

  it('repeat a row of a table for each item', async () => {
    const starter = await clerk.call('papers.houseForm', { form: 'order' });
    await save('order', starter);
    const items = ['补记录', '建交接本', '装门禁'].map((要求, index) => ({ 序号: String(index + 1), 要求 }));
    const values = { ...sampleValues('order'), 整改清单: { rows: items } };
    const { bytes } = await renderWithTemplate(desk.app().store, 'order', values, house);
    const text = await textOf(bytes);
    expect(text.match(/补记录|建交接本|装门禁/g)).toEqual(['补记录', '建交接本', '装门禁']);
    expect(text).not.toContain('{{');
  });

  it('say in a draft what is missing and bear 草稿 on every page, and cannot be issued so', async () => {
    await save('talk-record', await talkForm());
    const values = { ...sampleValues('talk-record'), 问题: ' ' };
    const store = desk.app().store;
    const draft = await renderWithTemplate(store, 'talk-record', values, { ...house, draft: true });
    const parts = await wordParts(draft.bytes);
    expect(linesOf(parts.document).map(({ text }) => text)).toContain('【问题】');
    expect(parts.headers).toHaveLength(3);
    for (const header of parts.headers) expect(header).toContain('string="草稿"');
    const section = /<w:sectPr.*?<\/w:sectPr>/s.exec(parts.document)?.[0] ?? '';
    expect(
      [...section.matchAll(/headerReference\b[^>]*w:type="(\w+)"/g)].map((match) => match[1]).sort(),
    ).toEqual(['default', 'even', 'first']);
    await expect(renderWithTemplate(store, 'talk-record', values, house)).rejects.toMatchObject({
      code: 'illegal-step',
      message: expect.stringContaining('问题') as string,
    });
  });

  it('are shown with sample values before they are kept', async () => {
    const file = await clerk.call('papers.previewTemplate', {
      form: 'talk-record',
      source: { kind: 'file', file: await talkForm() },
    });
    expect(await textOf(bytesOf(file))).toContain('王某某（总务处安全管理员）');
    const { forms } = await clerk.call('papers.templates', {});
    expect(forms.every(({ current }) => current === null)).toBe(true);
  });
});

describe('a .docx that cannot be used', () => {
  const problems = async (file: FileContent): Promise<string> => {
    const check = await clerk.call('papers.checkTemplate', { form: 'talk-record', file });
    const refused = await clerk.refused('papers.saveTemplate', { form: 'talk-record', file, rev: 0 });
    expect(refused.code).toBe('invalid');
    return check.problems.join('');
  };

  it('is one with a mandatory place missing, or a name that the form does not know', async () => {
    const file = await docxOf(...talkPlaces.slice(1).map((key) => `{{${key}}}`), '{{当事入}}');
    const found = await problems(file);
    expect(found).toContain('缺少必填的内容：{{当事人}}。');
    expect(found).toContain('不认识的名称：{{当事入}}');
  });

  it('is one with braces that do not pair', async () => {
    expect(await problems(await talkForm('{{当事人}'))).toContain('花括号不成对');
  });

  it.each([
    ['no zip file', fileOf(new TextEncoder().encode('hello')), '不是 .docx'],
    ['empty', fileOf(new Uint8Array()), '不是 .docx'],
    ['too large', fileOf(new Uint8Array(5 * 1024 * 1024 + 1)), '超过5 MB'],
  ] as const)('is one that is %s', async (_, file, words) => {
    expect(await problems(file)).toContain(words);
  });

  it('is another kind of Office file', async () => {
    const sheet = new JSZip();
    sheet.file('[Content_Types].xml', '<Types/>');
    sheet.file('xl/workbook.xml', '<workbook/>');
    expect(await problems(fileOf(await sheet.generateAsync({ type: 'uint8array' })))).toContain('不是 .docx');
  });

  it.each([
    ['macros', withPart('word/vbaProject.bin', 'x'), '宏'],
    [
      'macros by its type',
      inPart(
        '[Content_Types].xml',
        'wordprocessingml.document.main+xml',
        'ms-word.document.macroEnabled.main+xml',
      ),
      '.docx',
    ],
    ['embedded objects', withPart('word/embeddings/oleObject1.bin', 'x'), '嵌入的对象'],
    ['controls', withPart('word/activeX/activeX1.xml', 'x'), '控件'],
    [
      'a link to another template',
      inPart(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        '<Relationship Id="x1" Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/></Relationships>',
      ),
      '链接到外部',
    ],
    [
      'changes that nobody has accepted',
      inPart('word/document.xml', '<w:p>', '<w:p><w:ins w:id="1"/>'),
      '修订',
    ],
    ['remarks', withPart('word/comments.xml', '<w:comments><w:comment w:id="1"/></w:comments>'), '批注'],
  ] as const)('is one with %s', async (_, change, words) => {
    expect(await problems(await changed(await talkForm(), change))).toContain(words);
  });

  it('is one that unpacks to more than any form would', async () => {
    const bomb = await changed(
      await talkForm(),
      withPart('word/media/image1.bin', ' '.repeat(51 * 1024 * 1024)),
    );
    const zip = await JSZip.loadAsync(bytesOf(bomb));
    const small = fileOf(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
    expect(bytesOf(small).byteLength).toBeLessThan(1024 * 1024);
    expect(await problems(small)).toContain('不是 .docx');
  });

  it('is not one with a link that waits to be clicked', async () => {
    const linked = await changed(
      await talkForm(),
      inPart(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        '<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://x/" TargetMode="External"/></Relationships>',
      ),
    );
    const check = await clerk.call('papers.checkTemplate', { form: 'talk-record', file: linked });
    expect(check.problems).toEqual([]);
  });
});
