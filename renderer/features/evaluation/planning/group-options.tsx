import { Checkbox, InputNumber, Space, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { RaterGroup, Trim } from '../../../../shared/features/evaluation/schema.ts';

interface GroupOptionsProps {
  readonly group: RaterGroup;
  readonly locked: boolean;
  readonly onChange: (change: Pick<RaterGroup, 'anonymous' | 'minRaters' | 'trim'>) => void;
}

const USUAL_TRIM: Trim = { highest: 1, lowest: 1, from: 5 };

interface CountProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly label: string;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

const Count = ({ value, min, max, label, disabled, onChange }: CountProps): ReactNode => (
  <InputNumber
    size="small"
    style={{ width: 56 }}
    value={value}
    min={min}
    max={max}
    precision={0}
    disabled={disabled}
    aria-label={label}
    onChange={(next) => {
      if (next !== null) onChange(next);
    }}
  />
);

/** How a group's marks count: without names, from how many raters on, without the highest and the lowest. */
export const GroupOptions = ({ group, locked, onChange }: GroupOptionsProps): ReactNode => {
  const { anonymous, minRaters, trim, name } = group;
  const set = (change: Partial<Pick<RaterGroup, 'anonymous' | 'minRaters' | 'trim'>>): void =>
    onChange({ anonymous, minRaters, trim, ...change });
  const trimmed = trim ?? USUAL_TRIM;
  const setTrim = (change: Partial<Trim>): void => {
    const next = { ...trimmed, ...change };
    // Fewer raters than are taken out would leave no mark to reckon with.
    set({ trim: { ...next, from: Math.max(next.from, next.highest + next.lowest + 1, 2) } });
  };
  return (
    <div className="mz-group-wide mz-group-options">
      <Space size={8}>
        <Switch
          size="small"
          checked={anonymous}
          disabled={locked}
          aria-label={`${name}匿名评分`}
          onChange={(checked) => set({ anonymous: checked })}
        />
        <span>
          匿名评分
          <span className="mz-muted"> 谁评的任何人都看不到，收卷后永久封存；每个对象至少 3 人评</span>
        </span>
      </Space>
      <Space size={6} wrap>
        <span>每个对象至少</span>
        <Count
          value={minRaters}
          min={1}
          max={500}
          label={`${name}的最少评分人数`}
          disabled={locked}
          onChange={(value) => set({ minRaters: value })}
        />
        <span>
          人评完才计入<span className="mz-muted"> 不足的按“有人没有评时”处理</span>
        </span>
      </Space>
      <Space size={6} wrap>
        <Checkbox
          checked={trim !== null}
          disabled={locked}
          onChange={(event) => set({ trim: event.target.checked ? USUAL_TRIM : null })}
        >
          每项去掉
        </Checkbox>
        <Count
          value={trimmed.highest}
          min={0}
          max={10}
          label={`${name}去掉的最高分个数`}
          disabled={locked || trim === null}
          onChange={(highest) => setTrim({ highest })}
        />
        <span>个最高分、</span>
        <Count
          value={trimmed.lowest}
          min={0}
          max={10}
          label={`${name}去掉的最低分个数`}
          disabled={locked || trim === null}
          onChange={(lowest) => setTrim({ lowest })}
        />
        <span>个最低分，评分人满</span>
        <Count
          value={trimmed.from}
          min={trimmed.highest + trimmed.lowest + 1}
          max={500}
          label={`${name}去高低分的起算人数`}
          disabled={locked || trim === null}
          onChange={(from) => setTrim({ from })}
        />
        <span>人时才去</span>
      </Space>
    </div>
  );
};
