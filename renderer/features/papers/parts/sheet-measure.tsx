import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { TOP_MARGIN_MM } from '../../../../shared/features/papers/letterhead.ts';

interface SheetMeasureProps {
  readonly id?: string;
  /** Millimetres below the upper edge of the 版心. */
  readonly value?: number | null;
  readonly onChange?: (value: number | null) => void;
  readonly onBlur?: () => void;
}

/** A length as a ruler gives it, from the edge of the sheet; the value counts from the 版心, 37 mm further down. */
export const SheetMeasure = ({ id, value, onChange, onBlur }: SheetMeasureProps): ReactNode => (
  <InputNumber
    {...(id === undefined ? {} : { id })}
    value={typeof value === 'number' ? value + TOP_MARGIN_MM : null}
    step={0.5}
    suffix="毫米"
    style={{ width: 160 }}
    onChange={(measured) => onChange?.(typeof measured === 'number' ? measured - TOP_MARGIN_MM : null)}
    {...(onBlur ? { onBlur } : {})}
  />
);

/** The sheet with its red line, and the stretch that is measured. */
export const MeasurePicture = (): ReactNode => (
  <svg viewBox="0 0 210 120" role="img" aria-label="从纸的上边缘量到红线" className="mz-measure">
    <path d="M10 118 V6 H140 V118" className="mz-measure-sheet" />
    <text x="75" y="44" className="mz-measure-mark">
      某某学校文件
    </text>
    <path d="M24 84 H126" className="mz-measure-red" />
    <path d="M150 6 H178 M150 84 H178 M164 10 V80" className="mz-measure-line" />
    <path d="M160 16 L164 7 L168 16 Z M160 74 L164 83 L168 74 Z" className="mz-measure-head" />
    <text x="172" y="49" className="mz-measure-word">
      量这里
    </text>
  </svg>
);
