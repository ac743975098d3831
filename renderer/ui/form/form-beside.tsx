import './form-beside.css';
import type { ReactNode } from 'react';

/** A form as wide as there is room, and beside it what is found and made of what is typed; inside a wide `ZodForm`. */
export const FormBeside = ({
  label,
  side,
  wide = false,
  children,
}: {
  /** How a screen reader names the side. */
  readonly label: string;
  readonly side: ReactNode;
  /** The side shows a sheet of paper. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode => (
  <div className={wide ? 'mz-beside mz-beside-wide' : 'mz-beside'}>
    <div>{children}</div>
    <section aria-label={label} tabIndex={0}>
      {side}
    </section>
  </div>
);
