import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Stamp } from '../../../shared/kernel/entity.ts';
import { AppError, type FieldIssue } from '../../../shared/kernel/result.ts';
import type { Flaw } from '../../../shared/features/standards/flaw.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { citeOnScreen } from '../../../shared/law/pack.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { groundCollection } from './collections.ts';

/** Which record is changed, as the screen saw it, and why. */
export interface StandardsEdit {
  readonly id: string;
  readonly rev: number;
  readonly why: string;
}

/** A record taken out of use or back into it. */
export interface Toggle {
  readonly id: string;
  readonly rev: number;
  readonly enabled: boolean;
}

export interface Version<C> {
  version: number;
  made: Stamp;
  why: string;
  content: C;
}

const stamp = (tx: Tx): Stamp => ({ at: instantOfMs(tx.now), by: tx.actor });

/** The versions with one more behind them; none that ever was in force is changed. */
export const withVersion = <C>(
  tx: Tx,
  versions: readonly Version<C>[],
  content: C,
  why: string,
): Version<C>[] => [
  ...versions,
  { version: (versions.at(-1)?.version ?? 0) + 1, made: stamp(tx), why, content },
];

/** What the school adds itself: in use from the start. */
export const ownRecord = <C>(
  tx: Tx,
  id: string,
  content: C,
): { id: string; enabled: boolean; versions: Version<C>[] } => ({
  id,
  enabled: true,
  versions: withVersion(tx, [], content, '本校新增'),
});

/** A code for what the school adds, which no library will ever use. */
export const ownCode = ({ newId }: CallContext): string => `own-${newId()}`;

/** @throws AppError `invalid` for a ground that the law pack does not hold. */
export const demandGrounds = (reader: Reader, codes: readonly string[], path = 'content.grounds'): void => {
  const unknown = codes.findIndex((code) => !reader.get(groundCollection, code));
  if (unknown >= 0) {
    const message = '所选的法规依据不存在。';
    throw new AppError('invalid', message, { fields: [{ path: `${path}.${String(unknown)}`, message }] });
  }
};

/**
 * Stops an entry that could not stand, with every reason at its field.
 *
 * @throws AppError `unlawful` with the article of the first reason that has one, otherwise `invalid`.
 */
export const demandFlawless = (reader: Reader, flaws: readonly Flaw[]): void => {
  const articleOf = ({ ground }: Flaw): string | undefined => {
    const held = ground === null ? undefined : reader.get(groundCollection, ground);
    return held && citeOnScreen(inForce(held).content);
  };
  const first = flaws.find((flaw) => articleOf(flaw) !== undefined) ?? flaws[0];
  if (!first) return;
  const article = articleOf(first);
  const more = flaws.length > 1 ? `（另有 ${String(flaws.length - 1)} 处）` : '';
  throw new AppError(article === undefined ? 'invalid' : 'unlawful', `${first.message}${more}`, {
    // A field shows its own message alone: the article has to stand there as well.
    fields: flaws.map((flaw): FieldIssue => {
      const ground = articleOf(flaw);
      return {
        path: `content.${flaw.path}`,
        message: ground === undefined ? flaw.message : `${flaw.message}依据：${ground}。`,
      };
    }),
    ...(article === undefined ? {} : { article }),
  });
};
