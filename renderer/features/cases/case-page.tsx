import { actLabels, type CaseAct } from '../../../shared/features/cases/acts.ts';
import { routeSteps, permissionOf, stepOf } from '../../../shared/features/cases/workflow.ts';
import './parts/case.css';
import { Alert, Button, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { permissionLabels } from '../../../shared/features/accounts/permissions.ts';
import { formatDay, formatInstant } from '../../../shared/kernel/dates.ts';
import { useCommand } from '../../app/calls.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { saveFile } from '../../ui/files/file-content.ts';
import { RecordColumns, RecordHead, type NextStep } from '../../ui/record/record-head.tsx';
import { StepBar, type StepBarItem } from '../../ui/record/step-bar.tsx';
import { CaseAside } from './parts/case-aside.tsx';
import { CaseStateTag } from './parts/case-state.tsx';
import { FactsTab, HearingTab, OverviewTab } from './parts/case-tabs.tsx';
import { OpenedAct, type Opened } from './parts/opened-act.tsx';
import { DecisionTab, PapersTab, RectificationTab } from './parts/outcome-tabs.tsx';
import { useCase } from './queries.ts';

/** One case: how it stands, what comes next, and all that belongs to it. */
export const CasePage = (): ReactNode => {
  const { id = '' } = useParams();
  const query = useCase(id);
  usePageTitle(query.data && `${query.data.record.number} ${query.data.record.matter.name}`);
  return <Loaded query={query}>{(view) => <CaseBody key={view.record.id} view={view} />}</Loaded>;
};

const tabOf: Readonly<Partial<Record<CaseAct, string>>> = {
  establishFacts: 'facts',
  notify: 'hearing',
  hearStatement: 'hearing',
  decide: 'decision',
  issueNotice: 'papers',
  recordService: 'papers',
  checkRectification: 'rectification',
};

const abouts: Readonly<Partial<Record<CaseAct, string>>> = {
  establishFacts: '写明核实清楚的事实、核实人员和轻重判断。',
  notify: '把事实、依据和陈述权利告知当事人，开始计算陈述期限。',
  hearStatement: '逐人记录陈述和是否采纳。',
  decide: '选择措施、写明依据和理由，程序边填边查；决定的同时取得文号。',
  issueNotice: '核对每一页，定稿并封存。',
  recordService: '记录怎样、何时送到本人手里，开始计算救济期限。',
  checkRectification: '逐项登记整改情况并复查销号。',
  close: '写一句办结说明，归入案卷。',
};

const stepsOf = ({ record, clocks }: CaseView): StepBarItem[] => {
  const at = stepOf(record.state);
  const soonest = clocks.toSorted((a, b) => a.daysLeft - b.daysLeft)[0];
  return routeSteps.light.map(({ label }, index): StepBarItem => {
    const skipped =
      record.state === 'withdrawn'
        ? index > 0
        : record.decision !== null && label === '整改' && record.rectification.length === 0;
    if (skipped) return { key: label, label, state: 'skipped' };
    if (index < at) return { key: label, label, state: 'done' };
    if (index > at) return { key: label, label, state: 'ahead' };
    return {
      key: label,
      label,
      state: 'current',
      ...(soonest ? { note: `${formatDay(soonest.dueOn)}前` } : {}),
    };
  });
};

const CaseBody = ({ view }: { view: CaseView }): ReactNode => {
  const { record, nextAct, acts, missing } = view;
  const can = useCan();
  const toast = useToast();
  const [opened, setOpened] = useState<Opened | null>(null);
  // The tab follows the work: each new state opens where its next act belongs, until another one is chosen.
  const [chosen, setChosen] = useState<{ state: string; tab: string } | null>(null);
  const tab = chosen?.state === record.state ? chosen.tab : ((nextAct && tabOf[nextAct]) ?? 'overview');
  const setTab = (key: string): void => setChosen({ state: record.state, tab: key });
  const exporting = useCommand('cases.exportFile', {
    invalidates: [],
    onSuccess: saveFile,
    onError: toast.failed,
  });
  // Only what another act has to bring stands in the way; the rest is what this act's own form asks for.
  const first = missing.filter(
    (one) =>
      nextAct === 'establishFacts' &&
      record.conflicts.some(({ outcome }) => outcome === 'open') &&
      one.includes('回避'),
  );
  const rest = missing.filter((one) => !first.includes(one));
  const next: NextStep | undefined =
    nextAct !== null && acts.includes(nextAct)
      ? {
          label: actLabels[nextAct],
          about: `${abouts[nextAct] ?? ''}${rest.length > 0 ? ` 还缺：${rest.join('、')}` : ''}`,
          missing: first,
          onGo: () =>
            nextAct === 'checkRectification' ? setTab('rectification') : setOpened({ what: nextAct }),
        }
      : undefined;
  const tabs = { view, onOpen: setOpened };
  return (
    <>
      <RecordHead
        title={`${record.number} ${record.matter.name}`}
        status={<CaseStateTag state={record.state} />}
        facts={[
          { label: '当事人', value: record.subjects.map(({ name }) => name).join('、') },
          { label: '事发日期', value: formatDay(record.occurredOn) },
          { label: '登记日期', value: formatDay(record.registeredOn) },
          { label: '措施', value: record.decision?.measure.name ?? '尚未决定' },
          { label: '文号', value: record.paper?.number ?? '—' },
        ]}
        next={next}
        actions={
          <>
            {nextAct !== 'decide' && acts.includes('decide') && (
              <Button onClick={() => setOpened({ what: 'decide' })}>直接作出决定</Button>
            )}
            {acts.includes('withdraw') && (
              <Button onClick={() => setOpened({ what: 'withdraw' })}>撤销事项</Button>
            )}
            {can('cases.export') && (
              <Button loading={exporting.isPending} onClick={() => exporting.mutate({ id: record.id })}>
                导出案卷
              </Button>
            )}
          </>
        }
      >
        <StepBar items={stepsOf(view)} label="办理进度" />
      </RecordHead>
      {nextAct !== null && !next && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={`下一步是“${actLabels[nextAct]}”，由有“${permissionLabels[permissionOf(nextAct)]}”权限的同事办理。`}
        />
      )}
      <RecordColumns aside={<CaseAside view={view} />}>
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'overview', label: '概况', children: <OverviewTab {...tabs} /> },
            { key: 'facts', label: '事实与证据', children: <FactsTab {...tabs} /> },
            { key: 'hearing', label: '告知与陈述', children: <HearingTab {...tabs} /> },
            { key: 'decision', label: '决定', children: <DecisionTab {...tabs} /> },
            { key: 'papers', label: '文书与送达', children: <PapersTab {...tabs} /> },
            { key: 'rectification', label: '整改', children: <RectificationTab {...tabs} /> },
            { key: 'history', label: '记录', children: <HistoryTab view={view} /> },
          ]}
        />
      </RecordColumns>
      {opened && (
        <OpenedAct
          key={`${opened.what} ${opened.target ?? ''}`}
          opened={opened}
          record={record}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
};

const HistoryTab = ({ view: { record } }: { view: CaseView }): ReactNode => (
  <ul className="mz-case-items">
    {record.history.toReversed().map((event, at) => (
      <li key={`${event.made.at} ${String(at)}`}>
        <div>
          <strong>{event.act}</strong>{' '}
          <span className="mz-muted">
            {event.made.by.name}，{formatInstant(event.made.at)}
          </span>
          {event.note !== '' && <p>{event.note}</p>}
        </div>
        <CaseStateTag state={event.state} />
      </li>
    ))}
  </ul>
);
