import type { CaseAct } from '../../../../shared/features/cases/acts.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { ReactNode } from 'react';
import { useCall } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useCaseCommand } from '../mutations.ts';
import type { ActProps } from './act-drawer.tsx';
import { DeclareConflictForm, SettleConflictForm } from './conflict-forms.tsx';
import { DecideForm } from './decide-form.tsx';
import { FactsForm } from './facts-form.tsx';
import { NotifyForm, StatementForm } from './hearing-forms.tsx';
import { PaperDrawer } from './paper-drawer.tsx';
import { ReasonForm } from './reason-form.tsx';
import { CheckForm, ReportForm } from './rectification-forms.tsx';
import { ServiceForm } from './service-form.tsx';

/** What is open over the case page; `target` names the item, conflict or person that it is about. */
export interface Opened {
  readonly what: CaseAct | 'settleConflict' | 'seeNotice' | 'seeServiceRecord';
  readonly target?: string;
}

type OpenedProps = ActProps & { readonly record: CaseRecord };

/** The form or paper of an act. */
export const OpenedAct = ({ opened, record, onClose }: OpenedProps & { opened: Opened }): ReactNode => {
  const item = record.rectification.find(({ id }) => id === opened.target);
  const conflict = record.conflicts.find(({ id }) => id === opened.target);
  switch (opened.what) {
    case 'establishFacts':
      return <FactsForm record={record} onClose={onClose} />;
    case 'declareConflict':
      return <DeclareConflictForm record={record} onClose={onClose} />;
    case 'settleConflict':
      return conflict && <SettleConflictForm record={record} conflict={conflict} onClose={onClose} />;
    case 'notify':
      return <NotifyForm record={record} onClose={onClose} />;
    case 'hearStatement':
      return <StatementForm record={record} onClose={onClose} />;
    case 'decide':
      return <DecideWithStandards record={record} onClose={onClose} />;
    case 'issueNotice':
      return <PaperDrawer record={record} kind="notice" mayIssue onClose={onClose} />;
    case 'seeNotice':
      return <PaperDrawer record={record} kind="notice" mayIssue={false} onClose={onClose} />;
    case 'seeServiceRecord':
      return (
        <PaperDrawer
          record={record}
          kind="service-record"
          {...(opened.target === undefined ? {} : { personId: opened.target })}
          mayIssue={false}
          onClose={onClose}
        />
      );
    case 'recordService':
      return <ServiceForm record={record} onClose={onClose} />;
    case 'reportRectification':
      return item && <ReportForm record={record} item={item} onClose={onClose} />;
    case 'checkRectification':
      return item && <CheckForm record={record} item={item} onClose={onClose} />;
    case 'close':
      return <CloseForm record={record} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawForm record={record} onClose={onClose} />;
    case 'voidNumber':
      return <VoidForm record={record} onClose={onClose} />;
    case 'register':
    case 'attachEvidence':
      return null;
  }
};

const DecideWithStandards = ({ record, onClose }: OpenedProps): ReactNode => {
  const measures = useCall('standards.measures', {});
  const matters = useCall('standards.matters', {});
  const law = useCall('standards.law', {});
  const rules = useCall('standards.schoolRules', {});
  if (!measures.data || !matters.data || !law.data || !rules.data) return null;
  return (
    <DecideForm
      record={record}
      standards={{
        measures: measures.data.measures,
        matters: matters.data.matters,
        grounds: law.data.grounds,
        rules: rules.data.rules,
      }}
      onClose={onClose}
    />
  );
};

const CloseForm = ({ record, onClose }: OpenedProps): ReactNode => {
  const toast = useToast();
  const close = useCaseCommand('cases.close');
  return (
    <ReasonForm
      title="办结归档"
      about="归档后不再改动，只能查看和导出案卷。"
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

const WithdrawForm = ({ record, onClose }: OpenedProps): ReactNode => {
  const toast = useToast();
  const withdraw = useCaseCommand('cases.withdraw');
  return (
    <ReasonForm
      title="撤销事项"
      about={
        record.decision
          ? '撤销后决定不再有效，文号作废并留在登记簿里，不会再用。此操作不能撤回。'
          : '撤销后事项不再办理，案号保留。此操作不能撤回。'
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

const VoidForm = ({ record, onClose }: OpenedProps): ReactNode => {
  const toast = useToast();
  const voidNumber = useCaseCommand('cases.voidNumber');
  return (
    <ReasonForm
      title="作废文号"
      about={`作废 ${record.paper?.number ?? ''}：该号留在登记簿里，不会再用，程序给出一个新号。此操作不能撤回。`}
      label="作废原因"
      submit="作废文号"
      danger
      max={200}
      draftKey={`cases.void:${record.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        const { record: after } = await voidNumber.mutateAsync({ id: record.id, rev: record.rev, reason });
        toast.done(`已作废，新文号 ${after.paper?.number ?? ''}`);
      }}
    />
  );
};
