import type { ReactNode } from 'react';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

/** Takes a standard back to what came with the program, as a version of its own. */
export const ResetButton = ({
  title,
  consequence,
  onReset,
  onDone,
}: {
  title: string;
  consequence: string;
  onReset: () => Promise<unknown>;
  onDone: () => void;
}): ReactNode => {
  const toast = useToast();
  return (
    <ConfirmButton
      title={title}
      consequence={consequence}
      onConfirm={() =>
        onReset().then(() => {
          toast.done('已恢复');
          onDone();
        })
      }
    >
      恢复原样
    </ConfirmButton>
  );
};
