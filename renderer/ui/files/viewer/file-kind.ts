/** How a file is shown; `other` is named, measured and saved, but not opened. */
export type ViewKind = 'pdf' | 'image' | 'audio' | 'video' | 'text' | 'word' | 'sheet' | 'other';

/** What a file is, seen by its first bytes before its name is believed. */
export interface FileKind {
  readonly view: ViewKind;
  /** 图片, Word 文档: what a person calls it. */
  readonly name: string;
  /** For the browser, where it is handed bytes; never taken from the file's sender. */
  readonly mime: string;
  /** Why it cannot be shown, and what to do; only for `other`. */
  readonly reason?: string;
}

const kind = (view: ViewKind, name: string, mime: string): FileKind => ({ view, name, mime });
const closed = (name: string, reason: string): FileKind => ({
  view: 'other',
  name,
  mime: 'application/octet-stream',
  reason,
});

const pdf = kind('pdf', 'PDF 文档', 'application/pdf');
const picture = (mime: string): FileKind => kind('image', '图片', mime);
const sound = (mime: string): FileKind => kind('audio', '录音', mime);
const film = (mime: string): FileKind => kind('video', '录像', mime);
const text = (name: string): FileKind => kind('text', name, 'text/plain');
const word = kind(
  'word',
  'Word 文档',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
);
const sheet = kind(
  'sheet',
  'Excel 工作簿',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
);
const oldOffice = (name: string, ending: string): FileKind =>
  closed(name, `这是旧格式的文件，程序里打不开。需要在程序里查看时，请用 WPS 另存为 ${ending} 再登记一份。`);
const unshownPicture = (name: string): FileKind =>
  closed(
    name,
    '这种格式的照片在程序里显示不出来。请在手机或看图软件里另存为 .jpg 再登记一份，原件照样保留。',
  );
const unplayed = (name: string): FileKind =>
  closed(name, '这种格式的音像在程序里放不出来。请另存后用播放软件打开，或转成 .mp3、.mp4 再登记一份。');
const packed = closed('压缩包', '压缩包里的文件请先解开，再逐个登记。');

const byEnding: Readonly<Record<string, FileKind>> = {
  pdf,
  png: picture('image/png'),
  jpg: picture('image/jpeg'),
  jpeg: picture('image/jpeg'),
  gif: picture('image/gif'),
  webp: picture('image/webp'),
  bmp: picture('image/bmp'),
  heic: unshownPicture('苹果手机照片'),
  heif: unshownPicture('苹果手机照片'),
  tif: unshownPicture('扫描图片'),
  tiff: unshownPicture('扫描图片'),
  mp3: sound('audio/mpeg'),
  m4a: sound('audio/mp4'),
  aac: sound('audio/aac'),
  wav: sound('audio/wav'),
  ogg: sound('audio/ogg'),
  oga: sound('audio/ogg'),
  opus: sound('audio/ogg'),
  flac: sound('audio/flac'),
  amr: unplayed('录音'),
  wma: unplayed('录音'),
  mp4: film('video/mp4'),
  m4v: film('video/mp4'),
  mov: film('video/mp4'),
  webm: film('video/webm'),
  avi: unplayed('录像'),
  wmv: unplayed('录像'),
  rmvb: unplayed('录像'),
  flv: unplayed('录像'),
  mkv: unplayed('录像'),
  txt: text('文本'),
  csv: text('文本表格'),
  log: text('文本'),
  md: text('文本'),
  json: text('文本'),
  xml: text('文本'),
  htm: text('网页源文本'),
  html: text('网页源文本'),
  eml: text('电子邮件源文本'),
  srt: text('字幕文本'),
  docx: word,
  xlsx: sheet,
  doc: oldOffice('旧格式 Word 文档', '.docx'),
  wps: oldOffice('WPS 文字文档', '.docx'),
  xls: oldOffice('旧格式 Excel 工作簿', '.xlsx'),
  et: oldOffice('WPS 表格', '.xlsx'),
  zip: packed,
  rar: packed,
  '7z': packed,
};

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Kinds that tell themselves apart by their first bytes, whatever the file is called. */
const byHead = (bytes: Uint8Array): FileKind | undefined => {
  const head = ascii(bytes, 0, 12);
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return pdf;
  if (head.startsWith('\x89PNG')) return picture('image/png');
  if (head.startsWith('\xff\xd8\xff')) return picture('image/jpeg');
  if (/^GIF8[79]a/.test(head)) return picture('image/gif');
  if (/^RIFF[^]{4}WEBP/.test(head)) return picture('image/webp');
  if (/^RIFF[^]{4}WAVE/.test(head)) return sound('audio/wav');
  if (/^[^]{4}ftyp(hei|mif|hev)/.test(head)) return unshownPicture('苹果手机照片');
  return undefined;
};

/** The ending of a file's name without its dot, in small letters; empty when it has none. */
export const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name.toLowerCase())?.[1] ?? '';

/** What a file is and how it is shown. The first bytes win over the name; a name alone opens nothing that could act. */
export const fileKindOf = (name: string, bytes: Uint8Array): FileKind => {
  const ending = endingOf(name);
  return (
    byHead(bytes) ??
    byEnding[ending] ??
    closed(
      ending === '' ? '没有后缀的文件' : `.${ending} 文件`,
      '程序不认识这种文件，没有打开。请另存后用做出它的软件查看。',
    )
  );
};

/** 1.2 MB, 340 KB, 12 字节: how large a file is, as people read it. */
export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : bytes >= 1024
      ? `${String(Math.round(bytes / 1024))} KB`
      : `${String(bytes)} 字节`;
