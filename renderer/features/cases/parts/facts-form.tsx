import { Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { establishInput } from '../../../../shared/features/cases/inputs.ts';
import type { Route } from '../../../../shared/features/cases/states.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StaffPeoplePicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';
import { useCaseStandards } from './case-standards.ts';
import './forms.css';
import { GravityFields } from './gravity-fields.tsx';
import type { ActFormProps } from './opened.ts';
import { TeamCheck } from './team-check.tsx';

const schema = establishInput.omit({ id: true, rev: true });
const someIds = z.array(z.string());

const checkersHelp: Readonly<Record<Route, string>> = {
  light: '不少于两人；当事人、反映人和有利害关系的人不能参加。',
  ordinary: '初步核实不少于两人；当事人、反映人和有利害关系的人不能参加。',
  transferred: '不少于两人；当事人、反映人和有利害关系的人不能参加。',
  pupil: '轻微的可以一人核实；拟给予第十条惩戒或者纪律处分的，不少于两人。',
};

/** 确认事实: what was found, by whom, and how grave it is. */
export const FactsForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const establish = useCaseCommand('cases.establishFacts');
  const standards = useCaseStandards(record);
  const form = useZodForm({
    schema,
    initial: {
      facts: record.facts,
      establishedOn: record.establishedOn ?? dayOfMs(Date.now()),
      checkerIds: record.checkers.map(({ id }) => id),
      ...(record.gravity ? { gravity: record.gravity } : {}),
    },
    draftKey: `cases.establish:${record.id}`,
    onSubmit: async (value) => {
      await establish.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已确认事实');
      onClose();
    },
  });
  const checkers = useWatched(form, 'checkerIds', someIds, []);
  return (
    <ActDrawer
      title="确认事实"
      about={
        record.establishedOn === null
          ? '写明核实清楚的事实。'
          : '写明核实清楚的事实。重新确认后，已作的告知和陈述要按新的事实再做一遍。'
      }
      onClose={onClose}
      size={860}
    >
      <ZodForm of={form} wide>
        <Field name="facts" label="核实的事实" help="时间、地点、经过、后果，以及有哪些证据证明。">
          <Input.TextArea autoFocus autoSize={{ minRows: 6, maxRows: 16 }} maxLength={5000} showCount />
        </Field>
        <Field name="checkerIds" label="核实人员" help={checkersHelp[record.route]}>
          <StaffPeoplePicker />
        </Field>
        <TeamCheck record={record} ids={checkers} least={record.route === 'pupil' ? 1 : 2} />
        <Field name="establishedOn" label="核实日期">
          <DayInput />
        </Field>
        <FormSection title="轻重判断">
          <Loaded query={standards}>
            {({ matrix }) => <GravityFields of={form} at="gravity" matrix={matrix} />}
          </Loaded>
        </FormSection>
        <FormActions submit="确认事实" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
