import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import type { Reader } from '../../store/types.ts';
import { publicityCollection } from './collections.ts';

/** Publicities that hang now and show any of these sanctions. */
export const publicitiesShowing = (reader: Reader, sanctionIds: ReadonlySet<string>): Publicity[] =>
  reader
    .by(publicityCollection, 'state', 'shown')
    .filter(({ content }) =>
      content.items.some(({ sanctionId }) => sanctionId !== null && sanctionIds.has(sanctionId)),
    );

/** Publicities of 优秀 of a yearly assessment that went up on a day or later and were not taken down. */
export const assessmentPublicities = (reader: Reader, since: string): Publicity[] =>
  (['shown', 'finished'] as const).flatMap((state) =>
    reader
      .by(publicityCollection, 'state', state)
      .filter(({ content, run }) => content.kind === 'assessment' && run !== null && run.startsOn >= since),
  );
