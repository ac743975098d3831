import './results.css';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isOfChildren } from '../../../../shared/features/evaluation/results/published.ts';
import type { ExcellentShown } from '../../../../shared/features/evaluation/results/views.ts';
import { subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView, ResultsView } from '../../../../shared/features/evaluation/views.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { InstantText } from '../../../ui/format/parts.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { ConsequencesDrawer } from './consequences-drawer.tsx';
import { PublishDialog } from './publish-dialog.tsx';

/** What comes after confirming: 公示 of the highest grade, making the results known, and what follows from them. */
export const AfterConfirm = ({ view, results }: { view: CycleView; results: ResultsView }): ReactNode => {
  const { cycle } = view;
  const annual = cycle.annual !== null && subjectSourceOf(cycle.kind) === 'staff';
  const shown = useCall('evaluation.excellentShown', { cycleId: cycle.id }, { enabled: annual });
  const [reading, setReading] = useState(false);
  return (
    <section className="mz-card mz-after-confirm" aria-label="确认以后">
      {annual && shown.data && <Shown cycleId={cycle.id} shown={shown.data} />}
      <Publishing view={view} results={results} ready={!annual || allShown(shown.data)} />
      {annual && (
        <div>
          <strong>结果运用</strong>
          <span className="mz-muted">按规定，每个等次对应薪级、绩效工资、岗位和任职年限的处理。</span>
          <Button size="small" onClick={() => setReading(true)}>
            结果运用一览
          </Button>
        </div>
      )}
      {reading && (
        <ConsequencesDrawer cycleId={cycle.id} bands={results.bands} onClose={() => setReading(false)} />
      )}
    </section>
  );
};

const allShown = (shown: ExcellentShown | undefined): boolean =>
  shown !== undefined && shown.finished === shown.people;

const named = (names: readonly string[]): string =>
  `${names.slice(0, 6).join('、')}${names.length > 6 ? ` 等 ${String(names.length)} 人` : ''}`;

const Shown = ({ cycleId, shown }: { cycleId: string; shown: ExcellentShown }): ReactNode => {
  const can = useCan();
  const { people, finished, running, open, publicities } = shown;
  if (people === 0)
    return (
      <div>
        <strong>公示优秀</strong>
        <span className="mz-muted">没有优秀等次的人，不需要公示。</span>
      </div>
    );
  return (
    <div>
      <strong>公示优秀</strong>
      {finished === people ? (
        <StatusTag tone="done">公示期满</StatusTag>
      ) : open.length > 0 ? (
        <StatusTag tone="due">待公示</StatusTag>
      ) : (
        <StatusTag tone="active">公示中</StatusTag>
      )}
      <span>
        优秀 {people} 人：期满 {finished}、公示中 {running}、没有公示 {open.length}
        {open.length > 0 && `（${named(open)}）`}。<span className="mz-muted">不少于 5 个工作日。</span>
        {publicities.map(({ id, number, state, endsOn }) => (
          <span key={id}>
            {' '}
            {can('publicity.read') ? <Link to={`/publicity/${id}`}>{number}</Link> : number}
            <span className="mz-muted">
              {' '}
              {state}
              {endsOn === '' ? '' : `，到${formatDay(endsOn)}`}
            </span>
          </span>
        ))}
      </span>
      {open.length > 0 && can('publicity.manage') && (
        <Link to={`/publicity/new?assessment=${cycleId}`}>起草公示</Link>
      )}
    </div>
  );
};

const Publishing = ({
  view,
  results,
  ready,
}: {
  view: CycleView;
  results: ResultsView;
  ready: boolean;
}): ReactNode => {
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const { cycle } = view;
  const ofStaff = subjectSourceOf(cycle.kind) === 'staff';
  const exporting = useFileCommand('evaluation.exportPublished', ({ name }) => `已导出“${name}”`);
  if (cycle.published !== null)
    return (
      <div>
        <strong>公布结果</strong>
        <StatusTag tone="done">已公布</StatusTag>
        <span>
          {cycle.published.by.name} <InstantText instant={cycle.published.at} />
          <span className="mz-muted">
            {ofStaff ? '。姓名只显示姓氏，每个人能看到自己的结果。' : '。名单只列等次，没有分数和名次。'}
          </span>
        </span>
        <Link to={`/evaluation/published?cycle=${cycle.id}`}>看公布的样子</Link>
        {can('evaluation.export') && !isOfChildren(cycle.kind) && (
          <Button
            size="small"
            icon={<DownloadOutlined />}
            loading={exporting.isPending}
            onClick={() => exporting.mutate({ cycleId: cycle.id })}
          >
            导出公布名单
          </Button>
        )}
      </div>
    );
  return (
    <div>
      <strong>公布结果</strong>
      <StatusTag tone="draft">未公布</StatusTag>
      <span className="mz-muted">
        {ready
          ? `公布前先看名单是什么样子${ofStaff ? '：姓名只显示姓氏' : ''}。`
          : '优秀等次公示期满以后才能公布。'}
      </span>
      {can('evaluation.manage') && (
        <Button size="small" type={ready ? 'primary' : 'default'} onClick={() => setAsking(true)}>
          公布结果
        </Button>
      )}
      {asking && <PublishDialog view={view} results={results} onClose={() => setAsking(false)} />}
    </div>
  );
};
