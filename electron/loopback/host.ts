import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Desk, DeskSession } from '../desk/desk.ts';
import type { Log } from '../features/context.ts';
import { answerFile, ticketIn } from '../screens/file-answer.ts';
import { readScreenFile } from '../screens/screen-files.ts';
import { refuseCall, refusePage, send, sendJson } from './answers.ts';
import { BODY_LIMIT, readJsonBody } from './json-body.ts';
import { sendFile } from './send-file.ts';
import { createTickets, createVisitors } from './tickets.ts';

export interface LoopbackOptions {
  readonly desk: Desk;
  /** Where the built screens lie. */
  readonly rendererDir: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly log: Log;
  /** Largest body of a call in bytes; smaller in tests. */
  readonly bodyLimit?: number;
}

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** A new address that lets one browser in, once. */
  issueUrl(): string;
  /** Stops listening, gives answers on their way a moment, and drops what is connected. The desk stays open. */
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';

/** Milliseconds that running calls get when the host stops. */
const PATIENCE = 3000;

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port was given'));
      else resolve(address.port);
    });
  });

const ENTER_AGAIN = '这个链接已经用过或不完整。请回到启动明责的窗口，用它给出的新链接打开。';

/**
 * Serves the screens and the calls of a desk to browsers on this machine alone. Every request has to name this very
 * host (a foreign name that resolves to 127.0.0.1 does not), come from its own pages, and carry the cookie that a
 * one-time address was exchanged for.
 */
export const startLoopback = async (options: LoopbackOptions): Promise<Loopback> => {
  const { desk, rendererDir, log } = options;
  const bodyLimit = options.bodyLimit ?? BODY_LIMIT;
  const tickets = createTickets();
  const server = createServer();
  const port = await listen(server, options.port);
  const origin = `http://${ADDRESS}:${String(port)}`;
  const visitors = createVisitors<DeskSession>(port);

  const isOurs = ({ headers }: IncomingMessage): boolean => {
    if (headers.host !== `${ADDRESS}:${String(port)}`) return false;
    if (headers.origin !== undefined && headers.origin !== origin) return false;
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  };

  const answerCall = async (request: IncomingMessage, response: ServerResponse, channel: string) => {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      refuseCall(response, 405, 'invalid', '调用必须用 POST。');
      return;
    }
    const visitor = visitors.find(request.headers.cookie);
    if (!visitor) {
      refuseCall(response, 401, 'forbidden', ENTER_AGAIN);
      return;
    }
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/json') {
      refuseCall(response, 415, 'invalid', '调用的内容必须是 JSON。');
      return;
    }
    const body = await readJsonBody(request, bodyLimit);
    switch (body.kind) {
      case 'json': {
        sendJson(response, 200, await desk.call(channel, body.value, visitor));
        return;
      }
      case 'too-large': {
        // What is still being sent is not worth reading.
        response.setHeader('connection', 'close');
        const megabytes = String(Math.floor(bodyLimit / 1024 / 1024));
        refuseCall(response, 413, 'invalid', `一次提交的内容太大，最多 ${megabytes} MB。`);
        return;
      }
      case 'not-json': {
        refuseCall(response, 400, 'invalid', '调用的内容不是有效的 JSON。');
        return;
      }
      case 'cut-off':
        return response.destroy();
    }
  };

  const letIn = (request: IncomingMessage, response: ServerResponse, token: string): void => {
    const known = visitors.find(request.headers.cookie) !== undefined;
    const redeemed = tickets.redeem(token);
    if (!redeemed && !known) {
      refusePage(response, 403, ENTER_AGAIN);
      return;
    }
    // The token leaves the address bar and the history at once.
    const cookie = redeemed ? { 'set-cookie': visitors.header(visitors.admit(desk.connect())) } : {};
    send(response, 302, 'text/plain; charset=utf-8', '', { location: '/', ...cookie });
  };

  const answerPage = async (request: IncomingMessage, response: ServerResponse, url: URL, path: string) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      refusePage(response, 405, '这里只能打开页面。');
      return;
    }
    const token = url.searchParams.get('token');
    if (url.pathname === '/' && token !== null && request.method === 'GET') {
      letIn(request, response, token);
      return;
    }
    if (!visitors.find(request.headers.cookie)) {
      refusePage(response, 401, ENTER_AGAIN);
      return;
    }
    const file = await readScreenFile(rendererDir, path);
    if (!file) {
      refusePage(response, 404, '没有这个页面。');
      return;
    }
    const kept = file.immutable ? { 'cache-control': 'private, max-age=31536000, immutable' } : {};
    send(response, 200, file.mime, file.bytes, kept);
  };

  const answerTicket = async (
    request: IncomingMessage,
    response: ServerResponse,
    ticket: string,
  ): Promise<void> => {
    const visitor = visitors.find(request.headers.cookie);
    if (!visitor) {
      refusePage(response, 401, ENTER_AGAIN);
      return;
    }
    const { method = 'GET', headers } = request;
    const answered = answerFile(desk.file(ticket, visitor), { method, range: headers.range });
    await sendFile(response, answered, log);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // The path as it was sent: URL would quietly resolve `..` before anybody looked at it.
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    const isCall = path.startsWith('/call/');
    if (!isOurs(request)) {
      const message = '这个请求不是从本机的明责页面发出的，已拒绝。';
      if (isCall) refuseCall(response, 403, 'forbidden', message);
      else refusePage(response, 403, message);
      return;
    }
    const ticket = ticketIn(path);
    if (isCall) await answerCall(request, response, path.slice('/call/'.length));
    else if (ticket !== undefined) await answerTicket(request, response, ticket);
    else if (URL.canParse(request.url ?? '/', origin))
      await answerPage(request, response, new URL(request.url ?? '/', origin), path);
    else refusePage(response, 404, '没有这个页面。');
  };

  server.on('request', (request, response) => {
    answer(request, response).catch((cause: unknown) => {
      log.error('a request could not be answered', cause);
      if (response.headersSent) response.destroy();
      else refuseCall(response, 500, 'internal', '程序出现意外错误，请重试。');
    });
  });

  return {
    origin,
    issueUrl: () => `${origin}/?token=${tickets.issue()}`,
    close: () =>
      new Promise((resolve) => {
        const patience = setTimeout(() => server.closeAllConnections(), PATIENCE);
        server.close(() => {
          clearTimeout(patience);
          resolve();
        });
      }),
  };
};
