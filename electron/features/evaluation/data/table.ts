import { allowedIn, type DataField } from '../../../../shared/features/evaluation/data/fields.ts';
import { reckonFormula } from '../../../../shared/features/evaluation/data/formula-reckon.ts';
import type { DataRow } from '../../../../shared/features/evaluation/data/schema.ts';
import { sourceWords, valuesOf } from '../../../../shared/features/evaluation/data/trace.ts';
import type { Datum } from '../../../../shared/features/evaluation/data/schema.ts';
import type {
  DataColumn,
  DataTable,
  DataTableRow,
} from '../../../../shared/features/evaluation/data/views.ts';
import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import type { Cycle, Subject } from '../../../../shared/features/evaluation/schema.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { sheetRights } from '../access.ts';
import { requireCycle } from '../cycles.ts';
import { requireVersion } from '../systems.ts';
import { dataImportCollection, dataRowCollection } from './collections.ts';
import { allFields } from './fields.ts';
import { formulaIndicators, type FormulaIndicator } from './points.ts';

/** Why the caller may not enter data; blank: he may. Whoever is rated or rates here himself does not feed the formulas. */
export const whyNoData = (
  reader: Reader,
  cycle: Cycle,
  context: Pick<CallContext, 'session' | 'can'>,
): string => {
  if (cycle.state === 'confirmed') return '考核结果已经确认，数据不能再改。需要更正时请先重新打开。';
  if (context.can('evaluation.manage')) return '';
  if (!context.can('evaluation.score')) return '您可以查看数据，录入和导入由考核员或者组织考核的人办理。';
  return sheetRights(reader, cycle, context).onlyOwn
    ? '您自己参加这次考核的评分，数据由其他考核员录入。'
    : '';
};

/** @throws AppError `illegal-step` once confirmed, `forbidden` for whoever may not enter data here. */
export const demandDataEntry = (
  reader: Reader,
  cycle: Cycle,
  context: Pick<CallContext, 'session' | 'can'>,
): void => {
  const why = whyNoData(reader, cycle, context);
  if (why !== '') throw new AppError(cycle.state === 'confirmed' ? 'illegal-step' : 'forbidden', why);
};

/** A figure's origin in words, with who and when. */
export const originOf = (datum: Datum): string =>
  `${sourceWords(datum.source)}，${datum.saved.by.name} ${formatInstant(datum.saved.at)}`;

const unknownField = (name: string): DataField => ({
  name,
  area: 'other',
  unit: '',
  decimals: 4,
  min: null,
  max: null,
  about: '',
  kinds: ['school'],
});

/** The columns of a cycle's data: what its formulas name, and beside that whatever figures there are. */
export const dataColumns = (
  reader: Reader,
  cycle: Cycle,
  formulas: readonly FormulaIndicator[],
  fields: readonly DataField[],
): DataColumn[] => {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const needed = formulas.flatMap(({ formula }) => formula.fields);
  const present = reader
    .by(dataRowCollection, 'cycle', cycle.id)
    .flatMap(({ values }) => Object.keys(values));
  return [...new Set([...needed, ...present])].map((name) => {
    const field = byName.get(name);
    return {
      field: field ?? unknownField(name),
      known: field !== undefined,
      usedBy: formulas
        .filter(({ formula }) => formula.fields.includes(name))
        .map(({ indicator }) => indicator.name),
      allowed: field ? allowedIn(field) : '没有这个数据，请先在“数据字段”里添加',
    };
  });
};

/** One subject's line. */
export const dataTableRow = (
  subject: Subject,
  row: DataRow | undefined,
  formulas: readonly FormulaIndicator[],
): DataTableRow => {
  const values = row?.values ?? {};
  const decimals = valuesOf(values);
  const points: Record<string, string> = {};
  const missing = new Set<string>();
  for (const { indicator, formula } of formulas) {
    const reckoned = reckonFormula(formula, decimals, indicator.fullMarks);
    points[indicator.id] = reckoned.kind === 'points' ? formatDecimal(reckoned.points) : '';
    if (reckoned.kind === 'missing') reckoned.fields.forEach((name) => missing.add(name));
    if (reckoned.kind === 'failed') missing.add(`“${indicator.name}”不能计算：${reckoned.reason}`);
  }
  return {
    subject,
    rev: row?.rev ?? 0,
    cells: Object.fromEntries(decimals),
    sources: Object.fromEntries(Object.entries(values).map(([name, datum]) => [name, originOf(datum)])),
    points,
    missing: [...missing],
  };
};

/** What the formulas of a cycle need, subject by subject. */
export const dataTable = async (
  { cycleId }: { cycleId: string },
  context: CallContext,
): Promise<DataTable> => {
  const fields = allFields(context.store, context.resourcesDir);
  const { store } = context;
  const cycle = requireCycle(store, cycleId);
  const formulas = formulaIndicators(requireVersion(store, cycle.versionId).content);
  const rows = new Map(store.by(dataRowCollection, 'cycle', cycleId).map((row) => [row.subjectId, row]));
  const why = whyNoData(store, cycle, context);
  return {
    cycleId,
    cycleName: cycle.name,
    mayEnter: why === '',
    why,
    formulas: formulas.map(({ indicator, formula }) => ({
      indicatorId: indicator.id,
      name: indicator.name,
      expression: formula.text,
      fullMarks: indicator.fullMarks,
      fields: [...formula.fields],
    })),
    columns: dataColumns(store, cycle, formulas, fields),
    rows: cycle.subjects.map((subject) => dataTableRow(subject, rows.get(subject.id), formulas)),
    imports: store
      .by(dataImportCollection, 'cycle', cycleId)
      .map(({ id, rev, file, saved, changes, undone }) => ({
        id,
        rev,
        file,
        saved,
        figures: changes.length,
        undone,
      }))
      .sort((a, b) => b.saved.at.localeCompare(a.saved.at)),
  };
};
