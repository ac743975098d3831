import {
  columnMeans,
  comparedPeople,
  departmentOf,
} from '../../../../shared/features/evaluation/compare/figures.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { departmentMeans } from '../../../../shared/features/evaluation/compare/rater-groups.ts';
import { summaryOf } from '../../../../shared/features/evaluation/compare/statistics.ts';
import type { ComparedYear } from '../../../../shared/features/evaluation/compare/views.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { Reader } from '../../../store/types.ts';
import { cycleCollection } from '../collections.ts';
import { currentResults } from '../results.ts';
import { requireVersion } from '../systems.ts';

/** So many earlier cycles are set beside one: more do not fit on a sheet of paper. */
const MOST_EARLIER = 7;

interface Compared {
  /** Departments in view; empty: all. */
  readonly wanted: ReadonlySet<string>;
  readonly seesNames: boolean;
  readonly departments: readonly string[];
  readonly people: readonly string[];
  readonly own: Pick<ComparedYear, 'summary' | 'dimensions' | 'departments' | 'people'>;
}

/** Confirmed cycles before this one over the same kind, by the same system or with a dimension of the same name. */
export const earlierCycles = (reader: Reader, cycle: Cycle, content: IndicatorContent): Cycle[] => {
  const { systemId } = requireVersion(reader, cycle.versionId);
  const names = new Set(content.dimensions.map(({ name }) => name));
  return reader
    .all(cycleCollection)
    .filter((other) => {
      if (other.id === cycle.id || other.kind !== cycle.kind || other.state !== 'confirmed') return false;
      if (other.endsOn >= cycle.endsOn) return false;
      const version = requireVersion(reader, other.versionId);
      return version.systemId === systemId || version.content.dimensions.some(({ name }) => names.has(name));
    })
    .sort((a, b) => a.endsOn.localeCompare(b.endsOn))
    .slice(-MOST_EARLIER);
};

const yearOf = (
  reader: Reader,
  cycle: Cycle,
  sameSystem: boolean,
  dimensionNames: readonly string[],
  { wanted, seesNames, departments, people: ids }: Compared,
): ComparedYear => {
  const { content, rows } = currentResults(reader, cycle);
  const shown = shownRows(cycle, rows, seesNames).filter(
    ({ subject }) => wanted.size === 0 || wanted.has(departmentOf(subject)),
  );
  const { minSample } = cycle;
  const people = comparedPeople(content, cycle.groups, shown);
  const totalOf = new Map(people.map(({ subjectId, total }) => [subjectId, total]));
  const means = columnMeans(
    people.map(({ dimensions }) => dimensions),
    content.dimensions.length,
    minSample,
  );
  return {
    cycleId: cycle.id,
    name: cycle.name,
    endsOn: cycle.endsOn,
    sameSystem,
    confirmed: true,
    summary: summaryOf(
      people.map(({ total }) => total),
      minSample,
    ),
    dimensions: dimensionNames.map((name) => {
      const at = content.dimensions.findIndex((dimension) => dimension.name === name);
      return means[at] ?? null;
    }),
    departments: departmentMeans(people, departments, minSample),
    people: ids.map((id) => totalOf.get(id) ?? null),
  };
};

/** The cycle among the confirmed ones before it, earliest first; empty where there is none to set beside it. */
export const comparedYears = (
  reader: Reader,
  cycle: Cycle,
  content: IndicatorContent,
  compared: Compared,
): ComparedYear[] => {
  const earlier = earlierCycles(reader, cycle, content);
  if (earlier.length === 0) return [];
  const { systemId } = requireVersion(reader, cycle.versionId);
  const names = content.dimensions.map(({ name }) => name);
  return [
    ...earlier.map((one) =>
      yearOf(reader, one, requireVersion(reader, one.versionId).systemId === systemId, names, compared),
    ),
    {
      cycleId: cycle.id,
      name: cycle.name,
      endsOn: cycle.endsOn,
      sameSystem: true,
      confirmed: cycle.state === 'confirmed',
      ...compared.own,
    },
  ];
};
