import type { ReactNode } from 'react';
import { useCall } from '../../../app/calls.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import type { ActFormProps } from './opened.ts';

const titles = { acknowledgement: '受理告知书', transfer: '线索转办单', reply: '答复函' } as const;

/** A paper of the lead as it prints. */
export const LeadPaperDrawer = ({
  view: { lead },
  kind,
  onClose,
}: ActFormProps & { kind: keyof typeof titles }): ReactNode => {
  const paper = useCall('leads.paper', { id: lead.id, kind });
  return (
    <ActDrawer
      title={titles[kind]}
      about="与打印出来的一样。不写来源姓名，学生姓名已经隐去。"
      onClose={onClose}
      size={960}
    >
      <PaperPreview
        title={titles[kind]}
        file={paper.data ?? null}
        problem={paper.error}
        onRetry={() => void paper.refetch()}
      />
    </ActDrawer>
  );
};
