/** The parts that papers are made of, as plain data. */

/** Typefaces a text may switch to. Body text is 仿宋 without being asked; nothing is ever bold (GB/T 9704-2012). */
export type Face = 'fang' | 'kai' | 'hei';

/** A stretch of text within a paragraph. */
export interface Run {
  readonly text: string;
  readonly face?: Face;
  /** For places that are filled in by hand. */
  readonly underline?: boolean;
}

export type Text = string | readonly (string | Run)[];

/** `first` indents the first line by two characters (the rule for body text); `none` starts at the margin. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: Text;
  readonly indent?: 'first' | 'none';
  readonly align?: 'justify' | 'left' | 'center' | 'right';
  /** Stays on the page of the block that follows. */
  readonly keepWithNext?: boolean;
}

/**
 * A heading, numbered by its place: 一、(黑体) （一）(楷体) 1. and （1）(仿宋), GB/T 9704-2012 7.3.3.
 * `then` goes on in the same paragraph in body text, as the lower levels usually do.
 */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  readonly then?: Text;
  /** Begins a page. */
  readonly newPage?: boolean;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A table whose head is repeated on every page. Rows are as long as `columns`; a row is never torn by a page end. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Shown across the whole width instead of rows when there are none. */
  readonly emptyText?: string;
}

/** A label and what belongs to it, as two neighbouring cells. */
export interface Field {
  readonly label: string;
  readonly value: string;
  /** Share of the row, relative to the other fields of the row; 1 when left out. */
  readonly width?: number;
}

export type FieldRow =
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  /** One label beside a tall cell for an opinion: `text` at the top, `sign` (signature and date) at its bottom right. */
  | {
      readonly kind: 'opinion';
      readonly label: string;
      readonly text: string;
      readonly sign?: string;
      /** Least height in lines of text; 4 when left out. */
      readonly lines?: number;
    }
  /** A full-width band that names the rows below it. */
  | { readonly kind: 'band'; readonly text: string };

export interface FieldsBlock {
  readonly kind: 'fields';
  readonly rows: readonly FieldRow[];
}

/** Lines to sign on: `label` then a rule for the pen, then what follows it (a date, 捺印). */
export interface SignatureLine {
  readonly label: string;
  readonly after?: string;
}

export interface SignaturesBlock {
  readonly kind: 'signatures';
  readonly lines: readonly SignatureLine[];
  /** How many stand side by side; 1 when left out. */
  readonly columns?: 1 | 2;
}

export interface BlankBlock {
  readonly kind: 'blank';
  readonly lines?: number;
}

export interface PageBreakBlock {
  readonly kind: 'page-break';
}

export type Block =
  ParagraphBlock | HeadingBlock | TableBlock | FieldsBlock | SignaturesBlock | BlankBlock | PageBreakBlock;

/** Written into the file's properties, and nothing beyond it: no account or machine name ever gets in. */
export interface PaperProperties {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  /** ISO instant of the record the paper is made from; the file carries no other time. */
  readonly createdAt: string;
}

/** An attachment of an official paper: named below the body, printed on pages of its own when it has `blocks`. */
export interface Attachment {
  readonly title: string;
  readonly blocks?: readonly Block[];
}
