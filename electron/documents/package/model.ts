/** A case file that leaves the program whole: what is in it, as plain data and readers of bytes. */

/** One file of a case file. Its name is made by the caller, who knows whose name must not stand in it. */
export interface PackageEntry {
  /** Folders and file name with ending, outermost first, e.g. `['02 证据', '03 检查记录.pdf']`. */
  readonly path: readonly string[];
  /** 题名 in the list of contents. */
  readonly title: string;
  /** 文号 */
  readonly number?: string;
  /** 责任者: who made it. */
  readonly author?: string;
  /** 成文日期, `YYYY-MM-DD`. */
  readonly day?: string;
  /** Printed pages, where they are known. */
  readonly pages?: number;
  /** 备注, e.g. 复制件. */
  readonly note?: string;
  /** SHA-256 on record: the file is refused when its bytes are others. */
  readonly hash?: string;
  /** The bytes when their turn comes: whole, or piece by piece where the file may be large. */
  readonly read: () => Promise<Uint8Array> | AsyncIterable<Uint8Array>;
  /** True where no more than a piece of it may be held at once. */
  readonly large?: boolean;
}

/** What the covers and lists of a case file say of it. */
export interface CaseFileHead {
  /** 案卷题名, e.g. 关于教学常规检查有关问题的问责案卷. */
  readonly title: string;
  readonly issuer: string;
  /** 案卷号 or 事项编号. */
  readonly number?: string;
  /** ISO instant of the export: the only time that the files made here carry. */
  readonly createdAt: string;
}

export interface CaseFilePackage extends CaseFileHead {
  /** In the order of the list of contents. */
  readonly entries: readonly PackageEntry[];
}

/** A file as it stands in the package. */
export interface PackedFile {
  /** With slashes, as in the zip. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}
