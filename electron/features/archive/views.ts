import type { ArchiveSummary, PersonArchive } from '../../../shared/features/archive/channels.ts';
import { employmentLabels, genderLabels, type Staff } from '../../../shared/features/organisation/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import type { Reader } from '../../store/types.ts';
import { placeOf } from '../organisation/index.ts';
import { byKind, entriesOf } from './entries.ts';

export const summaryOf = (reader: Reader, staff: Staff, today: string): ArchiveSummary => {
  const entries = entriesOf(reader, staff.id);
  const { department, post } = placeOf(reader, staff, today);
  return {
    staffId: staff.id,
    number: staff.number,
    name: staff.name,
    departments: department,
    posts: post,
    left: staff.leftOn !== null && staff.leftOn < today,
    counts: [...byKind(entries)].map(([kind, held]) => ({ kind, count: held.length })),
    latestOn: entries[0]?.day ?? null,
  };
};

/** What heads an archive, in the words that are printed as well. */
export const factsOf = (reader: Reader, staff: Staff, today: string): PersonArchive['facts'] => {
  const { department, post } = placeOf(reader, staff, today);
  const filled = (text: string): string => (text === '' ? '—' : text);
  return [
    { label: '工号', value: staff.number },
    { label: '性别', value: genderLabels[staff.gender] },
    { label: '部门', value: filled(department) },
    { label: '岗位', value: filled(post) },
    { label: '编制与身份', value: employmentLabels[staff.employment] },
    { label: '岗位等级', value: filled(staff.postGrade) },
    { label: '职称', value: filled(staff.title) },
    { label: '入职日期', value: staff.joinedOn === null ? '—' : formatDay(staff.joinedOn) },
    ...(staff.leftOn === null ? [] : [{ label: '离校日期', value: formatDay(staff.leftOn) }]),
  ];
};

/** An archive with its entries as the features gave them. */
export type Archive = Omit<PersonArchive, 'entries'> & { readonly entries: TimelineEntry[] };

export const personArchive = (reader: Reader, staff: Staff, today: string): Archive => ({
  staffId: staff.id,
  number: staff.number,
  name: staff.name,
  facts: factsOf(reader, staff, today),
  entries: entriesOf(reader, staff.id),
});
