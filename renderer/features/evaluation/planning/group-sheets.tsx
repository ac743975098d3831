import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CycleView, RaterProgress } from '../../../../shared/features/evaluation/views.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { sheetPath } from '../parts/cycle-state.tsx';

export type SheetAct = 'extend' | 'withdraw' | 'restore';

interface GroupSheetsProps {
  readonly view: CycleView;
  readonly sheets: readonly RaterProgress[];
  readonly onAct: (act: SheetAct, sheet: RaterProgress) => void;
}

const SheetMenu = ({
  sheet,
  onAct,
}: {
  sheet: RaterProgress;
  onAct: GroupSheetsProps['onAct'];
}): ReactNode => (
  <Dropdown
    trigger={['click']}
    placement="bottomRight"
    menu={{
      items:
        sheet.withdrawn === ''
          ? [
              { key: 'extend', label: '给他延期' },
              { key: 'withdraw', label: '退出评分', danger: true },
            ]
          : [{ key: 'restore', label: '恢复评分' }],
      onClick: ({ key }) =>
        onAct(key === 'extend' ? 'extend' : key === 'withdraw' ? 'withdraw' : 'restore', sheet),
    }}
  >
    <Button size="small" type="text" aria-label={`${sheet.name}的更多操作`}>
      更多
    </Button>
  </Dropdown>
);

/** The raters of a group: how far each is, who enters for him, his own last day. */
export const GroupSheets = ({ view, sheets, onAct }: GroupSheetsProps): ReactNode => {
  const { cycle } = view;
  const manages = view.acts.includes('close');
  return (
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
        {sheets.map((sheet) => (
          <tr key={sheet.raterId ?? 'all'}>
            <th scope="row">
              {sheet.name}{' '}
              {sheet.withdrawn !== '' && (
                <span title={sheet.withdrawn}>
                  <StatusTag tone="draft">已退出</StatusTag>
                </span>
              )}
              {sheet.withdrawn === '' && sheet.lastDay !== cycle.endsOn && (
                <span className="mz-muted">延至{formatDay(sheet.lastDay)}</span>
              )}
            </th>
            <td className="mz-muted">{sheet.enteredBy}</td>
            <td>
              {cycle.state === 'draft' ? (
                <span className="mz-muted">
                  {sheet.progress.total === 0 ? '没有要评的' : `评 ${String(sheet.progress.total)} 个`}
                </span>
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
              {manages && sheet.raterId !== null && <SheetMenu sheet={sheet} onAct={onAct} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
