import { stateLabels } from '../../../shared/features/cases/states.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { Reader } from '../../store/types.ts';
import type { SearchItem, SearchSource } from '../search-source.ts';
import { caseCollection } from './collections.ts';
import { isAboutUser } from './recusal.ts';

const item = (record: CaseRecord): SearchItem => {
  const people = record.subjects.map(({ name }) => name);
  return {
    id: record.id,
    title: `${people.join('、')}：${record.matter.name}`,
    about: `${record.number} · ${stateLabels[record.state]}`,
    names: [...people, record.matter.name, record.summary],
    codes: [record.number, ...record.papers.flatMap(({ number }) => number ?? [])],
  };
};

/** Cases, by the people in them, their matter, 案号 and 文号. */
export const caseSearchSource: SearchSource = {
  kind: 'case',
  permission: 'cases.read',
  collection: caseCollection.name,
  all: (reader: Reader) => reader.all(caseCollection).map(item),
  one: (reader: Reader, id: string) => {
    const record = reader.get(caseCollection, id);
    return record && item(record);
  },
  hides: (reader: Reader, id: string, userId: string) => {
    const record = reader.get(caseCollection, id);
    return record !== undefined && isAboutUser(reader, record, userId);
  },
};
