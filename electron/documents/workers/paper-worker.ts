import { parentPort } from 'node:worker_threads';
import { renderWord } from '../word/pack.ts';
import type { Done, Task } from './messages.ts';

// A paper is plain data, so it crosses to this thread as it is; the bytes move back without being copied.
parentPort?.on('message', (task: Task) => {
  renderWord(task.paper).then(
    (bytes) => {
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      const done: Done = { index: task.index, bytes: own };
      const moved = own.buffer instanceof ArrayBuffer ? [own.buffer] : [];
      parentPort?.postMessage(done, moved);
    },
    (cause: unknown) => {
      const done: Done = {
        index: task.index,
        problem: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      };
      parentPort?.postMessage(done);
    },
  );
});
