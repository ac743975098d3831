import type { Permission } from '../../../../shared/features/accounts/permissions.ts';
import { actLabels } from '../../../../shared/features/cases/acts.ts';
import { caseColumnLabels, type CaseColumn, type CaseRow } from '../../../../shared/features/cases/list.ts';
import { caseStates, routeLabels, routes, stateLabels } from '../../../../shared/features/cases/states.ts';
import { permissionOf } from '../../../../shared/features/cases/workflow.ts';
import { formatDay, yearOf } from '../../../../shared/kernel/dates.ts';
import { deadlineText } from '../../../ui/format/format.ts';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';

/** What the list of cases shows in words, how it sorts, and what narrows it. The page adds how cells are drawn. */

/** A case without a running term comes after all that have one. */
const FAR = 100_000;
const leftOf = ({ nextClock }: CaseRow): number => nextClock?.daysLeft ?? FAR;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface CaseListColumn extends ListColumn<CaseRow> {
  readonly key: CaseColumn;
}

const column = (
  key: CaseColumn,
  text: (row: CaseRow) => string,
  rest: Omit<CaseListColumn, 'key' | 'title' | 'text' | 'cell'>,
): CaseListColumn => ({ key, title: caseColumnLabels[key], text, ...rest });

export const caseColumns: readonly CaseListColumn[] = [
  column('number', ({ number }) => number, { width: 136 }),
  column('state', ({ state }) => stateLabels[state], {
    compare: (a, b) => caseStates.indexOf(a.state) - caseStates.indexOf(b.state),
    searched: false,
    width: 108,
  }),
  column('matter', ({ matter }) => matter, { width: 120 }),
  column('people', ({ people }) => people.join('、'), { width: 120 }),
  column('route', ({ route }) => routeLabels[route], {
    compare: (a, b) => routes.indexOf(a.route) - routes.indexOf(b.route),
    searched: false,
    width: 120,
  }),
  column(
    'clock',
    ({ nextClock }) => (nextClock ? `${nextClock.label} ${deadlineText(nextClock.daysLeft)}` : ''),
    { compare: (a, b) => leftOf(a) - leftOf(b), searched: false, width: 200 },
  ),
  column('nextAct', ({ nextAct }) => (nextAct === null ? '' : actLabels[nextAct]), {
    searched: false,
    width: 112,
  }),
  column('measure', ({ measure }) => measure ?? '', { width: 110 }),
  column('paperNumber', ({ paperNumber }) => paperNumber ?? '', { width: 180, optional: true }),
  column('registeredOn', ({ registeredOn }) => formatDay(registeredOn), {
    compare: (a, b) => byText(a.registeredOn, b.registeredOn),
    searched: false,
    optional: true,
    width: 130,
  }),
  column('occurredOn', ({ occurredOn }) => formatDay(occurredOn), {
    compare: (a, b) => byText(a.occurredOn, b.occurredOn),
    searched: false,
    optional: true,
    width: 130,
  }),
  column('summary', ({ summary }) => summary, { optional: true, width: 320 }),
];

const dueOf = (row: CaseRow): string => {
  const left = leftOf(row);
  if (left === FAR) return 'none';
  return left < 0 ? 'over' : left <= 3 ? 'soon' : 'later';
};

const answers = (values: Iterable<string>): { value: string; label: string }[] =>
  [...new Set(values)].map((value) => ({ value, label: value }));

/** What narrows the list; `can` is asked for what waits for whoever is looking. */
export const caseFilters = (
  rows: readonly CaseRow[],
  can: (permission: Permission) => boolean,
): readonly ListFilter<CaseRow>[] => {
  const states = new Set(rows.map(({ state }) => state));
  const years = [...new Set(rows.map(({ registeredOn }) => yearOf(registeredOn)))].sort((a, b) => b - a);
  return [
    {
      key: 'mine',
      label: '办理人',
      options: [{ value: 'me', label: '待我办理' }],
      of: ({ nextAct }) => (nextAct !== null && can(permissionOf(nextAct)) ? 'me' : ''),
    },
    {
      key: 'due',
      label: '期限',
      options: [
        { value: 'over', label: '已逾期' },
        { value: 'soon', label: '3 天内到期' },
        { value: 'later', label: '3 天以后' },
        { value: 'none', label: '没有期限' },
      ],
      of: dueOf,
    },
    {
      key: 'route',
      label: '办理方式',
      options: routes.map((value) => ({ value, label: routeLabels[value] })),
      of: ({ route }) => route,
    },
    {
      key: 'state',
      label: '状态',
      options: caseStates.flatMap((value) =>
        states.has(value) ? [{ value, label: stateLabels[value] }] : [],
      ),
      of: ({ state }) => state,
    },
    {
      key: 'matter',
      label: '问责事由',
      options: answers(rows.map(({ matter }) => matter)),
      of: ({ matter }) => matter,
      many: true,
    },
    {
      key: 'people',
      label: '当事人',
      options: answers(rows.flatMap(({ people }) => people)),
      of: ({ people }) => people,
      many: true,
    },
    {
      key: 'minor',
      label: '涉及未成年人',
      options: [{ value: 'yes', label: '涉及未成年人' }],
      of: ({ hasMinor }) => (hasMinor ? 'yes' : ''),
    },
    {
      key: 'papers',
      label: '文书',
      options: [{ value: 'due', label: '有文书待印发' }],
      of: ({ papersDue }) => (papersDue > 0 ? 'due' : ''),
    },
    {
      key: 'year',
      label: '登记年份',
      options: years.map((year) => ({ value: String(year), label: `${String(year)}年` })),
      of: ({ registeredOn }) => registeredOn.slice(0, 4),
    },
  ];
};
