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
