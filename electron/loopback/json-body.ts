import type { IncomingMessage } from 'node:http';

/** The largest call that is read: 20 MB of attached files in base64, and room for the rest. */
export const BODY_LIMIT = 32 * 1024 * 1024;

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json' | 'too-large' | 'cut-off' };

/** Reads a request's body as JSON, and no more of it than is allowed. */
export const readJsonBody = async (request: IncomingMessage, limit = BODY_LIMIT): Promise<Body> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { kind: 'too-large' };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      if (!Buffer.isBuffer(part)) return { kind: 'not-json' };
      size += part.length;
      if (size > limit) return { kind: 'too-large' };
      parts.push(part);
    }
  } catch {
    return { kind: 'cut-off' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return { kind: 'not-json' };
  }
};
