import { kindLabels } from '../../../shared/features/appeals/kinds.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { stateLabels } from '../../../shared/features/appeals/workflow.ts';
import type { Reader } from '../../store/types.ts';
import type { SearchItem, SearchSource } from '../search-source.ts';
import { appealCollection } from './collections.ts';
import { isOwnAppeal } from './recusal.ts';
import { shownPerson } from './views.ts';
import { measuresOf } from './words.ts';

const item = (appeal: Appeal): SearchItem => {
  const child = appeal.person.kind === 'pupil' || appeal.person.minor;
  return {
    id: appeal.id,
    title: `${shownPerson(appeal)}：${kindLabels[appeal.kind]}（${measuresOf(appeal.items)}）`,
    about: `${appeal.number} · ${stateLabels[appeal.state]}`,
    names: [...(child ? [] : [appeal.person.name, appeal.applicant.name]), appeal.case.matter],
    codes: [
      appeal.number,
      appeal.case.number,
      ...appeal.papers.flatMap(({ number }) => number ?? []),
      ...appeal.items.flatMap(({ paperNumber }) => paperNumber ?? []),
    ],
  };
};

/** Appeals, by number, 案号, 文号, matter and the staff whom they are about. Never by the name of a child. */
export const appealSearchSource: SearchSource = {
  kind: 'appeal',
  permission: 'cases.read',
  collection: appealCollection.name,
  all: (reader: Reader) => reader.all(appealCollection).map(item),
  one: (reader: Reader, id: string) => {
    const appeal = reader.get(appealCollection, id);
    return appeal && item(appeal);
  },
  hides: (reader: Reader, id: string, userId: string) => {
    const appeal = reader.get(appealCollection, id);
    return appeal !== undefined && isOwnAppeal(reader, appeal, userId);
  },
};
