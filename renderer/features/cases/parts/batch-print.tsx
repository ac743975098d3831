import { FileZipOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BatchCase } from '../../../../shared/features/cases/list.ts';
import { call } from '../../../api.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { problemOf, type Problem } from '../../../ui/feedback/problem.ts';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { saveFile } from '../../../ui/files/file-content.ts';
import { usePrintPapers } from '../../papers/parts/use-print-papers.ts';

type Papers = BatchCase['papers'];

/** 全部打印: draws every issued paper and hands all of them to the printer as one job, or saves them as one zip. */
export const BatchPrint = ({ jobId, papers }: { jobId: string; papers: Papers }): ReactNode => {
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const printing = usePrintPapers(papers.map(({ issuedPaperId }) => issuedPaperId));
  const { drawn } = printing;
  const problem = printing.problem ?? refused;

  const save = async (): Promise<void> => {
    setSaving(true);
    setRefused(null);
    try {
      saveFile(await call('cases.batchIssueFiles', { jobId }));
    } catch (cause) {
      setRefused(problemOf(cause));
    } finally {
      setSaving(false);
    }
  };

  return (
    <div style={{ marginBottom: 12 }}>
      {problem && <ErrorNotice problem={problem} />}
      {drawn === null ? (
        <Space>
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => void printing.print()}>
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
          onCancel={printing.cancel}
        />
      )}
    </div>
  );
};
