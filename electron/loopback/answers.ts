import type { ServerResponse } from 'node:http';
import { fail, type ErrorCode } from '../../shared/kernel/result.ts';
import { SCREEN_HEADERS } from '../screens/content-policy.ts';

/** Answers of the host itself. Nothing is stored by the browser but files whose names carry their hash. */
export const send = (
  response: ServerResponse,
  status: number,
  mime: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    ...SCREEN_HEADERS,
    'cache-control': 'no-store',
    'content-type': mime,
    'content-length': bytes.byteLength,
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
};

export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));

/** A refusal in the shape of every call's answer. */
export const refuseCall = (
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
): void => sendJson(response, status, fail({ code, message }));

/** A refusal for a person who typed or kept an address. */
export const refusePage = (response: ServerResponse, status: number, message: string): void =>
  send(
    response,
    status,
    'text/html; charset=utf-8',
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>明责</title></head>` +
      `<body style="font-family:sans-serif;margin:15vh auto;max-width:32em;line-height:1.8">` +
      `<h1 style="font-size:1.4em">明责</h1><p>${message}</p></body></html>`,
  );
