import type { RectificationItem } from '../../../../shared/features/cases/carrying-out.ts';
import { isItemDone } from '../../../../shared/features/cases/conditions.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { Button, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  checkRectificationInput,
  reportRectificationInput,
} from '../../../../shared/features/cases/inputs.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { evidenceEndings } from '../../../ui/files/evidence-endings.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps, ActProps } from './opened.ts';

type ItemProps = ActProps & { readonly record: CaseRecord; readonly item: RectificationItem };

const reportSchema = reportRectificationInput.omit({ id: true, rev: true, itemId: true, files: true });
const checkSchema = checkRectificationInput.omit({ id: true, rev: true, itemId: true });

/** The item that was meant, else the first that is still open. */
const itemOf = (record: CaseRecord, target: string | undefined): RectificationItem | undefined =>
  record.rectification.find(({ id }) => id === target) ??
  record.rectification.find((item) => !isItemDone(item));

/** 登记整改情况 */
export const RectificationReportForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const item = itemOf(record, target);
  return item && <ReportForm record={record} item={item} onClose={onClose} />;
};

/** 复查销号 */
export const RectificationCheckForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const item = itemOf(record, target);
  return item && <CheckForm record={record} item={item} onClose={onClose} />;
};

/** What the responsible person did about an item, with proof. */
const ReportForm = ({ record, item, onClose }: ItemProps): ReactNode => {
  const toast = useToast();
  const report = useCaseCommand('cases.reportRectification');
  const [files, setFiles] = useState<readonly FileContent[]>([]);
  const form = useZodForm({
    schema: reportSchema,
    initial: { reportedOn: dayOfMs(Date.now()) },
    draftKey: `cases.report:${item.id}`,
    onSubmit: async (value) => {
      await report.mutateAsync({
        id: record.id,
        rev: record.rev,
        itemId: item.id,
        ...value,
        files: [...files],
      });
      toast.done('已登记整改情况');
      onClose();
    },
  });
  return (
    <ActDrawer title="登记整改情况" about={item.text} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="reportedOn" label="报告日期">
          <DayInput />
        </Field>
        <Field name="text" label="整改情况">
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={1000} showCount />
        </Field>
        <div className="mz-case-proofs">
          <FileDrop
            accept={evidenceEndings}
            title="把整改的照片、记录拖到这里"
            about="可以不加；一次最多 10 个文件。"
            disabled={files.length >= 10}
            onFile={(file) => setFiles((held) => [...held, file])}
          />
        </div>
        <ul className="mz-case-files">
          {files.map((file, at) => (
            <li key={`${file.name} ${String(at)}`}>
              {file.name}{' '}
              <Button
                type="link"
                size="small"
                onClick={() => setFiles((held) => held.filter((one) => one !== file))}
              >
                移除
              </Button>
            </li>
          ))}
        </ul>
        <FormActions submit="登记整改情况" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 复查: whether an item is done. */
const CheckForm = ({ record, item, onClose }: ItemProps): ReactNode => {
  const toast = useToast();
  const check = useCaseCommand('cases.checkRectification');
  const form = useZodForm({
    schema: checkSchema,
    initial: { checkedOn: dayOfMs(Date.now()), passed: true },
    draftKey: `cases.check:${item.id}`,
    onSubmit: async (value) => {
      await check.mutateAsync({ id: record.id, rev: record.rev, itemId: item.id, ...value });
      toast.done(value.passed ? '已复查销号' : '已记录复查不合格');
      onClose();
    },
  });
  return (
    <ActDrawer title="复查整改" about={`${item.text}（复查人：${item.checker.name}）`} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="passed" label="复查结果">
          <Radio.Group
            options={[
              { value: true, label: '合格，销号' },
              { value: false, label: '不合格，继续整改' },
            ]}
          />
        </Field>
        <Field name="checkedOn" label="复查日期">
          <DayInput />
        </Field>
        <Field name="note" label="复查意见">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} showCount />
        </Field>
        <FormActions submit="保存复查结果" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
