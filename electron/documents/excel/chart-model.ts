/** Cells that a chart takes its words or figures from, with what stands in them now. */
export interface ChartCells<T> {
  /** A reference with its sheet: `'部门汇总'!$A$5:$A$10`. */
  readonly cells: string;
  readonly values: readonly T[];
}

export interface ChartSeries {
  readonly name: ChartCells<string>;
  readonly values: ChartCells<number | null>;
}

/** A real chart of a spreadsheet, bound to cells: it follows when somebody changes them. */
export interface SheetChart {
  readonly kind: 'bar' | 'line' | 'radar';
  readonly title: string;
  readonly categories: ChartCells<string>;
  readonly series: readonly ChartSeries[];
  /** Least and greatest value of the axis; left out: as the program thinks fit. */
  readonly axis?: { readonly min: number; readonly max: number };
  /** How its figures are written. */
  readonly numFmt: string;
  /** From the upper left corner of one cell to that of another; columns and rows count from 1. */
  readonly place: {
    readonly from: { readonly column: number; readonly row: number };
    readonly to: { readonly column: number; readonly row: number };
  };
}
