import type { IssuedPaper } from '../../../shared/features/papers/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Reader } from '../../store/types.ts';
import type { SearchItem, SearchSource } from '../search-source.ts';
import { issuedPaperCollection } from './collections.ts';
import type { HiddenPapers } from './hidden.ts';

const item = (paper: IssuedPaper): SearchItem => ({
  id: paper.id,
  title: paper.title,
  about: [paper.number ?? paper.kind, formatDay(paper.datedOn), ...(paper.superseded ? ['已作废'] : [])].join(
    ' · ',
  ),
  names: [paper.title, paper.kind],
  codes: paper.number === null ? [] : [paper.number],
});

/** Issued papers, by title and document number; those that no longer count are found too, and say so. */
export const createPaperSearchSource = (hidden: HiddenPapers): SearchSource => ({
  kind: 'paper',
  permission: 'papers.read',
  collection: issuedPaperCollection.name,
  all: (reader: Reader) => reader.all(issuedPaperCollection).map(item),
  one: (reader: Reader, id: string) => {
    const paper = reader.get(issuedPaperCollection, id);
    return paper && item(paper);
  },
  hides: (reader: Reader, id: string, userId: string) => {
    const paper = reader.get(issuedPaperCollection, id);
    return paper !== undefined && hidden.hides(reader, paper, userId);
  },
});
