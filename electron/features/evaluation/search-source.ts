import { subjectKindLabels } from '../../../shared/features/evaluation/indicators.ts';
import { cycleStateLabels, type Cycle } from '../../../shared/features/evaluation/schema.ts';
import type { SearchItem, SearchSource } from '../search-source.ts';
import { cycleCollection } from './collections.ts';

const itemOf = (cycle: Cycle): SearchItem => ({
  id: cycle.id,
  title: cycle.name,
  about: `${subjectKindLabels[cycle.kind]} · ${cycleStateLabels[cycle.state]}`,
  names: [cycle.name],
  codes: [],
});

/** 考核 found by their names. */
export const cycleSearchSource: SearchSource = {
  kind: 'cycle',
  permission: 'evaluation.read',
  collection: cycleCollection.name,
  all: (reader) => reader.all(cycleCollection).map(itemOf),
  one: (reader, id) => {
    const cycle = reader.get(cycleCollection, id);
    return cycle && itemOf(cycle);
  },
};
