import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';

const schema = z.object({ to: z.enum(['closed', 'scoring']), reason: textSchema('重新打开的理由', 200) });

/** Takes confirmed results back, to the calibration or to the scoring, with the reason. */
export const ReopenButton = ({ view }: { view: CycleView }): ReactNode => {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>重新打开</Button>
      {asking && (
        <FormDialog title={`重新打开“${view.cycle.name}”`} onClose={() => setAsking(false)}>
          <ReopenForm view={view} onClose={() => setAsking(false)} />
        </FormDialog>
      )}
    </>
  );
};

const ReopenForm = ({ view: { cycle }, onClose }: { view: CycleView; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const reopen = useCommand('evaluation.reopen');
  const confirmed = cycle.state === 'confirmed';
  const form = useZodForm({
    schema,
    initial: { to: confirmed ? 'closed' : 'scoring' },
    draftKey: `evaluation.reopen:${cycle.id}`,
    onSubmit: async ({ reason, to }) => {
      await reopen.mutateAsync({ id: cycle.id, rev: cycle.rev, reason, to });
      onClose();
      toast.done(to === 'scoring' ? '已重新打开，评分表可以修改' : '已回到校准，等次和总分可以调整');
    },
  });
  const sealed = cycle.sealed !== null && cycle.groups.some(({ anonymous }) => anonymous);
  return (
    <ZodForm of={form}>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title={
          !confirmed
            ? '已经收卷，重新打开后评分人可以再改'
            : cycle.published === null
              ? '已确认的结果随即撤回'
              : '已确认并公布的结果随即撤回'
        }
        description={
          confirmed
            ? `个人档案里的这次结果标为已撤回并保留原数字。改完须再次确认${cycle.published === null ? '' : '、再次公布，并告知有关人员'}。`
            : '改完须再次收卷。'
        }
      />
      <Field name="to" label="回到哪一步">
        <Ways
          of={[
            ...(confirmed
              ? [
                  {
                    value: 'closed',
                    label: '回到校准',
                    about: '评分不动，会议已作的调整保留，可以再调整等次和总分。',
                  },
                ]
              : []),
            {
              value: 'scoring',
              label: '回到评分',
              about: `评分表重新可以修改；原来的调整以旧分数为据，一律撤销。${sealed ? '匿名组已经封存，谁评的都不能再改。' : ''}`,
            },
          ]}
        />
      </Field>
      <Field name="reason" label="理由" help="写进考核记录，如：发现张老师的学生评教漏录一份。">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
      </Field>
      <FormActions submit="重新打开" danger onCancel={onClose} />
    </ZodForm>
  );
};
