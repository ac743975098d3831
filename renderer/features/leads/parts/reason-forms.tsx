import type { ReactNode } from 'react';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ReasonForm } from '../../../ui/record/reason-form.tsx';
import { useLeadCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

export const UndoTriageForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const undo = useLeadCommand('leads.undoTriage');
  return (
    <ReasonForm
      title="撤回研判"
      about="线索回到“待研判”，原来的研判和撤回的原因都留在经过里。已经登记为问责事项的，要先撤销那件事项。"
      label="撤回原因"
      submit="撤回研判"
      max={300}
      draftKey={`leads.undo:${lead.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        await undo.mutateAsync({ id: lead.id, rev: lead.rev, reason });
        toast.done('已撤回研判');
      }}
    />
  );
};

export const ReopenForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const reopen = useLeadCommand('leads.reopen');
  return (
    <ReasonForm
      title="重新办理"
      about="线索回到办结以前的状态。已经作出的答复保留，可以补充。"
      label="重新办理的原因"
      submit="重新办理"
      max={300}
      draftKey={`leads.reopen:${lead.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        await reopen.mutateAsync({ id: lead.id, rev: lead.rev, reason });
        toast.done('已重新办理');
      }}
    />
  );
};

export const UnmergeForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const unmerge = useLeadCommand('leads.unmerge');
  return (
    <ReasonForm
      title="取消并案"
      about="线索恢复单独办理，期限照原来的日期继续计算。"
      label="取消的原因"
      submit="取消并案"
      max={300}
      draftKey={`leads.unmerge:${lead.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        await unmerge.mutateAsync({ id: lead.id, rev: lead.rev, reason });
        toast.done('已取消并案');
      }}
    />
  );
};
