import type { ReactNode } from 'react';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ReasonForm } from '../../../ui/record/reason-form.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** 办结归档 */
export const CloseForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const close = useCaseCommand('cases.close');
  return (
    <ReasonForm
      title="办结归档"
      about="归档后内容不再改动，只能查看和导出案卷；本人的复核、申诉期限照常计算。"
      label="办结说明"
      submit="办结归档"
      max={500}
      draftKey={`cases.close:${record.id}`}
      field="note"
      onClose={onClose}
      onSubmit={async (note) => {
        await close.mutateAsync({ id: record.id, rev: record.rev, note });
        toast.done('已办结归档');
      }}
    />
  );
};

/** 撤销事项 */
export const WithdrawForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const withdraw = useCaseCommand('cases.withdraw');
  return (
    <ReasonForm
      title="撤销事项"
      about={
        record.decision
          ? '撤销后决定不再有效，对当事人的处理一并撤销，文号作废并留在登记簿里，不会再用。以后确有需要可以写明理由重新办理。'
          : '撤销后事项不再办理，案号保留。以后确有需要可以写明理由重新办理。'
      }
      label="撤销原因"
      submit="撤销事项"
      danger
      max={300}
      draftKey={`cases.withdraw:${record.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        await withdraw.mutateAsync({ id: record.id, rev: record.rev, reason });
        toast.done('已撤销');
      }}
    />
  );
};

/** 重新办理 */
export const ReopenForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const reopen = useCaseCommand('cases.reopen');
  return (
    <ReasonForm
      title="重新办理"
      about={
        record.state === 'closed'
          ? '事项从核实（调查）重新走起。原来的决定留在“决定”里备查，对当事人的处理在新决定作出之前仍然有效；文书和送达记录都保留。'
          : '事项从核实（调查）接着办理，撤销的原因留在办理记录里。'
      }
      label="重新办理的理由"
      submit="重新办理"
      max={300}
      draftKey={`cases.reopen:${record.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        await reopen.mutateAsync({ id: record.id, rev: record.rev, reason });
        toast.done('已重新开始办理');
      }}
    />
  );
};
