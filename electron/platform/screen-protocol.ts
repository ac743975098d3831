import { protocol } from 'electron';
import { SCREEN_HEADERS } from '../screens/content-policy.ts';
import type { ReadableFile } from '../features/opened-files.ts';
import { answerFile, ticketIn } from '../screens/file-answer.ts';
import { readScreenFile } from '../screens/screen-files.ts';
import { isScreenUrl, SCHEME } from './scheme.ts';

/** The path as it was asked for: the URL class would resolve `..` before anybody looked at it. */
const pathOf = (url: string): string => {
  const [beforeQuery = ''] = url.split(/[?#]/, 1);
  return beforeQuery.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/';
};

const refusal = (status: number): Response => new Response(null, { status, headers: { ...SCREEN_HEADERS } });

/**
 * A stored file, no faster than it is taken; the ticket says for whom, since a request does not tell which window it
 * comes from.
 */
const fileResponse = (file: ReadableFile | undefined, { method, headers }: Request): Response => {
  const answer = answerFile(file, { method, range: headers.get('range') });
  return new Response(answer.body && ReadableStream.from(answer.body), {
    status: answer.status,
    headers: { ...answer.headers },
  });
};

/** Answers `app://mingze/…` out of the built screens and the files that are being looked at, and nothing else. */
export const serveScreens = (
  rendererDir: string,
  fileOf: (ticket: string) => ReadableFile | undefined,
): void => {
  protocol.handle(SCHEME, async (request) => {
    const { method, url } = request;
    if (!isScreenUrl(url)) return refusal(403);
    const ticket = ticketIn(pathOf(url));
    if (ticket !== undefined) return fileResponse(fileOf(ticket), request);
    if (method !== 'GET' && method !== 'HEAD') return refusal(405);
    const file = await readScreenFile(rendererDir, pathOf(url));
    if (!file) return refusal(404);
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...SCREEN_HEADERS, 'content-type': file.mime },
    });
  });
};
