import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../features/context.ts';
import { errnoOf } from '../store/disk.ts';
import type { FileAnswer } from '../screens/file-answer.ts';

/** What a reader that went away leaves behind: a player that jumps on does so all the time. */
const LEFT = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

/**
 * Sends a stored file no faster than it is taken. A file that turns out unreadable in the middle breaks off the
 * connection, so that nobody takes a part for the whole.
 */
export const sendFile = async (response: ServerResponse, answer: FileAnswer, log: Log): Promise<void> => {
  response.writeHead(answer.status, answer.headers);
  if (answer.body === null) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(answer.body, { objectMode: false }), response);
  } catch (cause) {
    if (!LEFT.has(errnoOf(cause) ?? '')) log.error('a file could not be sent to its end', cause);
  }
};
