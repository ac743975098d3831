import { Alert, Checkbox, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { factsInputSchema } from '../../../../shared/features/evaluation/results/schema.ts';
import type {
  CalibrationRow,
  CalibrationView,
} from '../../../../shared/features/evaluation/results/views.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';

/** 年度情况: what the scores cannot say of a person's year and the rules of the yearly assessment ask for. */
export const FactsDrawer = ({
  board,
  row: { subject, facts, effect },
  onClose,
}: {
  board: CalibrationView;
  row: CalibrationRow;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const save = useCommand('evaluation.saveFacts');
  const { rev, ...initial } = facts;
  const form = useZodForm({
    schema: factsInputSchema,
    initial,
    draftKey: `evaluation.facts:${board.cycleId}:${subject.id}`,
    pathOf: (path) => path.replace(/^facts\./, ''),
    onSubmit: async (given) => {
      await save.mutateAsync({ cycleId: board.cycleId, subjectId: subject.id, rev, facts: given });
      toast.done(`已保存${subject.name}的年度情况`);
      onClose();
    },
  });
  return (
    <ActDrawer
      title={`${subject.name}的年度情况`}
      about="评分看不出来、而年度考核规定要看的情况。处分和正在立案的事项由系统自动带出，不用填写。"
      onClose={onClose}
      size={560}
    >
      {effect !== '' && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={effect} />}
      <ZodForm of={form}>
        <Field
          name="leaveDays"
          label="病假、事假累计天数"
          help="日历天数，不含产假等法定假；超过半年的不定等次。"
        >
          <InputNumber min={0} max={366} precision={0} style={{ width: 140 }} />
        </Field>
        <Field name="newlyEmployed" label="初次就业" valueProp="checked" optional>
          <Checkbox>初次就业不满半年，只写评语、不定等次</Checkbox>
        </Field>
        <Field name="refused" label="拒不参加考核" valueProp="checked" optional>
          <Checkbox>无正当理由，经教育后仍拒绝参加，直接定为不合格</Checkbox>
        </Field>
        <Field
          name="barredBy"
          label="诫勉、组织处理等"
          optional
          help="不在本系统里的处理，写名称，如：诫勉、责令作出检查。当年不能定为优秀。"
        >
          <Input maxLength={60} />
        </Field>
        <Field name="note" label="说明" optional help="拒不参加考核的，写明何时由谁做了教育工作。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} />
        </Field>
        <FormActions submit="保存年度情况" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
