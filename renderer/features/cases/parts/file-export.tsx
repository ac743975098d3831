import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FileExportKind } from '../../../../shared/features/cases/file-export.ts';
import { useCommand } from '../../../app/calls.ts';
import { JobFile } from '../../../app/job-file.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

/** 导出案卷: as one Word file, or as one zip with every paper and proof; with progress, and to be stopped. */
export const FileExport = ({ caseId }: { caseId: string }): ReactNode => {
  const toast = useToast();
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useCommand('cases.startFileExport', {
    invalidates: [],
    onSuccess: (begun) => setJobId(begun.jobId),
    onError: toast.failed,
  });
  const begin = (kind: FileExportKind): void => start.mutate({ id: caseId, kind });
  const busy = start.isPending || jobId !== null;
  return (
    <>
      <Space.Compact>
        <Button loading={start.isPending} disabled={busy} onClick={() => begin('word')}>
          导出案卷
        </Button>
        <Dropdown
          trigger={['click']}
          disabled={busy}
          menu={{
            items: [
              { key: 'word', label: '一份 Word 文件' },
              { key: 'zip', label: '全部文书和证据（压缩包）' },
            ],
            onClick: ({ key }) => begin(key === 'zip' ? 'zip' : 'word'),
          }}
        >
          <Button icon={<DownOutlined />} aria-label="其他导出方式" />
        </Dropdown>
      </Space.Compact>
      <JobFile title="导出案卷" jobId={jobId} onEnd={() => setJobId(null)} />
    </>
  );
};
