import { EyeOutlined, LockOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import type { SourceRequestView } from '../../../../shared/features/leads/channels.ts';
import { formatInstant, msOfInstant } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { LeadTabProps } from './opened.ts';

/** 来源: that there is one, who asked to see it, who consented and who looked. Who it is stands nowhere here. */
export const SourceTab = ({ view, onOpen }: LeadTabProps): ReactNode => {
  const { lead, source } = view;
  const toast = useToast();
  const opening = useCommand('leads.openSource', { onError: toast.failed });
  if (!source.held)
    return (
      <EmptyState
        icon={<LockOutlined />}
        title="没有登记来源"
        about={
          lead.replyTo === 'code'
            ? '这是匿名线索。反映人凭查询码查询办理进展和答复，学校不知道他是谁。'
            : '登记时没有留下来源。以后知道了，可以在“更多”里补充，补充后同样另行保管。'
        }
      />
    );
  return (
    <>
      <Alert
        type="info"
        showIcon
        icon={<LockOutlined />}
        title="来源身份另行保管"
        description={`要看须说明理由，由另一名有权限的同事同意，30 分钟内有效，每次查看都记录在下面。线索涉及的人不能申请，也不能同意。${
          source.files > 0 ? `另有 ${String(source.files)} 份会暴露来源的材料随来源保管。` : ''
        }`}
        action={
          source.mayRequest && <Button onClick={() => onOpen({ what: 'requestSource' })}>申请查看</Button>
        }
      />
      <h2 className="mz-record-heading">申请与同意</h2>
      {source.requests.length === 0 ? (
        <p className="mz-muted">还没有人申请过。</p>
      ) : (
        <ul className="mz-record-items">
          {source.requests.map((request) => (
            <Request
              key={request.id}
              request={request}
              opening={opening.isPending}
              onAnswer={() => onOpen({ what: 'answerSource', target: request.id })}
              onLook={() => opening.mutate({ id: lead.id })}
            />
          ))}
        </ul>
      )}
      <h2 className="mz-record-heading">查看记录</h2>
      {source.looks.length === 0 ? (
        <p className="mz-muted">还没有人看过。</p>
      ) : (
        <ul className="mz-record-items">
          {source.looks.map((one) => (
            <li key={one.id}>
              <div>
                <strong>{one.by}</strong> 查看了{one.what}
                <p className="mz-muted">{one.reason}</p>
              </div>
              <time dateTime={one.at}>{formatInstant(one.at)}</time>
            </li>
          ))}
        </ul>
      )}
      {opening.data && (
        <OpenedSource leadId={lead.id} source={opening.data} onClose={() => opening.reset()} />
      )}
    </>
  );
};

const stateOf = ({ answer, mayOpen }: SourceRequestView): ReactNode => {
  if (!answer) return <StatusTag tone="due">等待同意</StatusTag>;
  if (!answer.granted) return <StatusTag tone="stopped">不同意</StatusTag>;
  return mayOpen ? (
    <StatusTag tone="active">{`可查看至 ${formatInstant(answer.openUntil ?? answer.at).split(' ')[1] ?? ''}`}</StatusTag>
  ) : (
    <StatusTag tone="done">已同意</StatusTag>
  );
};

const Request = ({
  request,
  opening,
  onAnswer,
  onLook,
}: {
  request: SourceRequestView;
  opening: boolean;
  onAnswer: () => void;
  onLook: () => void;
}): ReactNode => (
  <li>
    <div>
      <strong>{request.requestedBy}</strong>{' '}
      <span className="mz-muted">{formatInstant(request.requestedAt)}申请</span>
      <p>{request.reason}</p>
      {request.answer && (
        <p className="mz-muted">
          {request.answer.by}
          {request.answer.granted ? '同意' : '不同意'}，{formatInstant(request.answer.at)}
          {request.answer.note !== '' && `：${request.answer.note}`}
        </p>
      )}
    </div>
    {stateOf(request)}
    {request.mayAnswer && (
      <Button type="primary" onClick={onAnswer}>
        同意或不同意
      </Button>
    )}
    {request.mayOpen && (
      <Button type="primary" icon={<EyeOutlined />} loading={opening} onClick={onLook}>
        查看来源
      </Button>
    )}
  </li>
);

/** Closes itself when the time is up: what may no longer be seen does not stay on a screen that was left. */
const OpenedSource = ({
  leadId,
  source,
  onClose,
}: {
  leadId: string;
  source: ChannelOutput<'leads.openSource'>;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const [shown, setShown] = useState<FileContent | null>(null);
  const reading = useCommand('leads.openSourceFile', { onSuccess: setShown, onError: toast.failed });
  useEffect(() => {
    const left = msOfInstant(source.openUntil) - Date.now();
    const timer = setTimeout(onClose, Math.max(0, left));
    return () => clearTimeout(timer);
  }, [source.openUntil, onClose]);
  return (
    <Drawer
      open
      size={shown ? 'min(1240px, 94vw)' : 520}
      title="来源信息"
      onClose={onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <p className="mz-muted" style={{ marginBottom: 16 }}>
        这次查看已经记录。{formatInstant(source.openUntil)}后自动关闭，请勿抄录到别处。
      </p>
      <dl className="mz-record-pairs">
        <dt>姓名</dt>
        <dd>{source.name === '' ? '未填' : source.name}</dd>
        <dt>联系方式</dt>
        <dd>{source.contact === '' ? '未填' : source.contact}</dd>
        <dt>说明</dt>
        <dd>{source.note === '' ? '未填' : source.note}</dd>
      </dl>
      {source.files.length > 0 && (
        <>
          <h2 className="mz-record-heading">随来源保管的材料</h2>
          <ul className="mz-record-items">
            {source.files.map((file) => (
              <li key={file.id}>
                <div>{file.name}</div>
                <Button
                  size="small"
                  loading={reading.isPending}
                  onClick={() => reading.mutate({ id: leadId, fileId: file.id })}
                >
                  打开
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown && (
        <div style={{ marginTop: 16 }}>
          <FileViewer file={shown} />
        </div>
      )}
    </Drawer>
  );
};
