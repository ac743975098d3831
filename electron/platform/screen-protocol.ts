import { protocol } from 'electron';
import { SCREEN_HEADERS } from '../screens/content-policy.ts';
import { readScreenFile } from '../screens/screen-files.ts';
import { isScreenUrl, SCHEME } from './scheme.ts';

/** The path as it was asked for: the URL class would resolve `..` before anybody looked at it. */
const pathOf = (url: string): string => {
  const [beforeQuery = ''] = url.split(/[?#]/, 1);
  return beforeQuery.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/';
};

const refusal = (status: number): Response => new Response(null, { status, headers: { ...SCREEN_HEADERS } });

/** Answers `app://mingze/…` out of the built screens, and nothing else. */
export const serveScreens = (rendererDir: string): void => {
  protocol.handle(SCHEME, async ({ method, url }) => {
    if (!isScreenUrl(url)) return refusal(403);
    if (method !== 'GET' && method !== 'HEAD') return refusal(405);
    const file = await readScreenFile(rendererDir, pathOf(url));
    if (!file) return refusal(404);
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...SCREEN_HEADERS, 'content-type': file.mime },
    });
  });
};
