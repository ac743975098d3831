import './parts/case.css';
import { Alert, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { permissionLabels } from '../../../shared/features/accounts/permissions.ts';
import { actLabels, type CaseAct } from '../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { routeLabels } from '../../../shared/features/cases/states.ts';
import { permissionOf } from '../../../shared/features/cases/workflow.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Deadline } from '../../ui/format/parts.tsx';
import { RecordColumns, RecordHead } from '../../ui/record/record-head.tsx';
import { StepBar } from '../../ui/record/step-bar.tsx';
import { CaseAside } from './parts/case-aside.tsx';
import { CaseMenu } from './parts/case-menu.tsx';
import {
  caseTabs,
  nextStepOf,
  othersStepOf,
  pressingClock,
  startsInTab,
  stepsOf,
  tabOf,
  type CaseTab,
} from './parts/case-next.ts';
import { CaseStateTag } from './parts/case-state.tsx';
import { tabContents, tabCounts } from './parts/case-tabs.tsx';
import { FileExport } from './parts/file-export.tsx';
import { OpenedAct } from './parts/opened-act.tsx';
import type { Opened } from './parts/opened.ts';
import { useCase } from './queries.ts';

/** One case: how it stands, what comes next, and all that belongs to it. */
export const CasePage = (): ReactNode => {
  const { id = '' } = useParams();
  const query = useCase(id);
  usePageTitle(query.data && `${query.data.record.number} ${query.data.record.matter.name}`);
  return <Loaded query={query}>{(view) => <CaseBody key={view.record.id} view={view} />}</Loaded>;
};

const NAMED = 3;

/** 王立新、孙海燕、陈晓东等 5 人 */
const namesOf = ({ record: { subjects } }: CaseView): string => {
  const names = subjects
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join('、');
  return subjects.length > NAMED ? `${names}等 ${String(subjects.length)} 个` : names;
};

const isTab = (key: string): key is CaseTab => caseTabs.some((tab) => tab.key === key);

const CaseBody = ({ view }: { view: CaseView }): ReactNode => {
  const { record, nextAct } = view;
  const can = useCan();
  const [opened, setOpened] = useState<Opened | null>(null);
  // The tab follows the work: each new state opens where its next act belongs, until another one is chosen.
  const [chosen, setChosen] = useState<{ state: string; tab: CaseTab } | null>(null);
  const tab = chosen?.state === record.state ? chosen.tab : ((nextAct && tabOf[nextAct]) ?? 'overview');
  const setTab = (key: CaseTab): void => setChosen({ state: record.state, tab: key });
  const go = (act: CaseAct): void => {
    const place = tabOf[act];
    if (place) setTab(place);
    if (!startsInTab(act)) setOpened({ what: act });
  };
  const clock = pressingClock(view);
  const others = othersStepOf(view);
  const contents = tabContents({ view, onOpen: setOpened });
  const counts = tabCounts(view);
  return (
    <>
      <RecordHead
        title={`${record.number} ${record.matter.name}`}
        facts={[
          {
            label: '当事人',
            value: <span title={record.subjects.map(({ name }) => name).join('、')}>{namesOf(view)}</span>,
          },
          { label: '事项', value: <span className="mz-case-summary">{record.summary}</span> },
          { label: '办理方式', value: routeLabels[record.route] },
          { label: '状态', value: <CaseStateTag state={record.state} /> },
          {
            label: clock ? `下一个期限：${clock.label}` : '下一个期限',
            value: clock ? (
              <>
                {formatDay(clock.dueOn)} <Deadline day={clock.dueOn} left={clock.daysLeft} />
              </>
            ) : (
              '没有在走的期限'
            ),
          },
        ]}
        next={nextStepOf(view, go, setOpened)}
        actions={
          <>
            {can('cases.export') && <FileExport caseId={record.id} />}
            <CaseMenu view={view} onAct={go} />
          </>
        }
      >
        <div className="mz-case-steps">
          <StepBar items={stepsOf(view)} label="办理进度" />
        </div>
      </RecordHead>
      {others && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={`下一步是“${actLabels[others.act]}”，由有“${permissionLabels[permissionOf(others.act)]}”权限的同事办理。${others.lacking.length > 0 ? `还缺：${others.lacking.join('、')}。` : ''}`}
        />
      )}
      <RecordColumns aside={<CaseAside view={view} onOpen={setOpened} />}>
        <Tabs
          activeKey={tab}
          onChange={(key) => {
            if (isTab(key)) setTab(key);
          }}
          className="mz-case-tabs"
          items={caseTabs.map(({ key, label }) => ({
            key,
            label: (
              <>
                {label}
                {counts[key] !== undefined && counts[key] > 0 && (
                  <span className="mz-case-count" aria-hidden>
                    {counts[key]}
                  </span>
                )}
              </>
            ),
            children: contents[key],
          }))}
        />
      </RecordColumns>
      {opened && (
        <OpenedAct
          key={`${opened.what} ${opened.target ?? ''}`}
          opened={opened}
          view={view}
          onOpen={setOpened}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
};
