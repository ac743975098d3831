import './record.css';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  SafetyCertificateOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/**
 * What a status means, whatever the feature calls it:
 * draft 未定 · active 进行中 · due 快到期/待办 · done 已完成 · praise 表彰 · issued 已印发(朱红) · bad 不利/逾期 ·
 * stopped 已停用/撤销 · info 一般说明.
 */
export type StatusTone =
  'draft' | 'active' | 'due' | 'done' | 'praise' | 'issued' | 'bad' | 'stopped' | 'info';

const icons: Readonly<Record<StatusTone, ReactNode>> = {
  draft: <EditOutlined />,
  active: <SyncOutlined />,
  due: <ClockCircleOutlined />,
  done: <CheckCircleOutlined />,
  praise: <CheckCircleOutlined />,
  issued: <SafetyCertificateOutlined />,
  bad: <CloseCircleOutlined />,
  stopped: <MinusCircleOutlined />,
  info: <ExclamationCircleOutlined />,
};

/** A status in colour, icon and word, so that none of the three carries it alone. */
export const StatusTag = ({ tone, children }: { tone: StatusTone; children: string }): ReactNode => (
  <span className={`mz-status mz-status-${tone}`}>
    <span aria-hidden>{icons[tone]}</span>
    {children}
  </span>
);
