import './planning.css';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { addProgress } from '../../../../shared/features/evaluation/sheet-state.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { daysBetween, dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { Deadline } from '../../../ui/format/parts.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';

const stillOwed = (owing: number, { sheets, owedData }: CycleView): string =>
  [
    ...(owing > 0 ? [`还有 ${String(owing)} 张评分表没评完`] : sheets.length > 0 ? ['评分表都已评完'] : []),
    ...(owedData.length > 0 ? [`公式指标还缺 ${String(owedData.length)} 项数据`] : []),
  ].join('，') || '数据已齐';

/** 进度: each group as a bar, the days that are left, and whom to remind. */
export const ProgressBoard = ({ view, onExtend }: { view: CycleView; onExtend: () => void }): ReactNode => {
  const { cycle, sheets } = view;
  const manages = view.acts.includes('close');
  const remind = useFileCommand('evaluation.exportReminders', ({ name }) => `已导出“${name}”`);
  const left = daysBetween(dayOfMs(Date.now()), cycle.endsOn);
  const owing = sheets.filter(({ progress }) => progress.done < progress.total).length;
  return (
    <section className="mz-card mz-board" aria-label="评分进度">
      {cycle.groups.map((group) => {
        const own = sheets.filter(({ groupId }) => groupId === group.id);
        if (own.length === 0) return null;
        return (
          <div key={group.id}>
            <span>
              {group.name}
              <span className="mz-muted"> {own.length > 1 ? `${String(own.length)} 名评分人` : ''}</span>
            </span>
            <ProgressBar progress={addProgress(own.map(({ progress }) => progress))} />
          </div>
        );
      })}
      {cycle.state === 'scoring' && (
        <div>
          <span>
            截止 <Deadline day={cycle.endsOn} left={left} />
            <span className="mz-muted">，{stillOwed(owing, view)}</span>
          </span>
          {manages && (
            <span style={{ display: 'flex', gap: 8 }}>
              <Dropdown
                trigger={['click']}
                disabled={owing === 0}
                menu={{
                  items: [
                    { key: 'word', label: '打印用（Word）' },
                    { key: 'excel', label: '逐人核对用（Excel）' },
                  ],
                  onClick: ({ key }) =>
                    remind.mutate({ id: cycle.id, format: key === 'word' ? 'word' : 'excel' }),
                }}
              >
                <Button size="small" loading={remind.isPending}>
                  催评单
                </Button>
              </Dropdown>
              <Button size="small" onClick={onExtend}>
                全部延期
              </Button>
            </span>
          )}
        </div>
      )}
    </section>
  );
};
