import type { ReactNode } from 'react';
import { ming, ze } from './glyphs.ts';

const RED = '#C8322B';
const PAPER = '#FAF8F5';

/** The seal of 明责. `size` in CSS pixels; decorative unless `label` is given. */
export const BrandMark = ({ size = 32, label }: { size?: number; label?: string }): ReactNode => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 512 512"
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    <rect x="16" y="16" width="480" height="480" rx="72" fill={RED} />
    {size >= 28 && (
      <rect x="40" y="40" width="432" height="432" rx="52" fill="none" stroke={PAPER} strokeWidth="10" />
    )}
    <path fill={PAPER} d={ming} />
    <path fill={PAPER} d={ze} />
  </svg>
);
