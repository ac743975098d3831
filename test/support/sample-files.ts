import { deflateSync, crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { renderWord } from '../../electron/documents/word/pack.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';

/** Small true files of every kind that the viewer opens. */

export const fileOf = (name: string, bytes: Uint8Array): FileContent => ({
  name,
  mime: 'application/octet-stream',
  base64: Buffer.from(bytes).toString('base64'),
});

const utf16 = (text: string): string =>
  Array.from(text, (char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

/** A PDF of the given objects, numbered from 1; the first is the catalogue. Texts are Latin-1. */
const pdfOf = (objects: readonly string[]): Uint8Array => {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`;
  text += `trailer << /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(xref)}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};

const stream = (entries: string, body: string): string =>
  `<< ${entries} /Length ${String(body.length)} >>\nstream\n${body}\nendstream`;

/**
 * A PDF of A4 pages with a line each, in a Chinese font that is not embedded: a reader needs the character map
 * UniGB-UCS2-H. `openAction` goes into the catalogue, e.g. a script that must not run.
 */
export const samplePdf = (lines: readonly string[], openAction = ''): Uint8Array => {
  const first = 6;
  const pages = lines.map((_line, index) => first + index * 2);
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${openAction} >>`,
    `<< /Type /Pages /Count ${String(lines.length)} /Kids [${pages.map((page) => `${String(page)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...lines.flatMap((line, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${String((pages[index] ?? 0) + 1)} 0 R >>`,
      stream('', `BT /F1 24 Tf 72 740 Td <${utf16(line)}> Tj ET 72 720 450 2 re f`),
    ]),
  ]);
};

/** A vermilion square in JPEG 2000, as scanners write it; the reader needs a decoder of its own for that. */
const JPEG_2000 =
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAACAAAAAgAAwcHAAAAAAAPY29scgEAAAAAABAAAADOanAyY/9P' +
  '/1EALwAAAAAACAAAAAgAAAAAAAAAAAAAAAgAAAAIAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAAAEBAAB/1wABEBA/2QAJQABQ3JlYXRlZCBieSBP' +
  'cGVuSlBFRyB2ZXJzaW9uIDIuNS40/5AACgAAAAAAVgAB/5PPtEgUAFyjZV2wAAMJCNUKGEhL/3/PtEwRUFSjZV2wAAMJCX18zAAAwkI/z7RoEVBUon22' +
  'kAADCQjVChhISEBoBhIR7hgwkJf/2Q==';

/** A PDF whose one page is a scan in JPEG 2000: red (200, 50, 43) all over. */
export const scannedPdf = (): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /XObject << /Im 4 0 R >> >> /Contents 5 0 R >>',
    stream(
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /Filter /JPXDecode',
      Buffer.from(JPEG_2000, 'base64').toString('latin1'),
    ),
    stream('', 'q 300 0 0 300 0 0 cm /Im Do Q'),
  ]);

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

/** A PNG of the given size, in a run of colours. */
export const samplePng = (width: number, height: number): Uint8Array => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows.set([(x * 255) / width, (y * 255) / height, 120], y * (1 + width * 3) + 1 + x * 3);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Frames of MPEG-1 layer III at 128 kbit/s and 44.1 kHz that hold silence; 38 of them are a second. */
export const sampleMp3 = (frames: number): Uint8Array => {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
};

export const sampleDocx = (): Promise<Uint8Array> =>
  renderWord({
    form: 'plain',
    title: '教案检查记录',
    body: [
      { kind: 'paragraph', text: '第八周应有教案十五份，实有十一份。' },
      {
        kind: 'table',
        columns: [
          { title: '班级', width: 1 },
          { title: '份数', width: 1 },
        ],
        rows: [['七年级1班', '6']],
      },
    ],
    draft: false,
    properties: { title: '教案检查记录', createdAt: '2026-11-24T01:00:00.000Z' },
  });

/** The Word file with a link that would run a script, and a style that would hide the program. */
export const hostileDocx = async (): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(await sampleDocx());
  const edit = async (path: string, change: (text: string) => string): Promise<void> => {
    const part = zip.file(path);
    if (!part) throw new Error(`no ${path}`);
    zip.file(path, change(await part.async('string')));
  };
  await edit('word/_rels/document.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      '<Relationship Id="rEvil" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:document.title=&apos;stolen&apos;" TargetMode="External"/></Relationships>',
    ),
  );
  await edit('word/document.xml', (text) =>
    text.replace(
      '<w:sectPr',
      '<w:p><w:hyperlink r:id="rEvil" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>点击领取</w:t></w:r></w:hyperlink></w:p><w:sectPr',
    ),
  );
  return zip.generateAsync({ type: 'uint8array' });
};

export const sampleXlsx = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const first = book.addWorksheet('考勤');
  first.addRow(['姓名', '日期', '迟到', '合计']);
  first.addRow(['王芳', new Date(Date.UTC(2026, 10, 24)), 2, { formula: 'C2*2', result: 4 }]);
  first.mergeCells('A4:B4');
  first.getCell('A4').value = '<b>合并的格子</b>';
  const second = book.addWorksheet('底稿', { state: 'hidden' });
  second.addRow(['藏着的内容']);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** 中文 in GBK, as phones and old programs write it. */
export const sampleGbk = (): Uint8Array => Buffer.from('d6d0cec4b1cac2bc0d0ab5dab6fed0d0', 'hex');
