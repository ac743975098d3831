import { ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  itemKindLabels,
  publicityItemSchema,
  type PublicityKind,
} from '../../../../shared/features/publicity/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';
import type { TypedItem } from './compose-values.ts';

const kinds = publicityItemSchema.shape.personKind.options.map((value) => ({
  value,
  label: itemKindLabels[value],
}));

/** The lines of a publicity: those of decisions bear the name of the decision, the others are typed. */
export const ItemRows = ({
  items,
  kind,
  onItems,
}: {
  items: readonly TypedItem[];
  kind: PublicityKind;
  onItems: (items: TypedItem[]) => void;
}): ReactNode => {
  const without = (place: number): TypedItem[] => items.filter((_one, at) => at !== place);
  const up = (place: number): void => {
    const moved = items[place];
    if (moved) onItems(without(place).toSpliced(place - 1, 0, moved));
  };
  const set = (place: number, change: Partial<TypedItem>): void =>
    onItems(items.map((item, at) => (at === place ? { ...item, ...change } : item)));
  return (
    <ol className="mz-notice-rows" aria-label="公示的各项">
      {items.map((item, place) => {
        const label = `第 ${String(place + 1)} 项`;
        const isLine = kind === 'overall';
        return (
          <li key={place} aria-label={label}>
            <header>
              <strong>{place + 1}</strong>
              {item.sanctionId !== null && (
                <span>
                  {item.name} <span className="mz-muted">{itemKindLabels[item.personKind]}，来自决定</span>
                </span>
              )}
              <span className="mz-notice-rows-acts">
                {place > 0 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined />}
                    aria-label={`${label}上移`}
                    onClick={() => up(place)}
                  />
                )}
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`去掉${label}`}
                  onClick={() => onItems(without(place))}
                />
              </span>
            </header>
            {item.sanctionId === null && !isLine && (
              <FormRow>
                <Field name={`items.${String(place)}.personKind`} label="对象类别">
                  <Select options={kinds} disabled={item.personId !== null} />
                </Field>
                <Field
                  name={`items.${String(place)}.name`}
                  label="姓名或名称"
                  optional
                  help={item.personKind === 'pupil' ? pupilHelp(kind) : undefined}
                >
                  <Input maxLength={60} disabled={item.personId !== null} autoComplete="off" />
                </Field>
              </FormRow>
            )}
            <Field name={`items.${String(place)}.text`} label="公示内容">
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={500} />
            </Field>
            {item.personKind === 'pupil' && kind === 'honour' && (
              <Consent place={place} item={item} onChange={(consent) => set(place, { consent })} />
            )}
          </li>
        );
      })}
    </ol>
  );
};

const pupilHelp = (kind: PublicityKind): string =>
  kind === 'honour' ? '监护人同意以后才写姓名，否则写“我校一名学生”。' : '一律写作“我校一名学生”。';

/** 监护人同意: who agreed, and on which day. */
const Consent = ({
  place,
  item,
  onChange,
}: {
  place: number;
  item: TypedItem;
  onChange: (consent: TypedItem['consent']) => void;
}): ReactNode =>
  item.consent === null ? (
    <Button
      size="small"
      style={{ marginBottom: 14 }}
      onClick={() => onChange({ guardian: '', on: dayOfMs(Date.now()) })}
    >
      监护人同意写姓名
    </Button>
  ) : (
    <>
      <FormRow>
        <Field name={`items.${String(place)}.consent.guardian`} label="同意的监护人">
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name={`items.${String(place)}.consent.on`} label="同意日期">
          <DayInput />
        </Field>
      </FormRow>
      <Button
        size="small"
        style={{ marginBottom: 14 }}
        aria-label={`没有同意：撤回第 ${String(place + 1)} 项的监护人同意`}
        onClick={() => onChange(null)}
      >
        没有同意
      </Button>
    </>
  );
