import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { outsideReportFields } from '../../../../shared/features/evaluation/school/channels.ts';
import { dayOfInstant, dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FilesChoice } from '../../../ui/files/files-choice.tsx';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { SheetFiles } from '../scoring/sheet-files.tsx';
import { readFile, targetOf, useSchoolCommand, type PartProps } from './part.ts';

/** Reports of bodies from outside, filed as they came. */
export const ReportsPart = ({ view }: PartProps): ReactNode => {
  const [adding, setAdding] = useState(false);
  const toast = useToast();
  const remove = useSchoolCommand('evaluation.removeOutsideReport');
  const { reports } = view.record;
  const removable = (addedAt: string): boolean =>
    view.mayWrite || (view.mayAct && dayOfInstant(addedAt) === dayOfMs(Date.now()));
  return (
    <>
      {reports.length === 0 && (
        <p className="mz-muted" style={{ marginBottom: 12 }}>
          还没有第三方评估报告。教育督导、评估机构出具的报告在这里登记，与自评放在一起。
        </p>
      )}
      {reports.map(({ id, organ, title, day, summary, file, added }) => (
        <section key={id} className="mz-card mz-school-text">
          <header>
            <h3>{title}</h3>
            <span className="mz-muted">
              {organ}，{formatDay(day)}
            </span>
            {removable(added.at) && (
              <ConfirmButton
                size="small"
                title={`撤销登记“${title}”？`}
                consequence="报告和主要结论从这次自评里去掉。登记错了的，撤销以后重新登记。"
                onConfirm={() =>
                  remove
                    .mutateAsync({ ...targetOf(view), reportId: id })
                    .then(() => toast.done('已撤销登记'), toast.failed)
                }
              >
                撤销登记
              </ConfirmButton>
            )}
          </header>
          <p className="mz-record-text">{summary}</p>
          <SheetFiles files={[file]} onRead={readFile(view)} />
        </section>
      ))}
      {view.mayAct && (
        <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          登记第三方评估报告
        </Button>
      )}
      {adding && <ReportForm view={view} onClose={() => setAdding(false)} />}
    </>
  );
};

/** One file as a field of a form. */
const OneFile = ({
  value,
  onChange,
}: {
  readonly value?: FileContent | undefined;
  readonly onChange?: (file: FileContent | undefined) => void;
}): ReactNode => (
  <FilesChoice
    chosen={value ? [{ file: value }] : []}
    title="把报告文件拖到这里"
    about="盖章的扫描件或者电子原件。"
    onAdd={(file) => onChange?.(file)}
    onRemove={() => onChange?.(undefined)}
  />
);

const ReportForm = ({ view, onClose }: PartProps & { onClose: () => void }): ReactNode => {
  const toast = useToast();
  const add = useSchoolCommand('evaluation.addOutsideReport');
  const form = useZodForm({
    schema: outsideReportFields,
    draftKey: `evaluation.outsideReport:${view.cycleId}:${view.subject.id}`,
    undrafted: ['file'],
    onSubmit: async (value) => {
      await add.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已登记报告');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="登记第三方评估报告"
      about="报告原件随自评保存，主要结论写进自评报告。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="organ" label="评估机构">
          <Input autoFocus maxLength={60} />
        </Field>
        <Field name="title" label="报告名称">
          <Input maxLength={80} />
        </Field>
        <Field name="day" label="报告日期">
          <DayInput />
        </Field>
        <Field name="summary" label="主要结论">
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} />
        </Field>
        <Field name="file" label="报告文件">
          <OneFile />
        </Field>
        <FormActions submit="登记报告" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
