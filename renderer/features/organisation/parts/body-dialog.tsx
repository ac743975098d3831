import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { saveBodyInput, type BodyView } from '../../../../shared/features/organisation/bodies/channels.ts';
import {
  bodyKindLabels,
  bodyKindSchema,
  bodyPowerLabels,
  bodyPowerSchema,
  decidesCases,
  usualPowers,
  type BodyKind,
} from '../../../../shared/features/organisation/bodies/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { TickBoxes } from '../../cases/parts/tick-boxes.tsx';

const someKind = bodyKindSchema.optional();
const someName = z.string();

/** A body, new or known: what it is and what it may do. */
export const BodyDialog = ({
  of,
  onClose,
  onSaved,
}: {
  /** Null for a new one. */
  readonly of: BodyView | null;
  readonly onClose: () => void;
  readonly onSaved?: (view: BodyView) => void;
}): ReactNode => {
  const toast = useToast();
  const save = useCommand('organisation.saveBody');
  const form = useZodForm({
    schema: saveBodyInput,
    initial: of?.record ?? { powers: [], foundedOn: dayOfMs(Date.now()) },
    onSubmit: async (input) => {
      const view = await save.mutateAsync(input);
      toast.done(of ? `已保存${input.name}` : `已设立${input.name}`);
      onClose();
      onSaved?.(view);
    },
  });
  const kind = useWatched(form, 'kind', someKind, undefined);
  const name = useWatched(form, 'name', someName, '');
  const choose = (next: BodyKind): void => {
    // A name that was only taken over from the kind follows it.
    const ownName = name !== '' && !Object.values<string>(bodyKindLabels).includes(name);
    fillIn(form, {
      powers: [...usualPowers[next]],
      ...(ownName || next === 'other' ? {} : { name: bodyKindLabels[next] }),
    });
  };
  return (
    <FormDialog title={of ? `机构：${of.record.name}` : '设立机构'} onClose={onClose}>
      <ZodForm of={form}>
        <FormRow>
          <Field name="kind" label="类别">
            <KindChoice onChosen={choose} />
          </Field>
          <Field name="name" label="机构名称">
            <Input autoComplete="off" maxLength={40} />
          </Field>
        </FormRow>
        <Field
          name="powers"
          label="职权"
          help="办案时按职权带入：有“研究决定”的列为集体研究的机构，有“核实与调查”“办理申诉与复核”的可以选为办案人员。"
        >
          <TickBoxes
            of={bodyPowerSchema.options.map((power) => ({
              id: power,
              name: bodyPowerLabels[power],
              bar:
                power === 'decide' && kind !== undefined && !decidesCases(kind)
                  ? '限校长办公会、领导小组、党组织会议'
                  : undefined,
            }))}
          />
        </Field>
        <FormRow>
          <Field name="foundedOn" label="成立日期">
            <DayInput />
          </Field>
          <Field name="basis" label="成立依据" optional>
            <Input maxLength={100} placeholder="如 校发〔2026〕3号" />
          </Field>
        </FormRow>
        <Field name="duties" label="职责" optional help="写入机构设置一览表。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Field>
        <FormActions submit={of ? '保存' : '设立机构'} onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};

const KindChoice = ({
  value,
  onChange,
  onChosen,
  id,
}: {
  readonly value?: BodyKind;
  readonly onChange?: (kind: BodyKind) => void;
  readonly onChosen: (kind: BodyKind) => void;
  readonly id?: string;
}): ReactNode => (
  <Select<BodyKind>
    {...(id === undefined ? {} : { id })}
    {...(value === undefined ? {} : { value })}
    placeholder="请选择"
    showSearch={{ optionFilterProp: 'label' }}
    options={bodyKindSchema.options.map((each) => ({ value: each, label: bodyKindLabels[each] }))}
    onChange={(next) => {
      onChange?.(next);
      onChosen(next);
    }}
  />
);
