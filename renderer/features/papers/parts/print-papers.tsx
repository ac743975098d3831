import { PrinterOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { usePrintPapers } from './use-print-papers.ts';

/** 打印所选: the papers ticked in the register, of cases and of appeals alike, as one job of the printer. */
export const PrintPapers = ({ paperIds }: { paperIds: readonly string[] }): ReactNode => {
  const { drawn, problem, print, cancel } = usePrintPapers(paperIds);
  const count = String(paperIds.length);
  return (
    <>
      <Button icon={<PrinterOutlined />} disabled={drawn !== null} onClick={() => void print()}>
        打印所选 {count} 份
      </Button>
      {problem && <ErrorNotice problem={problem} />}
      <Modal
        open={drawn !== null}
        title="打印文书"
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
      >
        <ProgressPanel
          title="准备打印"
          state="running"
          progress={(drawn ?? 0) / Math.max(1, paperIds.length)}
          note={`正在排第 ${String((drawn ?? 0) + 1)} 份，共 ${count} 份`}
          onCancel={cancel}
        />
      </Modal>
    </>
  );
};
