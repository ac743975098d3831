import { parentPort } from 'node:worker_threads';
import type { Done, Task } from './messages.ts';

/** Does one task. */
export type Work<Body, Result> = (body: Body) => Promise<Result>;

/**
 * Makes this thread do tasks of one kind.
 *
 * @param moved the buffers of a result that go back without being copied
 */
export const answerTasks = <Body, Result>(
  work: Work<Body, Result>,
  moved: (result: Result) => readonly ArrayBuffer[] = () => [],
): void => {
  parentPort?.on('message', ({ index, body }: Task<Body>) => {
    work(body).then(
      (result) => {
        const done: Done<Result> = { index, result };
        parentPort?.postMessage(done, [...moved(result)]);
      },
      (cause: unknown) => {
        const done: Done<Result> = {
          index,
          problem: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
        };
        parentPort?.postMessage(done);
      },
    );
  });
};
