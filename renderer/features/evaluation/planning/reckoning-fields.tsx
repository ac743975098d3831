import { Checkbox, InputNumber, Radio, Space } from 'antd';
import type { ReactNode } from 'react';
import type { CyclePlan } from '../../../../shared/features/evaluation/channels.ts';
import {
  rankWithinLabels,
  rankWithinSchema,
  type Quota,
} from '../../../../shared/features/evaluation/schema.ts';
import { Field } from '../../../ui/form/zod-form.tsx';
import { HundredthsInput } from '../parts/hundredths-input.tsx';

interface Control<T> {
  readonly value?: T;
  readonly onChange?: (value: T) => void;
  readonly id?: string;
  readonly disabled: boolean;
}

type Standardise = CyclePlan['standardise'];
const USUAL_SPREAD = { mean: 8000, spread: 800 };

const StandardiseField = ({ value = null, onChange, id, disabled }: Control<Standardise>): ReactNode => {
  const shown = value ?? USUAL_SPREAD;
  return (
    <div id={id} tabIndex={-1}>
      <Space size={6} wrap>
        <Checkbox
          checked={value !== null}
          disabled={disabled}
          onChange={(event) => onChange?.(event.target.checked ? USUAL_SPREAD : null)}
        >
          把每个评分组的得分换算成均值
        </Checkbox>
        <HundredthsInput
          value={shown.mean}
          width={64}
          label="标准化均值"
          disabled={disabled || value === null}
          onChange={(mean) => onChange?.({ ...shown, mean })}
        />
        <span>、标准差</span>
        <HundredthsInput
          value={shown.spread}
          width={64}
          label="标准差"
          disabled={disabled || value === null}
          onChange={(spread) => onChange?.({ ...shown, spread })}
        />
        <span>分</span>
      </Space>
    </div>
  );
};

const USUAL_QUOTA: Quota = { share: 2000, by: 'all', poolBelow: 5, floor: 0, approval: '' };

const QuotaField = ({ value = null, onChange, id, disabled }: Control<Quota | null>): ReactNode => {
  const quota = value ?? USUAL_QUOTA;
  const off = disabled || value === null;
  const set = (change: Partial<Quota>): void => onChange?.({ ...quota, ...change });
  return (
    <div id={id} tabIndex={-1} style={{ display: 'grid', gap: 8 }}>
      <Space size={6} wrap>
        <Checkbox
          checked={value !== null}
          disabled={disabled}
          onChange={(event) => onChange?.(event.target.checked ? USUAL_QUOTA : null)}
        >
          最高等次不超过参加人数的
        </Checkbox>
        <HundredthsInput
          value={quota.share}
          suffix="%"
          label="优秀比例"
          disabled={off}
          onChange={(share) => set({ share })}
        />
      </Space>
      {value !== null && (
        <>
          <Radio.Group
            disabled={disabled}
            value={quota.by}
            options={[
              { value: 'all', label: '全体一起算' },
              { value: 'group', label: '按排名范围分别算' },
            ]}
            onChange={(event) => set({ by: event.target.value === 'group' ? 'group' : 'all' })}
          />
          {quota.by === 'group' && (
            <Space size={6} wrap>
              <span>不足</span>
              <InputNumber
                size="small"
                style={{ width: 56 }}
                min={0}
                max={100}
                precision={0}
                value={quota.poolBelow}
                disabled={disabled}
                aria-label="合并计算的人数"
                onChange={(poolBelow) => set({ poolBelow: poolBelow ?? 0 })}
              />
              <span>人的合并计算；其余每个范围至少</span>
              <InputNumber
                size="small"
                style={{ width: 56 }}
                min={0}
                max={10}
                precision={0}
                value={quota.floor}
                disabled={disabled}
                aria-label="每个范围的最少名额"
                onChange={(floor) => set({ floor: floor ?? 0 })}
              />
              <span>个名额</span>
            </Space>
          )}
        </>
      )}
    </div>
  );
};

const SampleField = ({ value = 3, onChange, id, disabled }: Control<number>): ReactNode => (
  <InputNumber
    {...(id === undefined ? {} : { id })}
    min={1}
    max={50}
    precision={0}
    value={value}
    disabled={disabled}
    suffix="人"
    onChange={(next) => {
      if (next !== null) onChange?.(next);
    }}
  />
);

/** How results come about: among whom people are compared, and how many can be the best. */
export const ReckoningFields = ({ disabled }: { disabled: boolean }): ReactNode => (
  <>
    <Field name="rankWithin" label="在什么范围内排名">
      <Radio.Group
        disabled={disabled}
        options={rankWithinSchema.options.map((value) => ({ value, label: rankWithinLabels[value] }))}
      />
    </Field>
    <Field
      name="standardise"
      label="组内标准化"
      help="各组宽严差别大时用：宽的组和严的组换算到同一把尺子上再加权。"
    >
      <StandardiseField disabled={disabled} />
    </Field>
    <Field name="quota" label="优秀名额" help="超过名额的按总分从高到低取，同分的一并列出，由校准会决定。">
      <QuotaField disabled={disabled} />
    </Field>
    <Field
      name="minSample"
      label="评分组平均分的最少人数"
      help="评分人少于这个数的，谁也看不到这一组的平均分，以免看出是谁评的。"
    >
      <SampleField disabled={disabled} />
    </Field>
  </>
);
