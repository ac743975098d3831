import type { ReactNode } from 'react';
import { call } from '../../../api.ts';
import {
  PeoplePicker,
  PersonPicker,
  type PeoplePickerProps,
  type PersonOption,
  type PersonPickerProps,
} from '../../../ui/form/person-picker.tsx';

/** Everybody found so far, so that a form taken up again shows names. */
const met = new Map<string, PersonOption>();

const searchStaff = async (text: string): Promise<readonly PersonOption[]> => {
  const { hits } = await call('search.find', { text, kinds: ['staff'], limit: 20 });
  const people = hits.map(({ id, title, about }) => ({ id, name: title, about }));
  for (const person of people) met.set(person.id, person);
  return people;
};

/** One member of staff. */
export const StaffPicker = (props: Omit<PersonPickerProps, 'search'>): ReactNode => (
  <PersonPicker
    {...props}
    search={searchStaff}
    known={props.known ?? (typeof props.value === 'string' ? met.get(props.value) : undefined)}
  />
);

/** Several members of staff. */
export const StaffPeoplePicker = (props: Omit<PeoplePickerProps, 'search'>): ReactNode => (
  <PeoplePicker
    {...props}
    search={searchStaff}
    known={[...(props.known ?? []), ...(props.value ?? []).flatMap((id) => met.get(id) ?? [])]}
  />
);
