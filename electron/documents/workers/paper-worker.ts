import type { Paper } from '../word/model.ts';
import { renderWord } from '../word/pack.ts';
import { answerTasks } from './answer.ts';

// A paper is plain data, so it crosses to this thread as it is; the bytes move back without being copied.
answerTasks(
  async (paper: Paper) => {
    const bytes = await renderWord(paper);
    return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  },
  ({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []),
);
