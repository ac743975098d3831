import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { DutyView } from '../../../../shared/features/duties/channels.ts';
import {
  dutyHolderSchema,
  dutyItemsSchema,
  dutyListSchema,
  holderKey,
  holderKindLabels,
} from '../../../../shared/features/duties/schema.ts';
import { addDays, dayOfMs, daySchema } from '../../../../shared/kernel/dates.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { blankItem, ItemsTable } from './items-table.tsx';

const changeSchema = z.object({
  appliesFrom: daySchema,
  why: textSchema('修改原因', 200),
  items: dutyItemsSchema,
});

/** 修改: a new version from a day on; the earlier one stays as it was for the days before. */
export const ChangeDrawer = ({
  view,
  onClose,
}: {
  readonly view: DutyView;
  readonly onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const change = useCommand('duties.change');
  const { record } = view;
  const last = record.versions.at(-1);
  const today = dayOfMs(Date.now());
  const form = useZodForm({
    schema: changeSchema,
    initial: {
      appliesFrom: last && last.appliesFrom >= today ? addDays(last.appliesFrom, 1) : today,
      why: '',
      items: last?.items ?? [],
    },
    draftKey: `duties.change:${record.id}:${String(record.rev)}`,
    onSubmit: async (value) => {
      await change.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done(`《${record.title}》有了新的一版`);
      onClose();
    },
  });
  return (
    <ActDrawer
      title={`修改：${record.title}`}
      about="改好的内容从下面的日期起执行；这一天以前仍按原来的版本，检查和问责时不会混。"
      onClose={onClose}
      size={1040}
    >
      <ZodForm of={form} wide>
        <FormRow>
          <Field name="appliesFrom" label="从哪天起执行">
            <DayInput />
          </Field>
          <Field name="why" label="修改原因">
            <Input maxLength={200} placeholder="如 校长办公会研究调整" />
          </Field>
        </FormRow>
        <Field name="items" label="职责">
          <ItemsTable />
        </Field>
        <FormActions submit="保存为新的一版" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const newSchema = z.object({
  holderKey: z.string({ error: '请选择岗位或机构' }).min(1, '请选择岗位或机构'),
  title: dutyListSchema.shape.title,
  appliesFrom: daySchema,
  items: dutyItemsSchema,
});
const someText = z.string();

const holderOf = (key: string): z.infer<typeof dutyHolderSchema> => {
  const [kind, ...rest] = key.split(':');
  return dutyHolderSchema.parse(kind === 'head' ? { kind } : { kind, id: rest.join(':') });
};

/** 新写一份: for a post or a body that has none, and for which the library has nothing. */
export const NewListDrawer = ({
  onClose,
  onSaved,
}: {
  readonly onClose: () => void;
  readonly onSaved: (view: DutyView) => void;
}): ReactNode => {
  const toast = useToast();
  const create = useCommand('duties.create');
  const library = useCall('duties.library', {});
  const offers = library.data?.offers ?? [];
  const form = useZodForm({
    schema: newSchema,
    initial: { title: '', appliesFrom: dayOfMs(Date.now()), items: [blankItem] },
    draftKey: 'duties.create',
    onSubmit: async ({ holderKey: key, ...value }) => {
      const view = await create.mutateAsync({ holder: holderOf(key), ...value });
      toast.done(`已建立《${value.title}》`);
      onClose();
      onSaved(view);
    },
  });
  const title = useWatched(form, 'title', someText, '');
  return (
    <ActDrawer
      title="新写一份岗位职责"
      about="只列出还没有职责的岗位、机构和班主任。"
      onClose={onClose}
      size={1040}
    >
      <ZodForm of={form} wide>
        <FormRow>
          <Field name="holderKey" label="岗位或机构">
            <HolderChoice
              options={offers.map(({ holder, called }) => ({
                value: holderKey(holder),
                label: `${called}（${holderKindLabels[holder.kind]}）`,
                called,
              }))}
              onChosen={(called, kind) => {
                if (title === '' || title.endsWith('职责'))
                  fillIn(form, { title: `${called}${kind === 'body' ? '职责' : '岗位职责'}` });
              }}
            />
          </Field>
          <Field name="title" label="名称">
            <Input maxLength={40} />
          </Field>
          <Field name="appliesFrom" label="从哪天起执行">
            <DayInput />
          </Field>
        </FormRow>
        <Field name="items" label="职责">
          <ItemsTable />
        </Field>
        <FormActions submit="建立" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const HolderChoice = ({
  options,
  value,
  onChange,
  onChosen,
  id,
}: {
  readonly options: readonly { readonly value: string; readonly label: string; readonly called: string }[];
  readonly value?: string;
  readonly onChange?: (key: string) => void;
  readonly onChosen: (called: string, kind: string) => void;
  readonly id?: string;
}): ReactNode => (
  <Select<string>
    {...(id === undefined ? {} : { id })}
    {...(value === undefined ? {} : { value })}
    placeholder="请选择"
    showSearch={{ optionFilterProp: 'label' }}
    options={options.map(({ value: key, label }) => ({ value: key, label }))}
    onChange={(key) => {
      onChange?.(key);
      const chosen = options.find((one) => one.value === key);
      if (chosen) onChosen(chosen.called, key.split(':')[0] ?? '');
    }}
  />
);
