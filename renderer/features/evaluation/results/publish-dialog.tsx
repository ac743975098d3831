import './results.css';
import { Alert, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { isOfChildren, publishedList } from '../../../../shared/features/evaluation/results/published.ts';
import { subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView, ResultsView } from '../../../../shared/features/evaluation/views.ts';
import { optionalTextSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { MaskedList } from './masked-list.tsx';

const schema = z.object({ note: optionalTextSchema('公布范围与方式', 200) });

/** Makes the results known, after showing word for word what others will read. */
export const PublishDialog = ({
  view: { cycle },
  results,
  onClose,
}: {
  view: CycleView;
  results: ResultsView;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const publish = useCommand('evaluation.publish');
  const form = useZodForm({
    schema,
    initial: { note: '' },
    draftKey: `evaluation.publish:${cycle.id}`,
    onSubmit: async ({ note }) => {
      await publish.mutateAsync({ id: cycle.id, rev: cycle.rev, note });
      onClose();
      toast.done('结果已公布');
    },
  });
  const ofStaff = subjectSourceOf(cycle.kind) === 'staff';
  return (
    <FormDialog title={`公布“${cycle.name}”的结果`} onClose={onClose}>
      <ZodForm of={form}>
        {isOfChildren(cycle.kind) ? (
          <Alert
            type="info"
            showIcon
            title="学生的考核结果不公开"
            description="只公布各等次的人数；单个结果告知本人和监护人。"
          />
        ) : (
          <>
            <p>
              别人看到的名单{ofStaff && '（姓名只显示姓氏）'}，没有分数和名次；
              {ofStaff && '每个人登录以后另外看到自己的分数和等次。'}
            </p>
            <MaskedList bands={results.bands} rows={publishedList(cycle.kind, results.rows)} />
          </>
        )}
        <p className="mz-muted" style={{ marginBottom: 12 }}>
          {results.grades.map(({ label, count }) => `${label} ${String(count)}`).join('、')}
          {results.undetermined > 0 && `、不定等次 ${String(results.undetermined)}`}
        </p>
        <Field
          name="note"
          label="公布范围与方式"
          optional
          help="写进考核记录，如：教职工大会宣布，办公室张贴。"
        >
          <Input maxLength={200} />
        </Field>
        <FormActions submit="公布结果" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
