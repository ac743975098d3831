import { PaperClipOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { applicantLabels, receiptWayLabels } from '../../../../shared/features/appeals/kinds.ts';
import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { sizeText } from '../../../ui/files/viewer/file-kind.ts';
import type { TabProps } from './opened.ts';
import { TimeNote } from './time-note.tsx';

/** 申请: who complains of what, and what came with it. */
export const ApplicationTab = ({ view: { appeal, acts }, onOpen }: TabProps): ReactNode => {
  const add = acts.includes('attach') && (
    <Button icon={<PlusOutlined />} onClick={() => onOpen({ what: 'attach' })}>
      添加材料
    </Button>
  );
  return (
    <>
      <h2 className="mz-record-heading">不服的处理</h2>
      <ul className="mz-record-items">
        {appeal.items.map((item) => (
          <li key={item.itemId}>
            <div>
              <strong>{item.measureName}</strong>
              <p className="mz-muted">
                {item.paperNumber ?? '没有文书'}，{formatDay(item.effectiveOn)}起
                {item.endsOn === null ? '' : `，到${formatDay(item.endsOn)}期满`}
              </p>
            </div>
            <Link to={`/cases/${appeal.case.id}`}>查看{appeal.case.number}</Link>
          </li>
        ))}
      </ul>
      <h2 className="mz-record-heading">申请</h2>
      <div style={{ marginBottom: 12 }}>
        <TimeNote
          dueOn={appeal.limit?.dueOn ?? null}
          receivedOn={appeal.receivedOn}
          known={`从${formatDay(appeal.knownOn)}起算`}
        />
      </div>
      <dl className="mz-record-pairs">
        <dt>申请人</dt>
        <dd>
          {appeal.applicant.name}（{applicantLabels[appeal.applicant.capacity]}）
          {appeal.applicant.contact === '' ? '' : `，${appeal.applicant.contact}`}
        </dd>
        <dt>收到</dt>
        <dd>
          {formatDay(appeal.receivedOn)}，{receiptWayLabels[appeal.way]}
        </dd>
        <dt>请求事项</dt>
        <dd className="mz-record-text">{appeal.requests}</dd>
        <dt>事实和理由</dt>
        <dd className="mz-record-text">{appeal.reasons}</dd>
        {appeal.completion && (
          <>
            <dt>补正</dt>
            <dd className="mz-record-text">
              {formatDay(appeal.completion.askedOn)}告知，{formatDay(appeal.completion.dueOn)}前补正：
              {appeal.completion.lacking}
              {appeal.completion.received &&
                `\n${formatDay(appeal.completion.received.on)}收到：${appeal.completion.received.note}`}
            </dd>
          </>
        )}
        {appeal.admission && (
          <>
            <dt>受理审查</dt>
            <dd className="mz-record-text">
              {formatDay(appeal.admission.on)}
              {appeal.admission.accepted ? '受理' : `不予受理：${appeal.admission.reason}`}
              {appeal.late && `。逾期，${appeal.late.approver}批准：${appeal.late.reason}`}
            </dd>
          </>
        )}
      </dl>
      <h2 className="mz-record-heading">材料</h2>
      {appeal.files.length === 0 ? (
        <EmptyState title="没有材料" about="申请书、证据材料都可以加进来，在程序里直接打开。" actions={add} />
      ) : (
        <>
          <ul className="mz-record-items">
            {appeal.files.map((one) => (
              <li key={one.id}>
                <div>
                  <Button
                    type="link"
                    icon={<PaperClipOutlined />}
                    onClick={() => onOpen({ what: 'seeFile', target: one.id })}
                  >
                    {one.title}
                  </Button>
                  <p className="mz-muted">
                    {sizeText(one.file.size)}，{one.added.by.name}，{formatInstant(one.added.at)}添加
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <div className="mz-record-acts">{add}</div>
        </>
      )}
    </>
  );
};
