import { useCall } from '../../app/calls.ts';
import type { PersonOption } from '../../ui/form/person-picker.tsx';
import { fitsSearch } from '../../ui/list/search-text.ts';

const OFFERED = 30;

/** Finds staff who are at the school, for pickers: by name, pinyin, initials or 工号. */
export const useStaffSearch = (): ((text: string) => Promise<readonly PersonOption[]>) => {
  const staff = useCall('organisation.staff', {});
  const people = staff.data?.staff ?? [];
  return (text) =>
    Promise.resolve(
      people
        .filter(({ present, name, number }) => present && fitsSearch([name, number], text))
        .slice(0, OFFERED)
        .map(({ id, name, number, department }) => ({
          id,
          name,
          about: [`工号 ${number}`, department].filter((part) => part !== '').join(' · '),
        })),
    );
};
