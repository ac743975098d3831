import type { Cycle, Figures, GroupFigure } from '../schema.ts';

/**
 * True when a reader may see what a rater group gave on average. From fewer raters than the cycle's minimum sample the
 * average tells who gave what: in an anonymous group nobody sees it then, in an open one those who may see the names.
 */
export const showsGroup = (
  { groups, minSample }: Pick<Cycle, 'groups' | 'minSample'>,
  { groupId, raters }: Pick<GroupFigure, 'groupId' | 'raters'>,
  seesNames: boolean,
): boolean => {
  const group = groups.find(({ id }) => id === groupId);
  if (!group || raters === 0 || group.kind === 'self') return true;
  return raters >= minSample || (seesNames && !group.anonymous);
};

/** The figures without what the reader may not see; the total and the grade stay. */
export const shownFigures = (
  cycle: Pick<Cycle, 'groups' | 'minSample'>,
  figures: Figures,
  seesNames: boolean,
): Figures => ({
  ...figures,
  groups: figures.groups.filter((figure) => showsGroup(cycle, figure, seesNames)),
});
