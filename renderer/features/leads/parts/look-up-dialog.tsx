import { Alert, Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';

/** 凭码查询: what whoever brings a receipt code may be told, and nothing more. */
export const LookUpDialog = ({ onClose }: { onClose: () => void }): ReactNode => {
  const [code, setCode] = useState('');
  const lookUp = useCommand('leads.lookUp', { invalidates: [] });
  const answer = lookUp.data;
  const go = (): void => {
    if (code.trim() !== '') lookUp.mutate({ code });
  };
  return (
    <Modal
      open
      title="凭查询码查询"
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      closable={{ 'aria-label': '关闭' }}
    >
      <p className="mz-muted" style={{ marginBottom: 12 }}>
        输入反映人凭条上的查询码，大小写和横线都可以不管。只显示办理进展和答复，请不要询问对方身份。
      </p>
      <div className="mz-lead-lookup">
        <Input
          autoFocus
          aria-label="查询码"
          placeholder="四组，每组四位"
          value={code}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCode(event.target.value)}
          onPressEnter={go}
        />
        <Button type="primary" onClick={go} loading={lookUp.isPending} disabled={code.trim() === ''}>
          查询
        </Button>
      </div>
      <div role="status" style={{ marginTop: 16 }}>
        {lookUp.error && <ErrorNotice problem={lookUp.error} />}
        {answer && (
          <Alert
            type={answer.reply ? 'success' : 'info'}
            showIcon
            title={answer.state}
            description={
              answer.reply ? (
                <>
                  <p className="mz-muted">{formatDay(answer.reply.on)}答复</p>
                  <p className="mz-record-text">{answer.reply.text}</p>
                </>
              ) : (
                `截至${formatDay(answer.asOf)}还没有答复。`
              )
            }
          />
        )}
      </div>
    </Modal>
  );
};
