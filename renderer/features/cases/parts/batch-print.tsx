import { FileZipOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { BatchCase } from '../../../../shared/features/cases/list.ts';
import { call } from '../../../api.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { problemOf, type Problem } from '../../../ui/feedback/problem.ts';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { bytesOf, saveFile } from '../../../ui/files/file-content.ts';
import { drawPages, printPages } from '../../../ui/files/paper-pages.ts';

type Papers = BatchCase['papers'];

/** 全部打印: draws every issued paper and hands all of them to the printer as one job, or saves them as one zip. */
export const BatchPrint = ({ jobId, papers }: { jobId: string; papers: Papers }): ReactNode => {
  const [saving, setSaving] = useState(false);
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

  const save = async (): Promise<void> => {
    setSaving(true);
    setProblem(null);
    try {
      saveFile(await call('cases.batchIssueFiles', { jobId }));
    } catch (cause) {
      setProblem(problemOf(cause));
    } finally {
      setSaving(false);
    }
  };

  return (
    <div style={{ marginBottom: 12 }}>
      {problem && <ErrorNotice problem={problem} />}
      {drawn === null ? (
        <Space>
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => void print()}>
            打印全部 {papers.length} 份
          </Button>
          <Button icon={<FileZipOutlined />} loading={saving} onClick={() => void save()}>
            全部存为 Word（压缩包）
          </Button>
        </Space>
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
