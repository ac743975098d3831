import type { Change } from './difference.ts';

/** Sentences, and texts of more than one line of reading, are not quoted within a sentence: they stand beside each other in full. */
const QUOTABLE = 40;

const quotable = (...texts: string[]): boolean =>
  texts.every((text) => text.length <= QUOTABLE && !/[。；！？\n]/.test(text));

const orNothing = (text: string): string => (text === '' ? '（空）' : text);

/** One change as part of a sentence: `指标“出勤”的权重由 20% 改为 25%`. */
export const changeInWords = ({ kind, subject, what, before, after }: Change): string => {
  switch (kind) {
    case 'added':
      return quotable(after) ? `新增${subject}（${after}）` : `新增${subject}`;
    case 'removed':
      return `删去${subject}`;
    case 'moved':
      return what === '顺序' ? `${subject}的顺序调整为${after}` : `${subject}由“${before}”移到“${after}”`;
    case 'changed':
      return quotable(before, after)
        ? `${subject}的${what}由 ${orNothing(before)} 改为 ${orNothing(after)}`
        : `${subject}的${what}有修改`;
  }
};

const orderOfKinds: readonly Change['kind'][] = ['added', 'removed', 'moved', 'changed'];

/** The whole difference as one sentence: what came, what went, what moved, what changed. */
export const differenceInWords = (older: number, newer: number, changes: readonly Change[]): string => {
  const versions = `第 ${String(newer)} 版${changes.length === 0 ? '与' : '比'}第 ${String(older)} 版`;
  if (changes.length === 0) return `${versions}内容相同。`;
  const parts = orderOfKinds.flatMap((kind) => changes.filter((change) => change.kind === kind));
  return `${versions}：${parts.map(changeInWords).join('；')}。`;
};
