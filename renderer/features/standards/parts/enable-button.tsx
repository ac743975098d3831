import type { ReactNode } from 'react';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

interface EnableButtonProps {
  readonly name: string;
  readonly enabled: boolean;
  /** What follows once it is out of use, and once it is back. */
  readonly stopped: string;
  readonly started: string;
  readonly onToggle: (enabled: boolean) => Promise<unknown>;
}

/** Takes a standard out of use, or back into it. */
export const EnableButton = ({ name, enabled, stopped, started, onToggle }: EnableButtonProps): ReactNode => {
  const toast = useToast();
  const word = enabled ? '停用' : '启用';
  return (
    <ConfirmButton
      danger={enabled}
      title={`${word}${name}？`}
      consequence={enabled ? stopped : started}
      onConfirm={() => onToggle(!enabled).then(() => toast.done(`已${word}`))}
    >
      {word}
    </ConfirmButton>
  );
};
