import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../../api.ts';
import { useCall } from '../../../app/calls.ts';
import { problemOf } from '../../../ui/feedback/problem.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import type { TypedItem } from './compose-values.ts';
import { excellentItems } from './excellent-items.ts';

/** Kinds of evaluation that are about members of staff. */
const ofStaff: readonly string[] = ['leader', 'middle', 'teacher', 'support'];

/** 优秀等次: taken over from an evaluation whose results are confirmed. */
export const ExcellentFields = ({
  onFound,
}: {
  onFound: (items: readonly TypedItem[]) => void;
}): ReactNode => {
  const toast = useToast();
  const cycles = useCall('evaluation.cycles', {});
  const [chosen, setChosen] = useState<string>();
  const [taking, setTaking] = useState(false);
  const confirmed = (cycles.data?.cycles ?? []).filter(
    ({ state, kind }) => state === 'confirmed' && ofStaff.includes(kind),
  );
  if (confirmed.length === 0) return null;
  const take = async (): Promise<void> => {
    if (chosen === undefined) return;
    setTaking(true);
    try {
      const { rows, cycleName } = await call('evaluation.results', { cycleId: chosen });
      const found = excellentItems(rows);
      onFound(found);
      toast.done(
        found.length > 0
          ? `已从“${cycleName}”列入 ${String(found.length)} 人`
          : `“${cycleName}”里没有优秀等次的人`,
      );
    } catch (cause) {
      toast.failed(problemOf(cause));
    } finally {
      setTaking(false);
    }
  };
  return (
    <div className="mz-overall" role="group" aria-label="从考核结果列入">
      <label className="mz-overall-wide">
        从考核结果列入
        <Select
          aria-label="选择考核"
          placeholder="选择已确认结果的考核"
          value={chosen ?? null}
          onChange={(id: string) => setChosen(id)}
          options={confirmed.map(({ id, name, period }) => ({
            value: id,
            label: period === '' ? name : `${name}（${period}）`,
          }))}
        />
      </label>
      <Button onClick={() => void take()} loading={taking} disabled={chosen === undefined}>
        列入优秀等次的人
      </Button>
    </div>
  );
};
