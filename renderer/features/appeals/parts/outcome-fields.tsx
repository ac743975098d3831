import { Checkbox, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { AppealView } from '../../../../shared/features/appeals/channels.ts';
import {
  flawLabels,
  flawSchema,
  outcomeLabels,
  outcomeSchema,
  type AppealOutcome,
} from '../../../../shared/features/appeals/kinds.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field } from '../../../ui/form/zod-form.tsx';
import type { ItemChange } from './outcome-values.ts';
import { Ticks } from './ticks.tsx';

const about: Readonly<Record<AppealOutcome, string>> = {
  uphold: '原决定事实清楚、依据正确、程序合法、处理恰当，继续执行。',
  change: '事实清楚，但是处理不当：改为较轻的处理，或者撤销其中一部分。',
  annul: '事实不清、证据不足，违反程序影响公正，超越或者滥用职权：全部撤销。',
};

/** 维持, 变更 or 撤销, for each measure what becomes of it, and why. */
export const OutcomeFields = ({ view, outcome }: { view: AppealView; outcome: AppealOutcome }): ReactNode => (
  <>
    <Field name="outcome" label="处理结果">
      <Ways
        of={outcomeSchema.options.map((value) => ({
          value,
          label: outcomeLabels[value],
          about: about[value],
        }))}
      />
    </Field>
    {outcome === 'change' && (
      <Field
        name="changes"
        label="怎样变更"
        help={view.appeal.inside ? '只列出不重于原处理的措施。' : '按主管部门的决定填写。'}
      >
        <ChangesField view={view} />
      </Field>
    )}
    {outcome !== 'uphold' && (
      <Field name="flaws" label={`${outcomeLabels[outcome]}的理由`}>
        <Ticks of={flawSchema.options.map((value) => ({ value, label: flawLabels[value] }))} />
      </Field>
    )}
    {outcome === 'annul' && (
      <Field name="redo" label="重新处理" valueProp="checked" optional>
        <Checkbox>责令重新处理：撤销后重新办理这件事项，不得加重</Checkbox>
      </Field>
    )}
  </>
);

const acts = [
  { value: 'keep', label: '维持' },
  { value: 'replace', label: '变更为' },
  { value: 'drop', label: '撤销' },
];

const ChangesField = ({
  view: { appeal, lighter },
  value = [],
  onChange,
  id,
}: {
  view: AppealView;
  value?: readonly ItemChange[];
  onChange?: (changes: ItemChange[]) => void;
  id?: string;
}): ReactNode => (
  <div {...(id === undefined ? {} : { id })} tabIndex={-1}>
    {appeal.items.map(({ itemId, measureName }) => {
      const held = value.find((each) => each.itemId === itemId) ?? {
        itemId,
        act: 'keep' as const,
        measureCode: '',
        days: null,
      };
      const change = (next: Partial<ItemChange>): void =>
        onChange?.([...value.filter((each) => each.itemId !== itemId), { ...held, ...next }]);
      const measures = lighter.find((each) => each.itemId === itemId)?.measures ?? [];
      const maxDays = measures.find(({ code }) => code === held.measureCode)?.maxDays ?? null;
      return (
        <div key={itemId} role="group" aria-label={measureName} style={{ marginBottom: 10 }}>
          <p style={{ marginBottom: 6 }}>{measureName}</p>
          <Radio.Group
            optionType="button"
            value={held.act}
            aria-label={`${measureName}的处理`}
            options={acts}
            onChange={({ target }) => {
              const chosen = acts.find((each) => each.value === target.value)?.value;
              if (chosen === 'keep' || chosen === 'replace' || chosen === 'drop') change({ act: chosen });
            }}
          />
          {held.act === 'replace' && (
            <div className="mz-record-acts">
              <Select<string>
                style={{ minWidth: 260 }}
                showSearch={{ optionFilterProp: 'label' }}
                value={held.measureCode === '' ? null : held.measureCode}
                aria-label={`${measureName}变更为`}
                placeholder={measures.length === 0 ? '没有更轻的措施，请选撤销' : '选择措施'}
                onChange={(measureCode) => change({ measureCode, days: null })}
                options={measures.map(({ code, name }) => ({ value: code, label: name }))}
              />
              {maxDays !== null && (
                <InputNumber
                  min={1}
                  max={maxDays}
                  value={held.days}
                  suffix="天"
                  aria-label="天数"
                  onChange={(days) => change({ days })}
                />
              )}
            </div>
          )}
        </div>
      );
    })}
  </div>
);
