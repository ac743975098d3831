import './exports.css';
import { DownloadOutlined, FileExcelOutlined, FileWordOutlined, FileZipOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ExportKind, ExportOffer } from '../../../../shared/features/evaluation/exports/channels.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { JobFile } from '../../../app/job-file.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

interface ExportDialogProps {
  readonly cycleId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 导出: what can be had of a cycle, what is in it, and why the rest cannot be had. */
export const ExportDialog = ({ cycleId, open, onClose }: ExportDialogProps): ReactNode => {
  const toast = useToast();
  const [job, setJob] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const [perPerson, setPerPerson] = useState(false);
  const offers = useCall('evaluation.exportOffers', { cycleId }, { enabled: open, staleTime: 0 });
  const start = useCommand('evaluation.startExport', { invalidates: [], onError: toast.failed });
  const begin = ({ kind, title }: ExportOffer): void =>
    start.mutate({ cycleId, kind, perPerson }, { onSuccess: ({ jobId }) => setJob({ id: jobId, title }) });
  const waiting = (kind: ExportKind): boolean => start.isPending && start.variables.kind === kind;
  return (
    <>
      <Modal open={open && job === null} onCancel={onClose} title="导出" footer={null} width={1040}>
        <p className="mz-muted">
          Excel 里的各数都是实时公式，改了分数会重新算；已按 A4 排好，表头每页重复，可以直接打印。
        </p>
        <Loaded query={offers}>
          {({ offers: all }) => (
            <ul className="mz-export-list">
              {all.map((offer) => (
                <Offer key={offer.kind} {...offer}>
                  <Button
                    icon={<DownloadOutlined />}
                    disabled={offer.refused !== ''}
                    loading={waiting(offer.kind)}
                    onClick={() => begin(offer)}
                  >
                    导出{offer.title}
                  </Button>
                  {offer.kind === 'people' && (
                    <Checkbox
                      checked={perPerson}
                      disabled={offer.refused !== ''}
                      onChange={(event) => setPerPerson(event.target.checked)}
                    >
                      一人一个文件（不选则一个部门一个文件）
                    </Checkbox>
                  )}
                </Offer>
              ))}
            </ul>
          )}
        </Loaded>
      </Modal>
      <JobFile title={`生成${job?.title ?? ''}`} jobId={job?.id ?? null} onEnd={() => setJob(null)} />
    </>
  );
};

const icons: Readonly<Record<ExportOffer['format'], ReactNode>> = {
  word: <FileWordOutlined aria-hidden />,
  excel: <FileExcelOutlined aria-hidden />,
  zip: <FileZipOutlined aria-hidden />,
};

const Offer = ({
  title,
  format,
  contains,
  refused,
  children,
}: Pick<ExportOffer, 'title' | 'format' | 'contains' | 'refused'> & {
  readonly children: ReactNode;
}): ReactNode => (
  <li className="mz-card">
    <h3>
      {icons[format]}
      {title}
    </h3>
    <ul>
      {contains.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    {refused !== '' && <p className="mz-muted">{refused}</p>}
    <div className="mz-export-acts">{children}</div>
  </li>
);
