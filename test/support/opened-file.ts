import type { OpenedFile } from '../../shared/kernel/large-file.ts';
import type { Caller, TestDesk } from './harness.ts';

/** The bytes of a file that a session has opened, as a host hands them out. */
export const bytesOfOpened = async (
  desk: TestDesk,
  { session }: Caller,
  { ticket, size }: OpenedFile,
): Promise<Buffer> => {
  const file = desk.app().file(ticket, session);
  if (!file) throw new Error('the ticket is worth nothing');
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read(0, size)) pieces.push(piece);
  return Buffer.concat(pieces);
};
