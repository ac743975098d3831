import type { MeasureContent } from '../../../shared/features/standards/measure.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Stamp } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import {
  inForce,
  type Matter,
  type MatterContent,
  type Measure,
  type SchoolRule,
  type SchoolRuleContent,
  type StoredGround,
} from '../../../shared/features/standards/schema.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import {
  groundCollection,
  matterCollection,
  measureCollection,
  schoolRuleCollection,
} from './collections.ts';

/** Which record is changed, as the screen saw it, and why. */
export interface StandardsEdit {
  readonly id: string;
  readonly rev: number;
  readonly why: string;
}

interface Version<C> {
  version: number;
  made: Stamp;
  why: string;
  content: C;
}

const stamp = (tx: Tx): Stamp => ({ at: instantOfMs(tx.now), by: tx.actor });

/** The versions with one more behind them; none that ever was in force is changed. */
const withVersion = <C>(tx: Tx, versions: readonly Version<C>[], content: C, why: string): Version<C>[] => [
  ...versions,
  { version: (versions.at(-1)?.version ?? 0) + 1, made: stamp(tx), why, content },
];

const demandGrounds = (reader: Reader, codes: readonly string[]): void => {
  const unknown = codes.findIndex((code) => !reader.get(groundCollection, code));
  if (unknown >= 0) throw invalidField(`content.grounds.${String(unknown)}`, '所选的法规依据不存在。');
};

const commit = <R>({ store, actor, channel }: CallContext, work: (tx: Tx) => R): Promise<R> =>
  store.transact({ actor, act: channel }, work);

export const enableMeasure = (
  { id, rev, enabled }: { id: string; rev: number; enabled: boolean },
  context: CallContext,
): Promise<Measure> =>
  commit(context, (tx) =>
    tx.replace(measureCollection, { ...tx.require(measureCollection, id, '措施'), rev, enabled }),
  );

/** @throws AppError `invalid` for a ground that the law pack does not hold, or another kind of measure. */
export const editMeasure = (
  { id, rev, content, why }: StandardsEdit & { content: MeasureContent },
  context: CallContext,
): Promise<Measure> =>
  commit(context, (tx) => {
    demandGrounds(tx, content.grounds);
    const before = tx.require(measureCollection, id, '措施');
    if (content.kind !== inForce(before).content.kind)
      throw new AppError('invalid', '措施的性质不能更改，否则依据、权限和文书都会对不上。', {
        fields: [{ path: 'content.kind', message: '措施的性质不能更改' }],
      });
    if (content.requires.rectification && content.paper === null)
      throw invalidField('content.paper', '需要整改的措施要出具文书，否则整改要求无法送达本人。');
    return tx.replace(measureCollection, {
      ...before,
      rev,
      versions: withVersion(tx, before.versions, content, why),
    });
  });

export const enableMatter = (
  { id, rev, enabled }: { id: string; rev: number; enabled: boolean },
  context: CallContext,
): Promise<Matter> =>
  commit(context, (tx) =>
    tx.replace(matterCollection, { ...tx.require(matterCollection, id, '问责事项类别'), rev, enabled }),
  );

/** @throws AppError `invalid` for a ground or measure that the school does not have. */
export const editMatter = (
  { id, rev, content, why }: StandardsEdit & { content: MatterContent },
  context: CallContext,
): Promise<Matter> =>
  commit(context, (tx) => {
    demandGrounds(tx, content.grounds);
    const unknown = content.usualMeasures.findIndex((code) => !tx.get(measureCollection, code));
    if (unknown >= 0) throw invalidField(`content.usualMeasures.${String(unknown)}`, '所选的措施不存在。');
    const before = tx.require(matterCollection, id, '问责事项类别');
    return tx.replace(matterCollection, {
      ...before,
      rev,
      versions: withVersion(tx, before.versions, content, why),
    });
  });

/**
 * Keeps that the caller compared an article with the published text on a day. From then on papers print the article.
 *
 * @throws AppError `invalid` for a day to come, or for a requirement that is no law.
 */
export const checkGround = (
  { id, rev, article, on }: { id: string; rev: number; article: string; on: string },
  context: CallContext,
): Promise<StoredGround> =>
  commit(context, (tx) => {
    if (on > context.today) throw invalidField('on', '核对日期不能晚于今天。');
    const before = tx.require(groundCollection, id, '法规依据');
    const { content } = inForce(before);
    if (content.kind !== 'law') throw invalidField('article', '办理要求不是法律法规，没有条号可以核对。');
    const checked = { ...content, article, check: { by: tx.actor.name, on } };
    return tx.replace(groundCollection, {
      ...before,
      rev,
      versions: withVersion(tx, before.versions, checked, '核对原文'),
    });
  });

export const addSchoolRule = (content: SchoolRuleContent, context: CallContext): Promise<SchoolRule> =>
  commit(context, (tx) =>
    tx.insert(schoolRuleCollection, {
      id: context.newId(),
      enabled: true,
      versions: [{ version: 1, made: stamp(tx), why: '新增', content }],
    }),
  );

export const editSchoolRule = (
  { id, rev, content, why }: StandardsEdit & { content: SchoolRuleContent },
  context: CallContext,
): Promise<SchoolRule> =>
  commit(context, (tx) => {
    const before = tx.require(schoolRuleCollection, id, '校内制度');
    return tx.replace(schoolRuleCollection, {
      ...before,
      rev,
      versions: withVersion(tx, before.versions, content, why),
    });
  });
