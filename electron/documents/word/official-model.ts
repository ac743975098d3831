import type { Attachment, Block, PaperProperties } from './block-model.ts';

/**
 * Whose paper it is printed on. `electronic` draws the red head; `preprinted` (套打) leaves the room of the head free on
 * red paper and prints only what belongs below it; `plain` has no head, for papers that stay in the house.
 */
export interface Letterhead {
  readonly mode: 'electronic' | 'preprinted' | 'plain';
  /** On pre-printed paper: from the upper edge of the 版心 down to the red line, in millimetres; 87 when left out. */
  readonly freeMm?: number;
  /** The same on the school's letter paper, down to the upper double line; 8 when left out. */
  readonly letterFreeMm?: number;
  /** Diameter of the seal in millimetres, at most 45 (印章管理规定 14); 42 when left out. */
  readonly sealMm?: number;
}

/** What every official paper of GB/T 9704-2012 has. */
interface OfficialBase {
  readonly form: 'official';
  /** 发文字号, e.g. 青中〔2026〕3号; undefined while the number is not allocated. */
  readonly number: string | undefined;
  /** Broken into balanced lines by the generator; a line break inside it is kept. */
  readonly title: string;
  /** Words that a line break of the title must not tear apart, above all names of people. */
  readonly titleWords?: readonly string[];
  readonly body: readonly Block[];
  readonly attachments?: readonly Attachment[];
  /** 抄送 without the closing full stop. */
  readonly cc?: string;
  /** An electronic red head when left out. */
  readonly letterhead?: Letterhead;
  /** Marks every page 草稿. */
  readonly draft: boolean;
  readonly properties: PaperProperties;
}

/** 署名, 成文日期 and 附注 of a paper that somebody answers for: all but minutes. */
interface SignedPaper {
  /**
   * 发文机关署名 and 成文日期 (`YYYY-MM-DD`; undefined leaves room for it). `dayText` stands in the day's place in a form
   * that is filled in later.
   */
  readonly signature: {
    readonly issuer: string;
    readonly day: string | undefined;
    readonly dayText?: string;
  };
  /** True when the paper will bear the seal: the signature stands where the seal covers it. */
  readonly sealed: boolean;
  /** 附注, below the date in brackets that the generator sets, e.g. 联系人：周敏，电话：0531-86000000. */
  readonly note?: string;
}

/** 印发机关 and 印发日期 (`YYYY-MM-DD`) of the 版记. */
interface PrintedPaper {
  readonly printedBy?: string;
  readonly printedOn?: string;
}

/** A paper in the downward form of GB/T 9704-2012: 决定, 通报, 通知. */
export interface DownwardPaper extends OfficialBase, SignedPaper, PrintedPaper {
  readonly kind?: 'downward';
  /** 发文机关标志 in red, e.g. 青禾市第一中学文件. */
  readonly issuer: string;
  /** 主送机关 without the colon. */
  readonly addressee?: string;
}

/**
 * A paper to the authority above: 请示 or 报告. Its number stands one character from the left, 签发人 one from the right
 * (GB/T 9704-2012 7.2.6). 请示 asks one authority about one matter; both have a 签发人.
 */
export interface UpwardPaper extends OfficialBase, SignedPaper, PrintedPaper {
  readonly kind: 'upward';
  readonly genre: '请示' | '报告';
  /** 发文机关标志 in red, e.g. 青禾市第一中学文件. */
  readonly issuer: string;
  /** 主送机关 without the colon; of a 请示 exactly one. */
  readonly addressee: string;
  /** 签发人: who signed it for the school, at least one. */
  readonly signers: readonly string[];
}

/** 函 in the letter form, 信函式 (GB/T 9704-2012 10.1): double red lines, its 版记 without rules, place and day of printing. */
export interface LetterPaper extends OfficialBase, SignedPaper {
  readonly kind: 'letter';
  /** The issuer's full name in red, without 文件. */
  readonly issuer: string;
  /** 主送机关 without the colon. */
  readonly addressee: string;
  readonly printedBy?: never;
  readonly printedOn?: never;
}

/** Who was at a meeting, each a name or a name with the office held, e.g. 李明（教务处主任）. */
export interface Attendance {
  /** 出席 */
  readonly present: readonly string[];
  /** 请假 */
  readonly excused?: readonly string[];
  /** 列席 */
  readonly observing?: readonly string[];
}

/**
 * 纪要 (GB/T 9704-2012 10.3): its mark is ××纪要, it is addressed to nobody, bears neither signature nor seal, and names
 * who attended. Its head is its own on any paper but plain: the school's pre-printed paper bears the mark of a 文件.
 */
export interface MinutesPaper extends OfficialBase, PrintedPaper {
  readonly kind: 'minutes';
  /** 纪要标志 in red, ending in 纪要, e.g. 青禾市第一中学校长办公会议纪要. */
  readonly issuer: string;
  /** 编发 office and day (`YYYY-MM-DD`), left and right above the red line. */
  readonly editedBy: string;
  readonly day: string;
  readonly attendance: Attendance;
  readonly addressee?: never;
  readonly signature?: never;
  readonly sealed?: never;
  readonly note?: never;
}

/** An official paper; without `kind` it is a downward one. */
export type OfficialPaper = DownwardPaper | UpwardPaper | LetterPaper | MinutesPaper;
