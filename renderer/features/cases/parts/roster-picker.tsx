import { useQueryClient } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import {
  subjectKindLabels,
  subjectKindSchema,
  type SubjectKind,
} from '../../../../shared/features/cases/people.ts';
import { call } from '../../../api.ts';
import { callKey, useCall } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { PeoplePicker, PersonPicker, type PersonOption } from '../../../ui/form/person-picker.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';

/** Staff, pupils and departments in one field: typed by pinyin, initials, number or class. */

export interface Chosen {
  readonly kind: SubjectKind;
  readonly id: string;
}

type StaffRow = ChannelOutput<'organisation.staff'>['staff'][number];
type PupilRow = ChannelOutput<'organisation.pupils'>['pupils'][number];
type DepartmentRow = ChannelOutput<'organisation.departments'>['departments'][number];

const MANY = 30;
const FRESH_MS = 60_000;

const keyOf = ({ kind, id }: Chosen): string => `${kind}:${id}`;
const chosenOf = (key: string): Chosen | undefined => {
  const at = key.indexOf(':');
  const kind = subjectKindSchema.safeParse(key.slice(0, at));
  return kind.success ? { kind: kind.data, id: key.slice(at + 1) } : undefined;
};

const described = (kind: SubjectKind, ...about: string[]): string =>
  [subjectKindLabels[kind], ...about].filter((text) => text !== '').join(' · ');

const staffOption = ({ id, name, number, department, post }: StaffRow): PersonOption => ({
  id: keyOf({ kind: 'staff', id }),
  name,
  about: described('staff', number, department, post),
});
const pupilOption = (pupil: PupilRow): PersonOption => ({
  id: keyOf({ kind: 'pupil', id: pupil.id }),
  name: pupil.name,
  about: described('pupil', pupil.class, pupil.present ? '' : '已离校'),
});
const departmentOption = ({ id, name }: DepartmentRow): PersonOption => ({
  id: keyOf({ kind: 'department', id }),
  name,
  about: described('department'),
});

interface Roster {
  readonly staff: readonly StaffRow[];
  readonly pupils: readonly PupilRow[];
  readonly departments: readonly DepartmentRow[];
}

const present = (row: { readonly present: boolean }): number => Number(row.present);

const found = ({ staff, pupils, departments }: Roster, text: string): PersonOption[] => {
  const somebody = text !== '';
  return [
    ...staff
      .filter(({ name, number }) => fitsSearch([name, number], text))
      .toSorted((a, b) => present(b) - present(a))
      .slice(0, MANY)
      .map(staffOption),
    ...departments
      .filter(({ name, closedOn }) => closedOn === null && fitsSearch([name], text))
      .slice(0, somebody ? MANY : 0)
      .map(departmentOption),
    ...pupils
      .filter((pupil) => fitsSearch([pupil.name, pupil.number, pupil.class], text))
      .toSorted((a, b) => present(b) - present(a))
      .slice(0, MANY)
      .map(pupilOption),
  ].slice(0, MANY);
};

const allKinds: readonly SubjectKind[] = subjectKindSchema.options;

/** Finds among the kinds wanted; pupils only for those who may see them. */
const useRosterSearch = (kinds: readonly SubjectKind[]): ((text: string) => Promise<PersonOption[]>) => {
  const client = useQueryClient();
  const seesPupils = useCan()('pupils.read');
  return useCallback(
    async (text) => {
      const [staff, pupils, departments] = await Promise.all([
        kinds.includes('staff')
          ? client.query({
              queryKey: callKey('organisation.staff', {}),
              queryFn: () => call('organisation.staff', {}),
              staleTime: FRESH_MS,
            })
          : { staff: [] },
        kinds.includes('pupil') && seesPupils
          ? client.query({
              queryKey: callKey('organisation.pupils', {}),
              queryFn: () => call('organisation.pupils', {}),
              staleTime: FRESH_MS,
            })
          : { pupils: [] },
        kinds.includes('department')
          ? client.query({
              queryKey: callKey('organisation.departments', {}),
              queryFn: () => call('organisation.departments', {}),
              staleTime: FRESH_MS,
            })
          : { departments: [] },
      ]);
      return found({ ...staff, ...pupils, ...departments }, text);
    },
    [client, kinds, seesPupils],
  );
};

/** Whom a form holds already, so that a draft taken up again shows names; undefined until they are known. */
const useKnown = (chosen: readonly Chosen[]): readonly PersonOption[] | undefined => {
  const seesPupils = useCan()('pupils.read');
  const has = (kind: SubjectKind): boolean => chosen.some((each) => each.kind === kind);
  const staff = useCall('organisation.staff', {}, { enabled: has('staff'), staleTime: FRESH_MS });
  const pupils = useCall(
    'organisation.pupils',
    {},
    { enabled: has('pupil') && seesPupils, staleTime: FRESH_MS },
  );
  const departments = useCall(
    'organisation.departments',
    {},
    { enabled: has('department'), staleTime: FRESH_MS },
  );
  if (
    (has('staff') && !staff.data) ||
    (has('pupil') && seesPupils && !pupils.data) ||
    (has('department') && !departments.data)
  )
    return undefined;
  const ids = new Set(chosen.map(keyOf));
  return [
    ...(staff.data?.staff.map(staffOption) ?? []),
    ...(pupils.data?.pupils.map(pupilOption) ?? []),
    ...(departments.data?.departments.map(departmentOption) ?? []),
  ].filter(({ id }) => ids.has(id));
};

interface FieldProps {
  readonly id?: string;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/** Several people or departments of the kinds wanted. */
export const SubjectsPicker = ({
  kinds = allKinds,
  value = [],
  onChange,
  ...field
}: FieldProps & {
  kinds?: readonly SubjectKind[];
  value?: readonly Chosen[];
  onChange?: (chosen: Chosen[]) => void;
}): ReactNode => {
  const search = useRosterSearch(kinds);
  const known = useKnown(value);
  return (
    <PeoplePicker
      key={known === undefined ? 'waiting' : 'ready'}
      placeholder="输入姓名、拼音首字母、工号、班级或部门"
      {...field}
      value={known === undefined ? [] : value.map(keyOf)}
      onChange={(keys) => onChange?.(keys.flatMap((key) => chosenOf(key) ?? []))}
      search={search}
      known={known ?? []}
    />
  );
};

const people: readonly SubjectKind[] = ['staff', 'pupil'];

/** One member of staff or one pupil; `onChange` also tells the name and what stands behind it. */
export const RosterPersonPicker = ({
  value,
  onChange,
  ...field
}: FieldProps & {
  value?: Chosen | null;
  onChange?: (chosen: Chosen | null) => void;
}): ReactNode => {
  const search = useRosterSearch(people);
  const known = useKnown(value ? [value] : []);
  return (
    <PersonPicker
      placeholder="输入姓名、拼音首字母、工号或班级"
      {...field}
      value={value && known !== undefined ? keyOf(value) : null}
      onChange={(key) => onChange?.(key === null ? null : (chosenOf(key) ?? null))}
      search={search}
      known={known?.[0]}
    />
  );
};
