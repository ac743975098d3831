import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { call } from '../../../api.ts';
import { callKey, useCall } from '../../../app/calls.ts';
import {
  PeoplePicker,
  PersonPicker,
  type PeoplePickerProps,
  type PersonOption,
  type PersonPickerProps,
} from '../../../ui/form/person-picker.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';

type StaffRow = ChannelOutput<'organisation.staff'>['staff'][number];

const MANY = 30;
const FRESH_MS = 60_000;

const optionOf = ({ id, name, number, department, post }: StaffRow): PersonOption => ({
  id,
  name,
  about: [number, department, post].filter((text) => text !== '').join(' · '),
});

/** Who matches what is typed, those still at the school first. */
const useSearchStaff = (): ((text: string) => Promise<readonly PersonOption[]>) => {
  const client = useQueryClient();
  return async (text) => {
    const { staff } = await client.query({
      queryKey: callKey('organisation.staff', {}),
      queryFn: () => call('organisation.staff', {}),
      staleTime: FRESH_MS,
    });
    return staff
      .filter(({ name, number }) => fitsSearch([name, number], text))
      .toSorted((a, b) => Number(b.present) - Number(a.present))
      .slice(0, MANY)
      .map(optionOf);
  };
};

/** The people whom a form holds already, so that a draft taken up again shows names; undefined until they are known. */
const useKnown = (ids: readonly string[]): readonly PersonOption[] | undefined => {
  const { data } = useCall('organisation.staff', {}, { staleTime: FRESH_MS });
  if (ids.length === 0) return [];
  return data?.staff.filter(({ id }) => ids.includes(id)).map(optionOf);
};

/** One member of staff. */
export const StaffPicker = (props: Omit<PersonPickerProps, 'search' | 'known'>): ReactNode => {
  const search = useSearchStaff();
  const known = useKnown(typeof props.value === 'string' ? [props.value] : []);
  return (
    <PersonPicker
      {...props}
      {...(known === undefined ? { value: null } : {})}
      search={search}
      known={known?.[0]}
    />
  );
};

/** Several members of staff. */
export const StaffPeoplePicker = (props: Omit<PeoplePickerProps, 'search' | 'known'>): ReactNode => {
  const search = useSearchStaff();
  const known = useKnown(props.value ?? []);
  return (
    <PeoplePicker
      key={known === undefined ? 'waiting' : 'ready'}
      {...props}
      {...(known === undefined ? { value: [] } : {})}
      search={search}
      known={known ?? []}
    />
  );
};

/** One member of staff, where a form holds nobody as an empty text. */
export const StaffIdPicker = ({
  value,
  onChange,
  id,
}: {
  value?: string;
  onChange?: (id: string) => void;
  id?: string;
}): ReactNode => (
  <StaffPicker
    {...(id === undefined ? {} : { id })}
    value={value === undefined || value === '' ? null : value}
    onChange={(next) => onChange?.(next ?? '')}
  />
);
