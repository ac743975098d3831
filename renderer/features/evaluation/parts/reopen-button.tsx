import { Alert, Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';

const schema = z.object({ reason: textSchema('重新打开的理由', 200) });

/** Takes confirmed results back, with the reason. */
export const ReopenButton = ({ view }: { view: CycleView }): ReactNode => {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>重新打开</Button>
      <Modal
        open={asking}
        onCancel={() => setAsking(false)}
        footer={null}
        title={`重新打开“${view.cycle.name}”`}
        destroyOnHidden
        mask={{ closable: false }}
        closable={{ 'aria-label': '关闭' }}
      >
        <ReopenForm view={view} onClose={() => setAsking(false)} />
      </Modal>
    </>
  );
};

const ReopenForm = ({ view, onClose }: { view: CycleView; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const reopen = useCommand('evaluation.reopen');
  const form = useZodForm({
    schema,
    draftKey: `evaluation.reopen:${view.cycle.id}`,
    onSubmit: async ({ reason }) => {
      await reopen.mutateAsync({ id: view.cycle.id, rev: view.cycle.rev, reason, to: 'scoring' });
      onClose();
      toast.done('已重新打开，评分表可以修改');
    },
  });
  return (
    <ZodForm of={form}>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title="已确认的结果随即撤回"
        description="评分表重新可以修改，个人档案里的这次结果标为已撤回并保留原数字。改完须再次确认。"
      />
      <Field name="reason" label="理由" help="写进考核记录，如：发现张老师的学生评教漏录一份。">
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
      </Field>
      <FormActions submit="重新打开" danger onCancel={onClose} />
    </ZodForm>
  );
};
