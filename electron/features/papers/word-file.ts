import type { FileContent } from '../../../shared/kernel/entity.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Characters that Windows does not take in file names. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** A Word file as it travels; `name` is without its ending. */
export const wordFile = (name: string, bytes: Uint8Array): FileContent => ({
  name: `${name.replace(FORBIDDEN, ' ').trim()}.docx`,
  mime: DOCX,
  base64: Buffer.from(bytes).toString('base64'),
});
