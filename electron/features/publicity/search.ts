import { publicityStateLabels, type Publicity } from '../../../shared/features/publicity/schema.ts';
import type { Reader } from '../../store/types.ts';
import type { SearchItem, SearchSource } from '../search-source.ts';
import { publicityCollection } from './collections.ts';
import { shownTitle } from './views.ts';

/** By title and number alone: who is in it is found by way of the case. */
const item = (record: Publicity): SearchItem => {
  const title = shownTitle(record);
  return {
    id: record.id,
    title,
    about: `${record.number} · ${publicityStateLabels[record.state]}`,
    names: [title],
    codes: [record.number],
  };
};

export const publicitySearchSource: SearchSource = {
  kind: 'publicity',
  permission: 'publicity.read',
  collection: publicityCollection.name,
  all: (reader: Reader) => reader.all(publicityCollection).map(item),
  one: (reader: Reader, id: string) => {
    const record = reader.get(publicityCollection, id);
    return record && item(record);
  },
};
