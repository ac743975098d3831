import './parts/lead.css';
import { Alert, Button, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { LeadView } from '../../../shared/features/leads/channels.ts';
import { channelLabels, wayLabels } from '../../../shared/features/leads/schema.ts';
import { actLabels, type LeadAct } from '../../../shared/features/leads/acts.ts';
import { leadSteps, stepOf, type NextAct } from '../../../shared/features/leads/workflow.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { MoreMenu } from '../../ui/record/more-menu.tsx';
import { RecordColumns, RecordHead, type NextStep } from '../../ui/record/record-head.tsx';
import { StepBar, type StepBarItem } from '../../ui/record/step-bar.tsx';
import { AttachmentsTab } from './parts/attachments-tab.tsx';
import { ContentTab } from './parts/content-tab.tsx';
import { HandlingTab } from './parts/handling-tab.tsx';
import { LeadAside } from './parts/lead-aside.tsx';
import { LeadStateTag, replyToWords } from './parts/lead-state.tsx';
import { NotesTab } from './parts/notes-tab.tsx';
import { OpenedAct } from './parts/opened-act.tsx';
import type { Opened } from './parts/opened.ts';
import { SourceTab } from './parts/source-tab.tsx';
import { useLead } from './queries.ts';

/** One lead: what was reported, how it stands, what comes next. */
export const LeadPage = (): ReactNode => {
  const { id = '' } = useParams();
  const query = useLead(id);
  usePageTitle(query.data?.lead.number);
  return <Loaded query={query}>{(view) => <LeadBody key={view.lead.id} view={view} />}</Loaded>;
};

const nexts: Readonly<
  Record<NextAct, { label: string; about: string; opened: Exclude<Opened['what'], 'paper'>; act: LeadAct }>
> = {
  triage: {
    label: '研判',
    about: '决定直接答复、转办、立为问责事项，还是留存备查，写明意见。',
    opened: 'triage',
    act: 'triageReply',
  },
  reply: {
    label: '答复',
    about: '写明核实结果和答复内容，可以打印答复函；匿名的凭查询码看到答复。',
    opened: 'reply',
    act: 'reply',
  },
  close: { label: '办结', about: '写一句办结说明，期限不再计算。', opened: 'close', act: 'close' },
};

const stepsOf = ({ lead, clocks }: LeadView): StepBarItem[] => {
  const at = stepOf(lead.state);
  return leadSteps.map(({ label }, index): StepBarItem => {
    if (lead.state === 'merged') return { key: label, label, state: index === 0 ? 'done' : 'skipped' };
    if (index < at) return { key: label, label, state: 'done' };
    if (index > at) return { key: label, label, state: 'ahead' };
    const [soonest] = clocks;
    return {
      key: label,
      label,
      state: 'current',
      ...(soonest ? { note: `${formatDay(soonest.dueOn)}前` } : {}),
    };
  });
};

/** Lesser acts, in the order in which the menu offers them. */
const more: readonly Extract<LeadAct, Opened['what']>[] = [
  'amend',
  'addSource',
  'relate',
  'merge',
  'unmerge',
  'undoTriage',
  'reopen',
  'copy',
  'redact',
];

const LeadBody = ({ view }: { view: LeadView }): ReactNode => {
  const { lead, acts, nextAct } = view;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [tab, setTab] = useState('content');
  const go = nextAct && nexts[nextAct];
  const next: NextStep | undefined =
    go && acts.includes(go.act)
      ? { label: go.label, about: go.about, missing: [], onGo: () => setOpened({ what: go.opened }) }
      : undefined;
  const offered = more.filter((act) => acts.includes(act));
  const tabs = { view, onOpen: setOpened };
  return (
    <>
      <RecordHead
        title={lead.number}
        status={<LeadStateTag state={lead.state} />}
        facts={[
          { label: '来源渠道', value: `${channelLabels[lead.channel]}，${wayLabels[lead.way]}` },
          { label: '收到日期', value: formatDay(lead.receivedOn) },
          { label: '涉及的人', value: lead.people.map(({ name }) => name).join('、') || '未写明' },
          { label: '问责事由', value: lead.matter?.name ?? '未选' },
          { label: '来源', value: replyToWords[lead.replyTo] },
        ]}
        next={next}
        actions={
          <>
            {acts.includes('acknowledge') && (
              <Button onClick={() => setOpened({ what: 'acknowledge' })}>告知受理</Button>
            )}
            {nextAct !== 'reply' && acts.includes('reply') && (
              <Button onClick={() => setOpened({ what: 'reply' })}>
                {lead.replies.length > 0 ? '补充答复' : '答复'}
              </Button>
            )}
            <MoreMenu
              groups={[
                offered.map((act) => ({
                  key: act,
                  label: actLabels[act],
                  danger: act === 'redact',
                  onClick: () => setOpened({ what: act }),
                })),
              ]}
            />
          </>
        }
      >
        <StepBar items={stepsOf(view)} label="办理进度" />
      </RecordHead>
      <Notices view={view} waiting={go && !next ? go.label : null} />
      <RecordColumns aside={<LeadAside view={view} />}>
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'content', label: '内容', children: <ContentTab {...tabs} /> },
            { key: 'source', label: '来源', children: <SourceTab {...tabs} /> },
            { key: 'handling', label: '处理', children: <HandlingTab {...tabs} /> },
            {
              key: 'attachments',
              label: `附件${lead.attachments.length > 0 ? ` ${String(lead.attachments.length)}` : ''}`,
              children: <AttachmentsTab {...tabs} />,
            },
            {
              key: 'notes',
              label: `内部备注${view.notes.length > 0 ? ` ${String(view.notes.length)}` : ''}`,
              children: <NotesTab {...tabs} />,
            },
          ]}
        />
      </RecordColumns>
      {opened && <OpenedAct key={opened.what} opened={opened} view={view} onClose={() => setOpened(null)} />}
    </>
  );
};

/** What has to be known before anything else is read. */
const Notices = ({ view, waiting }: { view: LeadView; waiting: string | null }): ReactNode => {
  const { lead } = view;
  return (
    <>
      {lead.merged && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={
            <>
              已并入<Link to={`/leads/${lead.merged.leadId}`}>{lead.merged.number}</Link>
              ，由那条线索继续办理。理由：{lead.merged.reason}
            </>
          }
        />
      )}
      {view.case && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={
            <>
              已登记为<Link to={`/cases/${view.case.id}`}>{view.case.number}</Link>，目前“{view.case.state}”。
            </>
          }
        />
      )}
      {waiting !== null && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={`下一步是“${waiting}”，由办公室或者领导办理。`}
        />
      )}
    </>
  );
};
