import { extname } from 'node:path';
import { FILES_PATH } from '../../shared/kernel/large-file.ts';
import type { ReadableFile } from '../features/opened-files.ts';
import { SCREEN_HEADERS } from './content-policy.ts';

/** What either host sends for a stored file. */
export interface FileAnswer {
  readonly status: 200 | 206 | 404 | 405 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where nothing but the head is sent. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

interface FileRequest {
  readonly method: string;
  /** The header Range. */
  readonly range: string | null | undefined;
}

/** What a player has to be told. Everything else is bytes: what a file says of itself opens nothing. */
const played: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.flac': 'audio/flac',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/mp4',
  '.webm': 'video/webm',
};

/** The ticket in the path of an address; undefined for the address of anything else. */
export const ticketIn = (path: string): string | undefined =>
  path.startsWith(FILES_PATH) ? path.slice(FILES_PATH.length) : undefined;

/** From and up to but without; `refused` when no byte of it is there, undefined for what is no single range. */
const rangeOf = (
  header: string | null | undefined,
  size: number,
): { from: number; to: number } | 'refused' | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return last === '0' ? 'refused' : { from: Math.max(0, size - Number(last)), to: size };
  const from = Number(first);
  const to = last === '' ? size : Math.min(size, Number(last) + 1);
  if (from >= size) return 'refused';
  return to <= from ? undefined : { from, to };
};

/** Stored files are never kept by the browser, never run, and take nothing along should a page be made of one. */
const FILE_HEADERS: Readonly<Record<string, string>> = {
  ...SCREEN_HEADERS,
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
  'accept-ranges': 'bytes',
};

/** Answers a request for a stored file, whole or one range of it. `file` is undefined when the ticket is worth nothing. */
export const answerFile = (file: ReadableFile | undefined, { method, range }: FileRequest): FileAnswer => {
  const bare = (status: 404 | 405 | 416, more: Readonly<Record<string, string>> = {}): FileAnswer => ({
    status,
    headers: { ...FILE_HEADERS, 'content-length': '0', ...more },
    body: null,
  });
  if (method !== 'GET' && method !== 'HEAD') return bare(405, { allow: 'GET, HEAD' });
  if (!file) return bare(404);
  const { name, size } = file;
  const asked = rangeOf(range, size);
  if (asked === 'refused') return bare(416, { 'content-range': `bytes */${String(size)}` });
  const { from, to } = asked ?? { from: 0, to: size };
  return {
    status: asked ? 206 : 200,
    headers: {
      ...FILE_HEADERS,
      'content-type': played[extname(name).toLowerCase()] ?? 'application/octet-stream',
      'content-length': String(to - from),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      ...(asked ? { 'content-range': `bytes ${String(from)}-${String(to - 1)}/${String(size)}` } : {}),
    },
    body: method === 'HEAD' ? null : file.read(from, to),
  };
};
