import './evaluation.css';
import { Alert, Button, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import { dimensionsOf } from '../../../../shared/features/evaluation/rating.ts';
import {
  raterKindLabels,
  whenAbsentLabels,
  type RaterGroup,
} from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView, RaterProgress } from '../../../../shared/features/evaluation/views.ts';
import { useCommand } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { AssignmentDrawer } from '../planning/assignment-drawer.tsx';
import { assignmentWords } from '../planning/assignment-rule.tsx';
import { ExtendForm } from '../planning/extend-form.tsx';
import { GroupSheets, type SheetAct } from '../planning/group-sheets.tsx';
import { ProgressBoard } from '../planning/progress-board.tsx';
import { WithdrawForm } from '../planning/withdraw-form.tsx';

const optionWords = ({ anonymous, minRaters, trim }: RaterGroup): string[] => [
  ...(anonymous ? ['匿名'] : []),
  ...(minRaters > 1 ? [`至少 ${String(minRaters)} 人评完才计入`] : []),
  ...(trim
    ? [`满 ${String(trim.from)} 人去 ${String(trim.highest)} 个最高分、${String(trim.lowest)} 个最低分`]
    : []),
];

const hasRaters = ({ kind }: RaterGroup): boolean => kind !== 'self' && kind !== 'data';

type Open =
  | { readonly kind: 'assign'; readonly groupId: string }
  | { readonly kind: 'extend'; readonly sheet: RaterProgress | null }
  | { readonly kind: 'withdraw'; readonly sheet: RaterProgress; readonly raterId: string };

/** The rater groups with their weights and rules, who rates whom, and how far each rater is. */
export const GroupsTab = ({ view }: { view: CycleView }): ReactNode => {
  const { cycle, content, sheets } = view;
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const [owing, setOwing] = useState(false);
  const restore = useCommand('evaluation.restoreRater', {
    onError: toast.failed,
    onSuccess: () => toast.done('已恢复评分'),
  });
  if (cycle.groups.length === 0)
    return <EmptyState title="还没有评分组" about="在“方案”里添加评分组，写明谁来评、各占多少。" />;
  const close = (): void => setOpen(null);
  const assigning = open?.kind === 'assign' ? cycle.groups.find(({ id }) => id === open.groupId) : undefined;
  const onAct = (act: SheetAct, sheet: RaterProgress): void => {
    const { raterId, groupId } = sheet;
    if (raterId === null) return;
    if (act === 'extend') setOpen({ kind: 'extend', sheet });
    else if (act === 'withdraw') setOpen({ kind: 'withdraw', sheet, raterId });
    else restore.mutate({ id: cycle.id, rev: cycle.rev, groupId, raterId });
  };
  const assignable = view.acts.includes('savePlan') && cycle.subjects.length > 0;
  return (
    <div className="mz-groups">
      {cycle.state === 'draft' ? (
        <Alert
          type="info"
          showIcon
          title="考核还在筹备。开始评分以后，各人的评分表在这里打开，进度也在这里看。"
        />
      ) : (
        <ProgressBoard view={view} onExtend={() => setOpen({ kind: 'extend', sheet: null })} />
      )}
      <p className="mz-muted mz-groups-head">
        <span>有人没有评时：{whenAbsentLabels[cycle.whenAbsent]}。</span>
        {cycle.state === 'scoring' && (
          <label>
            <Switch size="small" checked={owing} onChange={setOwing} /> 只看没评完的
          </label>
        )}
      </p>
      {cycle.groups.map((group) => {
        const own = sheets.filter(
          ({ groupId, progress }) => groupId === group.id && (!owing || progress.done < progress.total),
        );
        return (
          <section key={group.id} className="mz-card mz-group" aria-label={group.name}>
            <header>
              <h3>{group.name}</h3>
              <span>权重 {formatWeight(group.weight)}</span>
              {group.name !== raterKindLabels[group.kind] && (
                <span className="mz-muted">{raterKindLabels[group.kind]}</span>
              )}
              <span className="mz-muted">
                {[
                  group.dimensionIds === null
                    ? '评全部维度'
                    : `评 ${dimensionsOf(content, group)
                        .map(({ name }) => name)
                        .join('、')}`,
                  ...(hasRaters(group) ? [assignmentWords(group.assignment)] : []),
                  ...optionWords(group),
                ].join('；')}
              </span>
              {hasRaters(group) && assignable && (
                <Button
                  size="small"
                  style={{ marginLeft: 'auto' }}
                  onClick={() => setOpen({ kind: 'assign', groupId: group.id })}
                >
                  谁评谁
                </Button>
              )}
            </header>
            {own.length > 0 ? (
              <GroupSheets view={view} sheets={own} onAct={onAct} />
            ) : (
              <p className="mz-muted">
                {group.kind === 'data'
                  ? '由数据按公式计算，没有要填的评分表。'
                  : owing
                    ? '都已评完。'
                    : '还没有评分人。'}
              </p>
            )}
          </section>
        );
      })}
      {assigning && <AssignmentDrawer view={view} group={assigning} onClose={close} />}
      {open?.kind === 'extend' && <ExtendForm view={view} sheet={open.sheet} onClose={close} />}
      {open?.kind === 'withdraw' && (
        <WithdrawForm view={view} sheet={open.sheet} raterId={open.raterId} onClose={close} />
      )}
    </div>
  );
};
