import './compare.css';
import { Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CompareView } from '../../../../shared/features/evaluation/compare/views.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { useCall } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { unitOf } from '../parts/cycle-state.tsx';
import { ExplainDrawer } from '../results/explain-drawer.tsx';
import { DepartmentsSection } from './departments-section.tsx';
import { isInDepartments, shown } from './figures.ts';
import { IndicatorsSection } from './indicators-section.tsx';
import { RaterGroupsSection } from './rater-groups-section.tsx';
import { YearsSection } from './years-section.tsx';

type Section = 'departments' | 'indicators' | 'years' | 'groups';

/** 对比: the results set beside each other by department, indicator, year and rater group. */
export const CompareTab = ({ view: { cycle, content } }: { view: CycleView }): ReactNode => {
  const [departments, setDepartments] = useState<readonly string[]>([]);
  const grouped = isInDepartments(cycle);
  const [section, setSection] = useState<Section>(grouped ? 'departments' : 'years');
  const [opened, setOpened] = useState<string | null>(null);
  const compared = useCall(
    'evaluation.compare',
    { cycleId: cycle.id, departments: [...departments] },
    { keepPrevious: true },
  );
  return (
    <Loaded query={compared}>
      {(view) => (
        <>
          <div className="mz-compare-head">
            <Segmented
              aria-label="按什么对比"
              value={section}
              onChange={setSection}
              options={[
                ...(grouped ? [{ value: 'departments' as const, label: '部门' }] : []),
                { value: 'indicators', label: '指标' },
                { value: 'years', label: '年度' },
                { value: 'groups', label: '评分组' },
              ]}
            />
            {grouped && (
              <Select
                mode="multiple"
                allowClear
                style={{ minWidth: 220, maxWidth: 460 }}
                aria-label="只看这些部门"
                placeholder="全部部门"
                value={[...departments]}
                onChange={setDepartments}
                options={view.allDepartments.map((name) => ({ value: name, label: name }))}
              />
            )}
            <Facts view={view} unit={unitOf(cycle.kind)} />
          </div>
          {view.graded === 0 ? (
            <EmptyState
              title="还没有可对比的结果"
              about={`有人评齐、算出总分以后，这里按${grouped ? '部门、' : ''}指标、年度和评分组对比。`}
            />
          ) : (
            <SectionOf section={section} view={view} onExplain={setOpened} />
          )}
          <ExplainDrawer
            cycleId={cycle.id}
            subjectId={opened}
            bands={content.bands}
            onClose={() => setOpened(null)}
          />
        </>
      )}
    </Loaded>
  );
};

const SectionOf = ({
  section,
  view,
  onExplain,
}: {
  readonly section: Section;
  readonly view: CompareView;
  readonly onExplain: (subjectId: string) => void;
}): ReactNode => {
  switch (section) {
    case 'departments':
      return <DepartmentsSection view={view} onExplain={onExplain} />;
    case 'indicators':
      return <IndicatorsSection view={view} onExplain={onExplain} />;
    case 'years':
      return <YearsSection view={view} />;
    case 'groups':
      return <RaterGroupsSection view={view} />;
  }
};

const Facts = ({ view, unit }: { view: CompareView; unit: string }): ReactNode => {
  const { summary, subjects, graded, hidden, minSample } = view;
  return (
    <>
      <dl className="mz-compare-facts">
        <div>
          <dt>已有总分</dt>
          <dd>
            {graded} / {subjects} {unit}
          </dd>
        </div>
        {summary && (
          <>
            <div>
              <dt>平均</dt>
              <dd>{shown(summary.mean)}</dd>
            </div>
            <div>
              <dt>中位数</dt>
              <dd>{shown(summary.median)}</dd>
            </div>
            <div>
              <dt>标准差</dt>
              <dd>{shown(summary.spread)}</dd>
            </div>
          </>
        )}
      </dl>
      {hidden > 0 && (
        <p className="mz-muted">
          有 {hidden} 处评分组平均来自不足 {minSample}{' '}
          名评分人，或者由它可以推算出这样的平均，不显示，也不计入各项对比。
        </p>
      )}
    </>
  );
};
