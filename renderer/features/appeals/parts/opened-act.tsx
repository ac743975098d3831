import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { Appeal } from '../../../../shared/features/appeals/schema.ts';
import { useCall } from '../../../app/calls.ts';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';
import { AcceptForm, CompletionForm, ForwardForm, RefuseForm, SupplementForm } from './admission-forms.tsx';
import { DecideForm } from './decide-form.tsx';
import { AttachForm, CloseForm, DistributeForm, RestoreForm, ServeForm, WithdrawForm } from './end-forms.tsx';
import { ConflictForm, ExtendForm, LookForm, SettleForm } from './handling-forms.tsx';
import type { ActFormProps, Opened } from './opened.ts';
import { AssignForm } from './panel-form.tsx';
import { PaperDrawer, ServiceFormDrawer } from './paper-drawer.tsx';
import { ResultForm } from './result-form.tsx';

/** What waits to be issued first: the decision before what follows from it. */
const firstDraft = ({ papers }: Appeal): Appeal['papers'][number] | undefined => {
  const drafts = papers.filter(({ issuedPaperId }) => issuedPaperId === null);
  return drafts.find(({ form }) => form === 'decision' || form === 'refusal') ?? drafts.at(-1);
};

/** The form of whatever act was opened. */
export const OpenedAct = ({ opened, ...props }: ActFormProps & { opened: Opened }): ReactNode => {
  const { appeal } = props.view;
  const target = opened.target === undefined ? {} : { target: opened.target };
  switch (opened.what) {
    case 'attach':
      return <AttachForm {...props} />;
    case 'askCompletion':
      return <CompletionForm {...props} />;
    case 'supplement':
      return <SupplementForm {...props} />;
    case 'accept':
      return <AcceptForm {...props} />;
    case 'refuse':
      return <RefuseForm {...props} />;
    case 'forward':
      return <ForwardForm {...props} />;
    case 'assign':
      return <AssignForm {...props} />;
    case 'declareConflict':
      return <ConflictForm {...props} />;
    case 'settleConflict':
      return <SettleForm {...props} {...target} />;
    case 'look':
      return <LookForm {...props} />;
    case 'extend':
      return <ExtendForm {...props} />;
    case 'decide':
      return <DecideForm {...props} />;
    case 'recordResult':
      return <ResultForm {...props} />;
    case 'serve':
      return <ServeForm {...props} />;
    case 'distribute':
      return <DistributeForm {...props} {...target} />;
    case 'restore':
      return <RestoreForm {...props} {...target} />;
    case 'close':
      return <CloseForm {...props} />;
    case 'withdraw':
      return <WithdrawForm {...props} />;
    case 'issue':
    case 'seePaper': {
      const paper = appeal.papers.find(({ id }) => id === opened.target) ?? firstDraft(appeal);
      return paper ? <PaperDrawer {...props} paper={paper} /> : null;
    }
    case 'seeServiceForm':
      return <ServiceFormDrawer {...props} />;
    case 'seeFile':
      return <SeenFile {...props} fileId={opened.target ?? ''} />;
    case 'register':
      return null;
  }
};

const SeenFile = ({ view: { appeal }, fileId, onClose }: ActFormProps & { fileId: string }): ReactNode => {
  const file = useCall('appeals.openFile', { id: appeal.id, fileId });
  const held = appeal.files.find(({ id }) => id === fileId)?.file ?? appeal.decision?.file;
  return (
    <Drawer
      open
      size="min(1240px, 94vw)"
      title={held?.name ?? '材料'}
      onClose={onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <FileViewer
        file={file.data ?? null}
        problem={file.error}
        onRetry={() => void file.refetch()}
        registeredHash={held?.hash ?? ''}
      />
    </Drawer>
  );
};
