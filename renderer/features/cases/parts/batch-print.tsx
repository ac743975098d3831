import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { BatchCase } from '../../../../shared/features/cases/list.ts';
import { call } from '../../../api.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { problemOf, type Problem } from '../../../ui/feedback/problem.ts';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { bytesOf } from '../../../ui/files/file-content.ts';
import { drawPages, printPages } from '../../../ui/files/paper-pages.ts';

type Papers = BatchCase['papers'];

/** 全部打印: draws every issued paper and hands all of them to the printer as one job. */
export const BatchPrint = ({ papers }: { papers: Papers }): ReactNode => {
  const [drawn, setDrawn] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stopped = useRef(false);
  useEffect(() => () => void (stopped.current = true), []);

  const isStopped = (): boolean => stopped.current;
  const print = async (): Promise<void> => {
    stopped.current = false;
    setProblem(null);
    const pages = document.createElement('div');
    try {
      for (const [at, { issuedPaperId }] of papers.entries()) {
        setDrawn(at);
        const file = await call('papers.read', { id: issuedPaperId });
        // Papers bring styles of their own: each is drawn under a name that no other has.
        pages.append(...(await drawPages(bytesOf(file.base64), `paper${String(at)}`)));
        if (isStopped()) return;
      }
      printPages(pages);
    } catch (cause) {
      setProblem(problemOf(cause));
    } finally {
      setDrawn(null);
    }
  };

  return (
    <div style={{ marginBottom: 12 }}>
      {problem && <ErrorNotice problem={problem} onRetry={() => void print()} />}
      {drawn === null ? (
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => void print()}>
          打印全部 {papers.length} 份
        </Button>
      ) : (
        <ProgressPanel
          title="准备打印"
          state="running"
          progress={drawn / papers.length}
          note={`正在排第 ${String(drawn + 1)} 份，共 ${String(papers.length)} 份`}
          onCancel={() => void (stopped.current = true)}
        />
      )}
    </div>
  );
};
