/**
 * Papers as plain data: features fill these models, the generators beside this file turn them into bytes.
 * Texts are shown as given; a line break inside a text starts a new paragraph.
 */
import type { Block, PaperProperties } from './block-model.ts';
import type { OfficialPaper } from './official-model.ts';

export type {
  Face,
  Run,
  Text,
  ParagraphBlock,
  HeadingBlock,
  TableColumn,
  TableBlock,
  Field,
  FieldRow,
  FieldsBlock,
  SignatureLine,
  SignaturesBlock,
  BlankBlock,
  PageBreakBlock,
  Block,
  PaperProperties,
  Attachment,
} from './block-model.ts';
export type {
  Letterhead,
  DownwardPaper,
  UpwardPaper,
  LetterPaper,
  Attendance,
  MinutesPaper,
  OfficialPaper,
} from './official-model.ts';

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
  /** Begins a page; the first one always does. */
  readonly newPage?: boolean;
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
