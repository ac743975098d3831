import type { RankWithin, Subject } from '../schema.ts';

/** What decides with whom a subject is compared. */
export type Compared = Pick<Subject, 'id' | 'department' | 'post'>;

/** The name of the comparison group of a subject; blank where all are compared. */
export const comparisonGroupOf = (rankWithin: RankWithin, { department, post }: Compared): string => {
  switch (rankWithin) {
    case 'all':
      return '';
    case 'department':
      return department === '' ? '未分部门' : department;
    case 'post':
      return post === '' ? '未定岗位' : post;
  }
};

/** The places of the subjects of each comparison group, in the order of the subjects. */
export const comparisonGroups = (
  rankWithin: RankWithin,
  subjects: readonly Compared[],
): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  for (const [place, subject] of subjects.entries()) {
    const name = comparisonGroupOf(rankWithin, subject);
    const places = groups.get(name);
    if (places) places.push(place);
    else groups.set(name, [place]);
  }
  return groups;
};

/** 1, 2, 2, 4 …: as many as are better, plus one. Same order as the values given. */
export const ranksOf = (totals: readonly number[]): number[] => {
  const firstPlace = new Map<number, number>();
  [...totals]
    .sort((a, b) => b - a)
    .forEach((total, place) => {
      if (!firstPlace.has(total)) firstPlace.set(total, place + 1);
    });
  return totals.map((total) => firstPlace.get(total) ?? 0);
};
