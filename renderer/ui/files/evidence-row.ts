import type { FileRef } from '../../../shared/kernel/entity.ts';

/** 证据种类, in the order in which they are listed. */
export const evidenceKinds = [
  '书证',
  '物证照片',
  '视听资料',
  '电子数据',
  '证人证言',
  '当事人陈述',
  '鉴定意见',
  '勘验检查笔录',
  '其他',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** 原件 or a copy of it. */
export const evidenceOrigins = ['原件', '复制件'] as const;
export type EvidenceOrigin = (typeof evidenceOrigins)[number];

/** One piece of evidence as a register shows it, in words that are ready to be read. */
export interface EvidenceRow {
  readonly key: string;
  /** From 1, in the order of registration. */
  readonly number: number;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly origin: EvidenceOrigin;
  /** Who or where it came from: `七年级组提供`. */
  readonly source: string;
  /** Who took it. */
  readonly takenBy: string;
  /** The day it was taken, `YYYY-MM-DD`; null when nobody knows. */
  readonly takenOn: string | null;
  /** Null for what lies elsewhere and is only described. */
  readonly file: FileRef | null;
}

/** Since when and why a register takes no more changes. */
export interface EvidenceSeal {
  /** An instant. */
  readonly at: string;
  /** `调查报告已通过` */
  readonly reason: string;
}
