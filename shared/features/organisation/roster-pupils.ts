import { formatDay } from '../../kernel/dates.ts';
import { rosterColumns } from './roster-columns.ts';
import { MissingNames, RowReader, rowOf, type RosterPlan } from './roster-plan.ts';
import type { RosterRow } from './roster-rows.ts';
import {
  readClassName,
  readDay,
  readGender,
  readName,
  readPhone,
  readText,
  type ClassName,
} from './roster-values.ts';
import { genderLabels, type Pupil, type SchoolClass } from './schema.ts';

export interface PupilLookup {
  readonly byNumber: (number: string) => Pupil | undefined;
  readonly class: (name: ClassName) => Pick<SchoolClass, 'id'> | undefined;
  /** The id that a class not there yet would get; undefined: it must not be made. */
  readonly idFor: (name: ClassName) => string | undefined;
  readonly labelOf: (classId: string) => string;
  readonly newId: () => string;
}

type Guardian = Pupil['guardians'][number];

const guardianText = ({ name, relation, phone }: Guardian): string =>
  [name, relation, phone].filter((part) => part !== '').join(' ');

const shown = (pupil: Pupil, lookup: PupilLookup): Map<string, string> => {
  const day = (value: string | null): string => (value === null ? '' : formatDay(value));
  return new Map([
    ['姓名', pupil.name],
    ['性别', genderLabels[pupil.gender]],
    ['出生日期', day(pupil.bornOn)],
    ['班级', lookup.labelOf(pupil.classId)],
    ['入学日期', day(pupil.enrolledOn)],
    ['监护人', pupil.guardians.map(guardianText).join('、')],
  ]);
};

/** One guardian as the row has it over what is known; blank cells leave what is known. */
const readGuardian = (
  reader: RowReader,
  row: RosterRow,
  place: '1' | '2',
  known: Guardian | undefined,
): Guardian | undefined => {
  const name = reader.read(`guardian${place}`, (text) => readName(text, '监护人姓名'));
  const relation = reader.read(`relation${place}`, (text) => readText(text, '与学生关系', 10));
  const phone = reader.read(`phone${place}`, readPhone);
  if (name === undefined && relation === undefined && phone === undefined) return known;
  const guardian = {
    name: name ?? known?.name ?? '',
    relation: relation ?? known?.relation ?? '',
    phone: phone ?? known?.phone ?? '',
  };
  if (guardian.name === '') {
    const key = row.cells.has(`phone${place}`) ? `phone${place}` : `relation${place}`;
    reader.complain(key, '还须填写监护人姓名');
  } else if (guardian.relation === '') return { ...guardian, relation: '监护人' };
  return guardian;
};

/**
 * What a pupils' roster would do. Pupils are matched by 学籍号 alone; a blank cell leaves what is known, pupils who are
 * not in the file are left alone.
 */
export const planPupils = (rows: readonly RosterRow[], lookup: PupilLookup): RosterPlan<Pupil> => {
  const columns = rosterColumns.pupils;
  const missing = new MissingNames();
  const problems: RosterPlan<Pupil>['problems'][number][] = [];
  const listed: RosterPlan<Pupil>['rows'][number][] = [];
  const people: RosterPlan<Pupil>['people'][number][] = [];
  for (const row of rows) {
    const reader = new RowReader(columns, row);
    const before = lookup.byNumber(row.number);
    const gender = reader.read('gender', readGender) ?? before?.gender;
    const bornOn =
      reader.read('bornOn', (text, { serial }) => readDay(text, serial)) ?? before?.bornOn ?? null;
    const enrolledOn =
      reader.read('enrolledOn', (text, { serial }) => readDay(text, serial)) ?? before?.enrolledOn ?? null;
    if (!before && !row.cells.has('gender')) reader.complain('gender', '新增学生须填写性别');
    if (!before && !row.cells.has('class')) reader.complain('class', '新增学生须填写班级');
    let classId = before?.classId;
    const classCell = row.cells.get('class');
    if (classCell) {
      const named = readClassName(classCell.text);
      const found = named && lookup.class(named);
      if (!named) reader.complain('class', '看不出是哪个班，请写成 七年级3班、七（3）班 或 2026级3班');
      else if (found) classId = found.id;
      else {
        missing.add({ kind: 'class', name: classCell.text });
        const made = lookup.idFor(named);
        if (made === undefined)
          reader.complain('class', `学校没有“${classCell.text}”，请先建立班级，或勾选一并建立`);
        classId = made;
      }
    }
    const guardians = (['1', '2'] as const).flatMap(
      (place, at) => readGuardian(reader, row, place, before?.guardians[at]) ?? [],
    );
    guardians.push(...(before?.guardians.slice(2) ?? []));
    problems.push(...reader.problems);
    if (reader.problems.length > 0 || gender === undefined || classId === undefined) continue;
    const after: Pupil = {
      id: before?.id ?? lookup.newId(),
      rev: before?.rev ?? 1,
      number: row.number,
      name: row.name,
      gender,
      bornOn,
      classId,
      guardians,
      enrolledOn,
      leftOn: before?.leftOn ?? null,
    };
    listed.push(rowOf(row, before && shown(before, lookup), shown(after, lookup)));
    people.push({ before, after });
  }
  return { rows: listed, problems, missing: missing.list(), people };
};
