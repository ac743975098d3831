import type { ReactNode } from 'react';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ReasonForm } from '../../../ui/record/reason-form.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** 添加内部备注 */
export const NoteForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const add = useCaseCommand('cases.addNote');
  return (
    <ReasonForm
      title="添加内部备注"
      about="只给办理的同事看：不打印、不对外，也不进案卷。"
      label="备注"
      submit="保存备注"
      max={2000}
      field="text"
      draftKey={`cases.note:${record.id}`}
      onClose={onClose}
      onSubmit={async (text) => {
        await add.mutateAsync({ id: record.id, rev: record.rev, text });
        toast.done('已保存备注');
      }}
    />
  );
};
