import './parts/appeal.css';
import { Alert, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { AppealView } from '../../../shared/features/appeals/channels.ts';
import { kindLabels } from '../../../shared/features/appeals/kinds.ts';
import {
  actLabels,
  isForUninvolved,
  stepAt,
  stepsOf,
  type AppealAct,
} from '../../../shared/features/appeals/workflow.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { MoreMenu } from '../../ui/record/more-menu.tsx';
import { RecordColumns, RecordHead, type NextStep } from '../../ui/record/record-head.tsx';
import { StepBar, type StepBarItem } from '../../ui/record/step-bar.tsx';
import { AppealAside } from './parts/appeal-aside.tsx';
import { AppealStateTag, OutcomeTag } from './parts/appeal-state.tsx';
import { ApplicationTab } from './parts/application-tab.tsx';
import { DecisionTab } from './parts/decision-tab.tsx';
import { HandlingTab } from './parts/handling-tab.tsx';
import { OpenedAct } from './parts/opened-act.tsx';
import type { Opened } from './parts/opened.ts';
import { PapersTab } from './parts/papers-tab.tsx';
import { useAppeal } from './queries.ts';

/** One 复核 or 申诉: how it stands, what comes next, what it did. */
export const AppealPage = (): ReactNode => {
  const { id = '' } = useParams();
  const query = useAppeal(id);
  usePageTitle(query.data?.appeal.number);
  return <Loaded query={query}>{(view) => <AppealBody key={view.appeal.id} view={view} />}</Loaded>;
};

const abouts: Readonly<Partial<Record<AppealAct, string>>> = {
  accept: '审查申请人、请求、期限和材料，符合条件的受理；也可以告知补正或者不予受理。',
  supplement: '收到补正材料后登记，重新计算期限；逾期不补正的，可以不予受理。',
  forward: '向主管部门报送案卷和说明，在这里登记。',
  assign: '选没有参与原调查和决定、没有利害关系的人员。',
  look: '审阅案卷、听取申请人意见，如实记录。',
  decide: '集体研究，按表决结果维持、变更或者撤销，案件、档案和文书一并更正。',
  recordResult: '收到主管部门的决定后登记，撤销、变更的一并更正。',
  issue: '核对文书，定稿印发。',
  serve: '把文书送达申请人，记录签收日期。',
  distribute: '把更正（撤销）通知发到原文书到达的范围，记录发送情况。',
  restore: '逐项恢复或者更正已经落实的事项。',
  close: '写一句办结说明，材料随案卷归档。',
};

const stepItems = (view: AppealView): StepBarItem[] => {
  const { appeal, clocks } = view;
  const at = stepAt(appeal);
  return stepsOf(appeal).map(({ label }, index): StepBarItem => {
    if (appeal.state === 'withdrawn') return { key: label, label, state: index === 0 ? 'done' : 'skipped' };
    if (index < at) return { key: label, label, state: 'done' };
    if (index > at) return { key: label, label, state: 'ahead' };
    const [soonest] = clocks.filter(({ kind }) => kind !== 'remedy');
    return {
      key: label,
      label,
      state: 'current',
      ...(soonest ? { note: `${formatDay(soonest.dueOn)}前` } : {}),
    };
  });
};

/** Lesser acts, in the order in which the menu offers them. */
const more: readonly AppealAct[] = [
  'askCompletion',
  'refuse',
  'extend',
  'recordResult',
  'attach',
  'withdraw',
];

const tabOf: Readonly<Partial<Record<AppealAct, string>>> = {
  assign: 'handling',
  look: 'handling',
  decide: 'decision',
  issue: 'papers',
  serve: 'papers',
  distribute: 'papers',
  restore: 'decision',
};

/** Who is wanted for the next step, told to whoever may not take it. */
const wantedFor = ({ recusal }: AppealView, act: AppealAct): string =>
  recusal !== '' && isForUninvolved(act)
    ? `由没有参与原决定的人员${actLabels[act]}`
    : '由有“办理申诉与复核”权限的人员办理';

const AppealBody = ({ view }: { view: AppealView }): ReactNode => {
  const { appeal, acts, nextAct } = view;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [tab, setTab] = useState((nextAct && tabOf[nextAct]) ?? 'application');
  const next: NextStep | undefined = nextAct
    ? {
        label: actLabels[nextAct],
        about: abouts[nextAct] ?? '',
        missing: acts.includes(nextAct) ? [] : [wantedFor(view, nextAct)],
        onGo: () => setOpened({ what: nextAct }),
      }
    : undefined;
  const offered = more.filter((act) => acts.includes(act) && act !== nextAct);
  const tabs = { view, onOpen: setOpened };
  return (
    <>
      <RecordHead
        title={`${appeal.number} ${kindLabels[appeal.kind]}`}
        status={
          <>
            <AppealStateTag state={appeal.state} />
            {appeal.decision && <OutcomeTag outcome={appeal.decision.outcome} />}
          </>
        }
        facts={[
          { label: '当事人', value: appeal.person.name },
          { label: '不服的处理', value: appeal.items.map(({ measureName }) => measureName).join('、') },
          {
            label: '案号',
            value: <Link to={`/cases/${appeal.case.id}`}>{appeal.case.number}</Link>,
          },
          { label: '收到日期', value: formatDay(appeal.receivedOn) },
          { label: '决定机构', value: appeal.organ },
        ]}
        next={next}
        actions={
          offered.length > 0 && (
            <MoreMenu
              groups={[
                offered.map((act) => ({
                  key: act,
                  label: actLabels[act],
                  danger: act === 'refuse' || act === 'withdraw',
                  onClick: () => setOpened({ what: act }),
                })),
              ]}
            />
          )
        }
      >
        <StepBar items={stepItems(view)} label="办理进度" />
      </RecordHead>
      <Notices view={view} />
      <RecordColumns aside={<AppealAside view={view} />}>
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'application', label: '申请', children: <ApplicationTab {...tabs} /> },
            { key: 'handling', label: '办理', children: <HandlingTab {...tabs} /> },
            { key: 'decision', label: '决定', children: <DecisionTab {...tabs} /> },
            {
              key: 'papers',
              label: `文书与送达 ${String(appeal.papers.length)}`,
              children: <PapersTab {...tabs} />,
            },
          ]}
        />
      </RecordColumns>
      {opened && (
        <OpenedAct
          key={`${opened.what} ${opened.target ?? ''}`}
          opened={opened}
          view={view}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
};

/** What has to be known before anything else is read. */
const Notices = ({ view: { appeal, recusal } }: { view: AppealView }): ReactNode => {
  const running = !['closed', 'withdrawn', 'refused'].includes(appeal.state) && !appeal.decision;
  return (
    <>
      {recusal !== '' && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={recusal} />}
      {running && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title="办理期间不停止原决定的执行；处理结果不得比原来更重。"
        />
      )}
      {appeal.withdrawal && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={`${formatDay(appeal.withdrawal.on)}申请人撤回：${appeal.withdrawal.reason}`}
        />
      )}
    </>
  );
};
