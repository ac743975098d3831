import { entryLabel } from '../../../shared/features/organisation/grades.ts';
import type { Pupil, Staff } from '../../../shared/features/organisation/schema.ts';
import type { Reader } from '../../store/types.ts';
import type { SearchItem, SearchSource } from '../search-source.ts';
import { classCollection, departmentCollection, pupilCollection, staffCollection } from './collections.ts';

const staffItem = (reader: Reader, staff: Staff): SearchItem => {
  const open = staff.holdings.filter(({ endsOn }) => endsOn === null);
  const departments = new Set(
    open.flatMap(({ departmentId }) => reader.get(departmentCollection, departmentId)?.name ?? []),
  );
  const where = staff.leftOn === null ? [...departments].join('、') : '已离校';
  return {
    id: staff.id,
    title: staff.name,
    about: where === '' ? `工号 ${staff.number}` : `工号 ${staff.number} · ${where}`,
    names: [staff.name],
    codes: [staff.number, staff.phone].filter((code) => code !== ''),
  };
};

export const staffSearchSource: SearchSource = {
  kind: 'staff',
  permission: 'organisation.read',
  collection: staffCollection.name,
  all: (reader) => reader.all(staffCollection).map((staff) => staffItem(reader, staff)),
  one: (reader, id) => {
    const staff = reader.get(staffCollection, id);
    return staff && staffItem(reader, staff);
  },
};

/** A pupil is named by the year of entry: the label of a grade would be wrong a year later. */
const pupilItem = (reader: Reader, pupil: Pupil): SearchItem => {
  const held = reader.get(classCollection, pupil.classId);
  const place = held ? entryLabel(held) : '';
  return {
    id: pupil.id,
    title: pupil.name,
    about: [place, `学籍号 ${pupil.number}`, ...(pupil.leftOn === null ? [] : ['已离校'])]
      .filter((part) => part !== '')
      .join(' · '),
    names: [pupil.name],
    codes: [pupil.number],
  };
};

export const pupilSearchSource: SearchSource = {
  kind: 'pupil',
  permission: 'pupils.read',
  collection: pupilCollection.name,
  all: (reader) => reader.all(pupilCollection).map((pupil) => pupilItem(reader, pupil)),
  one: (reader, id) => {
    const pupil = reader.get(pupilCollection, id);
    return pupil && pupilItem(reader, pupil);
  },
};
