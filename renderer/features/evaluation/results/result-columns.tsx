import './results.css';
import type { ReactNode } from 'react';
import { formatResult, formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import { causesOf, figuresOf, gradeWord } from '../../../../shared/features/evaluation/results/words.ts';
import type { ResultRow, ResultsView } from '../../../../shared/features/evaluation/views.ts';
import type { ListColumn } from '../../../ui/list/list-model.ts';
import { OutcomeCell } from './outcome-cell.tsx';

/** A figure that opens its explanation. */
export const FigureButton = ({
  name,
  label,
  value,
  onOpen,
}: {
  name: string;
  label: string;
  /** In hundredths. */
  value: number;
  onOpen: () => void;
}): ReactNode => (
  <button
    type="button"
    className="mz-figure-button"
    title="怎么来的"
    aria-label={`${name}的${label} ${formatResult(value)}，看怎么来的`}
    onClick={onOpen}
  >
    {formatResult(value)}
  </button>
);

/** Why a group has no figure in a row; undefined where it has one, or where the whole row has none. */
export const whyNoFigure = (
  row: ResultRow,
  groupId: string,
  minSample: number,
): { readonly mark: string; readonly why: string } | undefined => {
  const figures = figuresOf(row);
  if (!figures || figures.groups.some((group) => group.groupId === groupId)) return undefined;
  if (!figures.leftOut.includes(groupId))
    return {
      mark: '—',
      why: `评分的不足 ${String(minSample)} 人，或者由此可以推算出这样的一组，不显示平均分，仍计入总分`,
    };
  const few = figures.tooFew.find((one) => one.groupId === groupId);
  return {
    mark: '不计',
    why: few
      ? `评完 ${String(few.finished)} 人，少于最少评分人数 ${String(few.needed)} 人，按方案不计入`
      : '没有评分或数据，按方案不计入，权重由其余评分组分担',
  };
};

const groupTotal = (row: ResultRow, groupId: string): number | undefined =>
  figuresOf(row)?.groups.find((group) => group.groupId === groupId)?.total;

/** A missing figure stands behind every other. */
const byFigure =
  (figure: (row: ResultRow) => number | undefined) =>
  (a: ResultRow, b: ResultRow): number =>
    (figure(a) ?? -1) - (figure(b) ?? -1);

const shown = (value: number | undefined): string => (value === undefined ? '—' : formatResult(value));

const Absent = ({
  row,
  groupId,
  minSample,
}: {
  row: ResultRow;
  groupId: string;
  minSample: number;
}): ReactNode => {
  const found = whyNoFigure(row, groupId, minSample);
  return found ? (
    <abbr className="mz-no-figure" title={found.why}>
      {found.mark}
    </abbr>
  ) : (
    <span className="mz-muted">—</span>
  );
};

/** Only people have a number, a place and a post: the school and its departments have a name alone. */
const personColumns: readonly ListColumn<ResultRow>[] = [
  { key: 'number', title: '编号', text: ({ subject }) => subject.number, optional: true, width: 110 },
  { key: 'department', title: '部门', text: ({ subject }) => subject.department || '—', width: 130 },
  { key: 'post', title: '岗位', text: ({ subject }) => subject.post || '—', optional: true, width: 130 },
];

/** The columns of the results, as far as this cycle has something to say in them. */
export const resultColumns = (
  { groups, bands, rows, minSample }: ResultsView,
  explain: (row: ResultRow) => void,
): ListColumn<ResultRow>[] => {
  const named = rows.some(({ subject }) => subject.department !== '' || subject.number !== '');
  const within = (row: ResultRow): string => figuresOf(row)?.within ?? '';
  return [
    {
      key: 'rank',
      title: '名次',
      text: (row) => {
        const rank = figuresOf(row)?.rank;
        return rank === undefined || rank === null ? '—' : String(rank);
      },
      compare: (a, b) => (figuresOf(a)?.rank ?? 99_999) - (figuresOf(b)?.rank ?? 99_999),
      align: 'right',
      searched: false,
      width: 76,
    },
    {
      key: 'name',
      title: named ? '姓名' : '名称',
      text: ({ subject }) => subject.name,
      cell: ({ subject }) => <strong>{subject.name}</strong>,
      width: named ? 110 : 220,
    },
    ...(named ? personColumns : []),
    ...(rows.some((row) => within(row) !== '')
      ? [{ key: 'within', title: '比较组', text: (row: ResultRow) => within(row) || '—', width: 130 }]
      : []),
    ...groups.map((group): ListColumn<ResultRow> => ({
      key: group.id,
      title: `${group.name} ${formatWeight(group.weight)}`,
      text: (row) => shown(groupTotal(row, group.id)),
      cell: (row) => {
        const total = groupTotal(row, group.id);
        return total === undefined ? (
          <Absent row={row} groupId={group.id} minSample={minSample} />
        ) : (
          <FigureButton
            name={row.subject.name}
            label={group.name}
            value={total}
            onOpen={() => explain(row)}
          />
        );
      },
      compare: byFigure((row) => groupTotal(row, group.id)),
      align: 'right',
      searched: false,
      width: 120,
    })),
    {
      key: 'total',
      title: '总分',
      text: (row) => shown(figuresOf(row)?.total),
      cell: (row) => {
        const total = figuresOf(row)?.total;
        return total === undefined ? (
          <span className="mz-muted">—</span>
        ) : (
          <span className="mz-total">
            <span className="mz-total-bar" aria-hidden>
              <span style={{ width: `${String(total / 100)}%` }} />
            </span>
            <FigureButton name={row.subject.name} label="总分" value={total} onOpen={() => explain(row)} />
          </span>
        );
      },
      compare: byFigure((row) => figuresOf(row)?.total),
      align: 'right',
      searched: false,
      width: 170,
    },
    {
      key: 'grade',
      title: '等次',
      text: gradeWord,
      cell: (row) => <OutcomeCell row={row} bands={bands} explain={() => explain(row)} />,
      width: 190,
    },
    {
      key: 'why',
      title: '等次说明',
      text: (row) => {
        const { outcome } = row;
        if (outcome.kind === 'graded') return causesOf(outcome.figures).join('；') || '按总分';
        return outcome.kind === 'incomplete' ? outcome.missing.join('；') : outcome.reason;
      },
      optional: true,
      width: 320,
    },
  ];
};
