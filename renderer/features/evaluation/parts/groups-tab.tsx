import './evaluation.css';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import { dimensionsOf } from '../../../../shared/features/evaluation/rating.ts';
import { raterKindLabels, whenAbsentLabels } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { sheetPath } from './cycle-state.tsx';
import { ProgressBar } from './progress-bar.tsx';

/** The rater groups with their weights, and how far each rater is. */
export const GroupsTab = ({ view }: { view: CycleView }): ReactNode => {
  const { cycle, content, sheets } = view;
  if (cycle.groups.length === 0)
    return <EmptyState title="还没有评分组" about="在“方案”里添加评分组，写明谁来评、各占多少。" />;
  return (
    <div className="mz-groups">
      {cycle.state === 'draft' && (
        <Alert
          type="info"
          showIcon
          title="考核还在筹备。开始评分以后，各人的评分表在这里打开，进度也在这里看。"
        />
      )}
      <p className="mz-muted">有人没有评时：{whenAbsentLabels[cycle.whenAbsent]}。</p>
      {cycle.groups.map((group) => (
        <section key={group.id} className="mz-card mz-group" aria-label={group.name}>
          <header>
            <h3>{group.name}</h3>
            <span>权重 {formatWeight(group.weight)}</span>
            {group.name !== raterKindLabels[group.kind] && (
              <span className="mz-muted">{raterKindLabels[group.kind]}</span>
            )}
            <span className="mz-muted">
              {group.dimensionIds === null
                ? '评全部维度'
                : `评 ${dimensionsOf(content, group)
                    .map(({ name }) => name)
                    .join('、')}`}
            </span>
          </header>
          <table className="mz-sheets">
            <thead>
              <tr>
                <th scope="col">评分人</th>
                <th scope="col">由谁录入</th>
                <th scope="col">进度</th>
                <th scope="col">
                  <span className="mz-visually-hidden">评分表</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sheets
                .filter((sheet) => sheet.groupId === group.id)
                .map((sheet) => (
                  <tr key={sheet.raterId ?? 'self'}>
                    <th scope="row">{sheet.name}</th>
                    <td className="mz-muted">{sheet.enteredBy}</td>
                    <td>
                      {cycle.state === 'draft' ? (
                        <span className="mz-muted">未开始</span>
                      ) : (
                        <ProgressBar progress={sheet.progress} />
                      )}
                    </td>
                    <td>
                      {sheet.mayOpen && cycle.state !== 'draft' && (
                        <Link
                          to={sheetPath(cycle.id, sheet.groupId, sheet.raterId)}
                          aria-label={`${sheet.mayEnter ? '打分' : '查看评分表'}：${sheet.name}`}
                        >
                          {sheet.mayEnter ? '打分' : '查看'}
                        </Link>
                      )}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
};
