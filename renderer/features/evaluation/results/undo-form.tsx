import { changeWords } from '../../../../shared/features/evaluation/results/words.ts';
import type { ReactNode } from 'react';
import type { Adjustment } from '../../../../shared/features/evaluation/results/schema.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ReasonForm } from '../../../ui/record/reason-form.tsx';

/** Takes an adjustment back, with the reason; it stays on record. */
export const UndoForm = ({
  adjustment,
  name,
  onClose,
}: {
  adjustment: Adjustment;
  name: string;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const undo = useCommand('evaluation.undoAdjustment');
  return (
    <ReasonForm
      title="撤销调整"
      about={`${name}，${changeWords(adjustment)}。撤销后按评分和规定重新定等次，这项调整留在记录里。`}
      label="撤销理由"
      submit="撤销调整"
      max={300}
      draftKey={`evaluation.undoAdjustment:${adjustment.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        await undo.mutateAsync({ id: adjustment.id, rev: adjustment.rev, reason });
        toast.done(`已撤销${name}的调整`);
      }}
    />
  );
};
