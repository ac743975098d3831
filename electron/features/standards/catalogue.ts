import type { MeasureContent } from '../../../shared/features/standards/measure.ts';
import { matterFlaws } from '../../../shared/features/standards/matter-flaws.ts';
import { measureFlaws } from '../../../shared/features/standards/measure-flaws.ts';
import {
  inForce,
  type Matter,
  type MatterContent,
  type Measure,
} from '../../../shared/features/standards/schema.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { matterCollection, measureCollection } from './collections.ts';
import {
  demandFlawless,
  demandGrounds,
  ownCode,
  ownRecord,
  withVersion,
  type StandardsEdit,
  type Toggle,
} from './versions.ts';
import { commit } from '../record-acts.ts';

const demandMeasure = (reader: Reader, content: MeasureContent): void => {
  demandGrounds(reader, content.grounds);
  demandFlawless(reader, measureFlaws(content));
};

const demandMatter = (reader: Reader, content: MatterContent): void => {
  demandGrounds(reader, content.grounds);
  const flaws = matterFlaws(content, (code) => {
    const measure = reader.get(measureCollection, code);
    return measure && inForce(measure).content;
  });
  demandFlawless(reader, flaws);
};

/** @throws AppError `unlawful` with the article for a measure that a school may not have, `invalid` for an unknown ground. */
export const addMeasure = (
  { content }: { content: MeasureContent },
  context: CallContext,
): Promise<Measure> =>
  commit(context, (tx) => {
    demandMeasure(tx, content);
    return tx.insert(measureCollection, ownRecord(tx, ownCode(context), content));
  });

export const enableMeasure = ({ id, rev, enabled }: Toggle, context: CallContext): Promise<Measure> =>
  commit(context, (tx) =>
    tx.replace(measureCollection, { ...tx.require(measureCollection, id, '措施'), rev, enabled }),
  );

/** @throws AppError like `addMeasure`, and `invalid` for another kind of measure. */
export const editMeasure = (
  { id, rev, content, why }: StandardsEdit & { content: MeasureContent },
  context: CallContext,
): Promise<Measure> =>
  commit(context, (tx) => {
    const before = tx.require(measureCollection, id, '措施');
    if (content.kind !== inForce(before).content.kind)
      throw new AppError(
        'invalid',
        '措施的性质不能更改，否则依据、权限和文书都会对不上。请另外新增一项措施。',
        {
          fields: [{ path: 'content.kind', message: '措施的性质不能更改' }],
        },
      );
    demandMeasure(tx, content);
    const versions = withVersion(tx, before.versions, content, why);
    return tx.replace(measureCollection, { ...before, rev, versions });
  });

/** @throws AppError `unlawful` where a measure does not go with the matter, `invalid` for what does not exist. */
export const addMatter = ({ content }: { content: MatterContent }, context: CallContext): Promise<Matter> =>
  commit(context, (tx) => {
    demandMatter(tx, content);
    return tx.insert(matterCollection, ownRecord(tx, ownCode(context), content));
  });

export const enableMatter = ({ id, rev, enabled }: Toggle, context: CallContext): Promise<Matter> =>
  commit(context, (tx) =>
    tx.replace(matterCollection, { ...tx.require(matterCollection, id, '问责事由'), rev, enabled }),
  );

/** @throws AppError like `addMatter`. */
export const editMatter = (
  { id, rev, content, why }: StandardsEdit & { content: MatterContent },
  context: CallContext,
): Promise<Matter> =>
  commit(context, (tx) => {
    demandMatter(tx, content);
    const before = tx.require(matterCollection, id, '问责事由');
    const versions = withVersion(tx, before.versions, content, why);
    return tx.replace(matterCollection, { ...before, rev, versions });
  });
