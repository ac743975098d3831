/**
 * Papers as plain data: features fill these models, the generators beside this file turn them into bytes.
 * Texts are shown as given; a line break inside a text starts a new paragraph.
 */

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

/** A paper in the downward form of GB/T 9704-2012: 决定, 通报, 通知. */
export interface OfficialPaper {
  readonly form: 'official';
  /** 发文机关标志 in red, e.g. 青禾市第一中学文件. */
  readonly issuer: string;
  /** 发文字号, e.g. 青中〔2026〕3号; undefined while the number is not allocated. */
  readonly number: string | undefined;
  /** Broken into balanced lines by the generator; a line break inside it is kept. */
  readonly title: string;
  /** Words that a line break of the title must not tear apart, above all names of people. */
  readonly titleWords?: readonly string[];
  /** 主送机关 without the colon. */
  readonly addressee?: string;
  readonly body: readonly Block[];
  readonly attachments?: readonly Attachment[];
  /** 发文机关署名 and 成文日期 (`YYYY-MM-DD`; undefined leaves room for it). */
  readonly signature: { readonly issuer: string; readonly day: string | undefined };
  /** True when the paper will bear the seal: the signature stands where the seal covers it. */
  readonly sealed: boolean;
  /** 抄送 without the closing full stop. */
  readonly cc?: string;
  /** 印发机关 and 印发日期 (`YYYY-MM-DD`). */
  readonly printedBy?: string;
  readonly printedOn?: string;
  /** Marks every page 草稿. */
  readonly draft: boolean;
  readonly properties: PaperProperties;
}

/** A numbered paper without a red head: 告知书, 笔录, 送达回证, 审批表. */
export interface PlainForm {
  readonly form: 'plain';
  /** Who issues it, small above the title. */
  readonly issuer?: string;
  readonly title: string;
  readonly titleWords?: readonly string[];
  /** e.g. 编号：青中告〔2026〕3号 */
  readonly number?: string;
  readonly body: readonly Block[];
  /** Printed at the foot of every page, e.g. 被询问人（签名、捺印）： */
  readonly everyPage?: string;
  readonly draft: boolean;
  readonly properties: PaperProperties;
}

export interface DossierSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A long document with a cover and a list of contents: personal archive, report. */
export interface Dossier {
  readonly form: 'dossier';
  readonly cover: {
    readonly issuer: string;
    readonly title: string;
    readonly subtitle?: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    /** `YYYY-MM-DD` */
    readonly day: string;
  };
  /** Printed at the head of every page after the cover. */
  readonly runningHead?: string;
  readonly sections: readonly DossierSection[];
  readonly draft: boolean;
  readonly properties: PaperProperties;
}

export type Paper = OfficialPaper | PlainForm | Dossier;
