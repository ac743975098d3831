import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PupilRow } from '../../../../shared/features/organisation/views.ts';
import { call } from '../../../api.ts';
import { callKey, useCall } from '../../../app/calls.ts';
import { PeoplePicker, type PeoplePickerProps, type PersonOption } from '../../../ui/form/person-picker.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';

const MANY = 30;
const FRESH_MS = 60_000;

const optionOf = ({ id, name, number, class: place }: PupilRow): PersonOption => ({
  id,
  name,
  about: [place, number].filter((text) => text !== '').join(' · '),
});

/** Several pupils, by name, pinyin, initials or 学籍号; those still at the school first. */
export const PupilPeoplePicker = (props: Omit<PeoplePickerProps, 'search' | 'known'>): ReactNode => {
  const client = useQueryClient();
  const ids = props.value ?? [];
  const { data } = useCall('organisation.pupils', {}, { staleTime: FRESH_MS, enabled: ids.length > 0 });
  const known = ids.length === 0 ? [] : data?.pupils.filter(({ id }) => ids.includes(id)).map(optionOf);
  const search = async (text: string): Promise<readonly PersonOption[]> => {
    const { pupils } = await client.query({
      queryKey: callKey('organisation.pupils', {}),
      queryFn: () => call('organisation.pupils', {}),
      staleTime: FRESH_MS,
    });
    return pupils
      .filter(({ name, number }) => fitsSearch([name, number], text))
      .toSorted((a, b) => Number(b.present) - Number(a.present))
      .slice(0, MANY)
      .map(optionOf);
  };
  return (
    <PeoplePicker
      key={known === undefined ? 'waiting' : 'ready'}
      placeholder="输入姓名、拼音首字母或学籍号"
      {...props}
      {...(known === undefined ? { value: [] } : {})}
      search={search}
      known={known ?? []}
    />
  );
};
