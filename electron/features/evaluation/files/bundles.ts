import { rates } from '../../../../shared/features/evaluation/rating.ts';
import type { Cycle, Rater, RaterGroup, Subject } from '../../../../shared/features/evaluation/schema.ts';
import { indicatorsFor } from '../../../../shared/features/evaluation/sheet-state.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';

/** One sheet that can be handed out: a rater with those whom he rates; `rater` null: rows of a `self` group. */
export interface BookToHandOut {
  readonly rater: Rater | null;
  /** What the file is called behind the group's name; of an anonymous rater a number alone. */
  readonly label: string;
  readonly subjects: readonly Subject[];
}

export interface GroupBooks {
  readonly group: RaterGroup;
  readonly books: readonly BookToHandOut[];
  /** Why none can be handed out; blank: they can. */
  readonly refused: string;
  readonly notes: readonly string[];
}

/** Among fewer raters with the same sheet it could be guessed whose is whose. */
const LEAST_ALIKE = 3;

/**
 * Raters of an anonymous group get their files by number alone. That hides them only among others with the very same
 * sheet: whoever is the only one to rate these people would be known by them.
 */
const anonymousBooks = (
  group: RaterGroup,
  own: readonly { readonly rater: Rater; readonly subjects: readonly Subject[] }[],
  tokenOf: (raterId: string) => string,
  classOf: (classId: string) => string,
): Pick<GroupBooks, 'books' | 'refused' | 'notes'> => {
  const alike = new Map<string, { rater: Rater; subjects: readonly Subject[] }[]>();
  for (const one of own) {
    const key = one.subjects.map(({ id }) => id).join(' ');
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const few = [...alike.values()].filter((bundle) => bundle.length < LEAST_ALIKE);
  if (few.length > 0)
    return {
      books: [],
      refused: `“${group.name}”是匿名组，其中有评分人评的对象与别人不同（评同样对象的不足 ${String(LEAST_ALIKE)} 人），发放电子评分表会暴露是谁填的。请改用系统内评分。`,
      notes: [],
    };
  // In the order of the tokens, which are drawn at random: the number of a file says nothing about its rater.
  const books = [...alike.values()].flatMap((bundle) => {
    const classes = new Set(bundle.map(({ rater }) => rater.classId));
    const [classId] = classes;
    const of = classes.size === 1 && classId ? `${classOf(classId)} ` : '';
    const width = String(bundle.length).length;
    return bundle
      .sort((a, b) => tokenOf(a.rater.id).localeCompare(tokenOf(b.rater.id)))
      .map(({ rater, subjects }, at) => ({
        rater,
        subjects,
        label: `${of}第${String(at + 1).padStart(width, '0')}份`,
      }));
  });
  return {
    books,
    refused: '',
    notes: ['匿名组的评分表只有编号，没有姓名，请打乱后发放，不要登记谁拿了哪一份。'],
  };
};

/** What can be handed out to the raters of a group, in the order in which they stand. */
export const booksOfGroup = (
  cycle: Cycle,
  content: IndicatorContent,
  group: RaterGroup,
  tokenOf: (raterId: string) => string,
  classOf: (classId: string) => string,
): GroupBooks => {
  const none = (refused: string): GroupBooks => ({ group, books: [], refused, notes: [] });
  if (indicatorsFor(content, group).length === 0)
    return none('这个组的指标都由数据计算，没有要填写的评分表。');
  if (group.anonymous && cycle.sealed !== null) return none(`“${group.name}”已经封存，不再评分。`);
  if (group.kind === 'self')
    return {
      group,
      books: cycle.subjects.map((subject) => ({
        rater: null,
        label: [subject.number, subject.name].filter(Boolean).join(' '),
        subjects: [subject],
      })),
      refused: '',
      notes: [],
    };
  const own = group.raters
    .filter(({ withdrawn }) => withdrawn === null)
    .map((rater) => ({ rater, subjects: cycle.subjects.filter(({ id }) => rates(rater, id)) }))
    .filter(({ subjects }) => subjects.length > 0);
  if (own.length === 0) return none('这个组还没有评分人。');
  if (group.anonymous) return { group, ...anonymousBooks(group, own, tokenOf, classOf) };
  return {
    group,
    books: own.map(({ rater, subjects }) => ({ rater, label: rater.name, subjects })),
    refused: '',
    notes: [],
  };
};

/** Why the rater behind a sheet may not rate this subject; blank: he may. In a self-rating there is no other rater. */
export const barredFrom = (rater: Rater | undefined, storedId: string, subjectId: string): string =>
  (rater ? rates(rater, subjectId) : storedId === subjectId) ? '' : '这名评分人不评这个对象，请清空这一行';
