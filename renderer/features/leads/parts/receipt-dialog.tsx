import { Alert, Button, Checkbox, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';

type Receipt = NonNullable<ChannelOutput<'leads.register'>['receipt']>;

/** The code of an anonymous lead: shown this once, printed from here, and gone when the dialog is closed. */
export const ReceiptDialog = ({ receipt, onClose }: { receipt: Receipt; onClose: () => void }): ReactNode => {
  const [given, setGiven] = useState(false);
  return (
    <Modal
      open
      className="mz-lead-receipt"
      width="min(1200px, 96vw)"
      style={{ top: 32 }}
      title="请把查询码交给反映人"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" disabled={!given} onClick={onClose}>
          完成，打开线索
        </Button>
      }
    >
      <Alert
        type="warning"
        showIcon
        title="查询码只显示这一次。程序不保存它，关闭后任何人都找不回来，也不能补发。"
        style={{ marginBottom: 16 }}
      />
      <PaperPreview
        title="线索查询凭条"
        file={receipt.slip}
        fields={
          <div className="mz-lead-code">
            <span>查询码</span>
            <output aria-label="查询码">{receipt.code}</output>
            <p className="mz-muted">可以打印凭条，或者请对方抄下、拍照。电话反映的，请逐组念给对方听。</p>
            <Checkbox checked={given} onChange={(event) => setGiven(event.target.checked)}>
              已经交给反映人
            </Checkbox>
          </div>
        }
      />
    </Modal>
  );
};
