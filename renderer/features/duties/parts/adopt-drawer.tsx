import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { holderKey, holderKindLabels } from '../../../../shared/features/duties/schema.ts';
import { dayOfMs, isDay } from '../../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import './duties.css';

type Offer = ChannelOutput<'duties.library'>['offers'][number];

/** 从库中采用: every post, body and head of class without duties, with what the library has for it. */
export const AdoptDrawer = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const library = useCall('duties.library', {});
  return (
    <ActDrawer
      title="从职责库中采用"
      about="下面是还没有职责的岗位和机构。采用后归学校所有，可以随时修改，程序升级不会改动。"
      onClose={onClose}
    >
      <Loaded query={library}>{({ offers }) => <Offers offers={offers} onClose={onClose} />}</Loaded>
    </ActDrawer>
  );
};

const Offers = ({
  offers,
  onClose,
}: {
  readonly offers: readonly Offer[];
  readonly onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const fitting = offers.flatMap(({ entry, ...offer }) => (entry ? [{ ...offer, entry }] : []));
  const without = offers.filter(({ entry }) => entry === null);
  // Posts that nobody holds are offered, and not ticked: duties without a holder are a gap.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(fitting.filter(({ people }) => people > 0).map(({ holder }) => holderKey(holder))),
  );
  const [appliesFrom, setAppliesFrom] = useState<string | null>(dayOfMs(Date.now()));
  const adopt = useCommand('duties.adopt', {
    onSuccess: ({ adopted }) => {
      toast.done(`已采用 ${String(adopted)} 份岗位职责`);
      onClose();
    },
  });
  const from = appliesFrom !== null && isDay(appliesFrom) ? appliesFrom : null;
  if (offers.length === 0)
    return <EmptyState title="都有职责了" about="每个岗位、机构和班主任都已有岗位职责，可以逐份修改。" />;
  return (
    <>
      {adopt.error && <ErrorNotice problem={adopt.error} />}
      <div className="mz-duty-from">
        <span>从哪天起执行</span>
        <DayInput aria-label="从哪天起执行" value={appliesFrom} onChange={setAppliesFrom} />
      </div>
      <ul className="mz-duty-offers">
        {fitting.map(({ holder, called, people, entry }) => {
          const key = holderKey(holder);
          return (
            <li key={key}>
              <Checkbox
                checked={chosen.has(key)}
                onChange={({ target }) => {
                  const next = new Set(chosen);
                  if (target.checked) next.add(key);
                  else next.delete(key);
                  setChosen(next);
                }}
              >
                <strong>{called}</strong>
                <span className="mz-muted">
                  {' '}
                  {holderKindLabels[holder.kind]}，现有 {people} 人；{entry.title}，{entry.items} 项
                </span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
      {without.length > 0 && (
        <p className="mz-muted">库里没有、需要自己写的：{without.map(({ called }) => called).join('、')}。</p>
      )}
      <div className="mz-record-acts">
        <Button
          type="primary"
          disabled={chosen.size === 0 || from === null}
          loading={adopt.isPending}
          onClick={() => {
            if (from === null) return;
            adopt.mutate({
              appliesFrom: from,
              choices: fitting
                .filter(({ holder }) => chosen.has(holderKey(holder)))
                .map(({ holder, entry }) => ({ holder, key: entry.key })),
            });
          }}
        >
          采用所选 {chosen.size} 份
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </>
  );
};
