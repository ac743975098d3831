import { useEffect, useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { problemOf, type Problem } from '../../../ui/feedback/problem.ts';
import { bytesOf } from '../../../ui/files/file-content.ts';
import { drawPages, printPages } from '../../../ui/files/paper-pages.ts';

export interface PrintingPapers {
  /** Papers drawn so far; null while nothing is being printed. */
  readonly drawn: number | null;
  readonly problem: Problem | null;
  /** Draws every paper and hands all of them to the printer as one job. */
  readonly print: () => Promise<void>;
  /** Stops before the printer is asked. */
  readonly cancel: () => void;
}

/** Prints issued papers in one go, in the order given. */
export const usePrintPapers = (paperIds: readonly string[]): PrintingPapers => {
  const [drawn, setDrawn] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stopped = useRef(false);
  const cancel = (): void => void (stopped.current = true);
  useEffect(() => () => void (stopped.current = true), []);

  const isStopped = (): boolean => stopped.current;
  const print = async (): Promise<void> => {
    stopped.current = false;
    setProblem(null);
    const pages = document.createElement('div');
    try {
      for (const [at, id] of paperIds.entries()) {
        setDrawn(at);
        const file = await call('papers.read', { id });
        // Papers bring styles of their own: each is drawn under a name that no other has.
        pages.append(...(await drawPages(bytesOf(file.base64), { name: `paper${String(at)}` })));
        if (isStopped()) return;
      }
      printPages(pages);
    } catch (cause) {
      setProblem(problemOf(cause));
    } finally {
      setDrawn(null);
    }
  };
  return { drawn, problem, print, cancel };
};
