import './parts/lead.css';
import { KeyOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { LeadRow } from '../../../shared/features/leads/channels.ts';
import {
  channelLabels,
  leadChannels,
  leadStates,
  triageWayLabels,
  wayLabels,
} from '../../../shared/features/leads/schema.ts';
import { stateLabels } from '../../../shared/features/leads/acts.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCommand } from '../../app/calls.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { saveFile } from '../../ui/files/file-content.ts';
import { ShortDayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { nextTermColumn, nextTermFilter } from '../deadlines/parts/due-list.tsx';
import { LeadStateTag, replyToWords } from './parts/lead-state.tsx';
import { LookUpDialog } from './parts/look-up-dialog.tsx';
import { useLeads } from './queries.ts';

const columns: readonly ListColumn<LeadRow>[] = [
  {
    key: 'number',
    title: '编号',
    text: ({ number }) => number,
    cell: ({ number }) => <strong className="mz-nowrap">{number}</strong>,
    width: 150,
  },
  {
    key: 'state',
    title: '状态',
    text: ({ state }) => stateLabels[state],
    compare: (a, b) => leadStates.indexOf(a.state) - leadStates.indexOf(b.state),
    cell: ({ state }) => <LeadStateTag state={state} />,
    width: 140,
  },
  { key: 'summary', title: '反映的内容', text: ({ summary }) => summary, width: 330 },
  { key: 'people', title: '涉及的人', text: ({ people }) => people.join('、'), width: 140 },
  nextTermColumn(270),
  {
    key: 'channel',
    title: '来源渠道',
    text: ({ channel }) => channelLabels[channel],
    width: 100,
  },
  {
    key: 'receivedOn',
    title: '收到日期',
    text: ({ receivedOn }) => formatDay(receivedOn),
    compare: (a, b) => a.receivedOn.localeCompare(b.receivedOn),
    cell: ({ receivedOn }) => <ShortDayText day={receivedOn} />,
    searched: false,
    width: 130,
  },
  { key: 'matter', title: '问责事由', text: ({ matter }) => matter ?? '', optional: true, width: 140 },
  { key: 'way', title: '反映方式', text: ({ way }) => wayLabels[way], optional: true, width: 110 },
  { key: 'replyTo', title: '来源', text: ({ replyTo }) => replyToWords[replyTo], optional: true, width: 150 },
  {
    key: 'triage',
    title: '研判',
    text: ({ triage }) => (triage ? triageWayLabels[triage] : ''),
    optional: true,
    width: 130,
  },
];

const filters: readonly ListFilter<LeadRow>[] = [
  {
    key: 'state',
    label: '状态',
    options: leadStates.map((value) => ({ value, label: stateLabels[value] })),
    of: ({ state }) => state,
  },
  nextTermFilter,
  {
    key: 'channel',
    label: '来源渠道',
    options: leadChannels.map((value) => ({ value, label: channelLabels[value] })),
    of: ({ channel }) => channel,
  },
];

/** 线索: all of them, with what is due next. Pupils are masked; who reported is nowhere in it. */
export const LeadsPage = (): ReactNode => {
  const leads = useLeads();
  return <Loaded query={leads}>{(data) => <LeadList rows={data.leads} />}</Loaded>;
};

const LeadList = ({ rows }: { rows: readonly LeadRow[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const [exported, setExported] = useState<readonly LeadRow[] | null>(null);
  const list = useList({
    name: 'leads',
    rows,
    columns,
    filters,
    sort: { key: 'receivedOn', descending: true },
  });
  const register = can('leads.register') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/leads/new')}>
      登记线索
    </Button>
  );
  return (
    <>
      <ListPage<LeadRow>
        of={list}
        title="线索"
        unit="条"
        actions={
          <>
            {can('leads.register') && (
              <Button icon={<KeyOutlined />} onClick={() => setAsking(true)}>
                凭码查询
              </Button>
            )}
            {register}
          </>
        }
        searchHint="编号、内容、涉及的人、渠道"
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/leads/${id}`)}
        {...(can('leads.export') ? { onExport: setExported } : {})}
        empty={
          <EmptyState
            title="还没有线索"
            about="来访、来电、来信、检查和考核中发现的问题都从这里记起：一分钟记完，来源单独保密，程序按工作日提醒答复。"
            actions={register}
          />
        }
      />
      {asking && <LookUpDialog onClose={() => setAsking(false)} />}
      {exported && <ExportDialog rows={exported} onClose={() => setExported(null)} />}
    </>
  );
};

const ExportDialog = ({ rows, onClose }: { rows: readonly LeadRow[]; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const [maskStaff, setMaskStaff] = useState(false);
  const exporting = useCommand('leads.exportList', {
    invalidates: [],
    onSuccess: (file) => {
      saveFile(file);
      onClose();
    },
    onError: toast.failed,
  });
  return (
    <Modal
      open
      title={`导出 ${String(rows.length)} 条线索`}
      okText="导出"
      cancelText="取消"
      confirmLoading={exporting.isPending}
      onOk={() => exporting.mutate({ ids: rows.map(({ id }) => id), maskStaff })}
      onCancel={onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <p style={{ marginBottom: 12 }}>台账里不含来源身份，学生姓名一律隐去，附件和内部备注不导出。</p>
      <Checkbox checked={maskStaff} onChange={(event) => setMaskStaff(event.target.checked)}>
        教职工姓名也隐去
      </Checkbox>
    </Modal>
  );
};
