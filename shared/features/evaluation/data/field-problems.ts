import type { FieldIssue } from '../../../kernel/result.ts';
import { subjectKindLabels, type IndicatorContent, type SubjectKind } from '../indicators.ts';
import type { DataField } from './fields.ts';
import { parseFormula } from './formula.ts';

const kindWords = (kinds: readonly SubjectKind[]): string =>
  kinds.map((kind) => subjectKindLabels[kind]).join('、');

/** What is wrong with one name, and what to do; blank: nothing. */
const wrongWith = (name: string, kind: SubjectKind, fields: readonly DataField[]): string => {
  const fitting = fields.filter(({ kinds }) => kinds.includes(kind));
  if (fitting.some((field) => field.name === name)) return '';
  const close = fitting.find((field) => field.name.includes(name) || name.includes(field.name))?.name;
  const instead = close === undefined ? '' : `（是不是“${close}”？）`;
  const elsewhere = fields.find((field) => field.name === name);
  return elsewhere
    ? `数据“${name}”不用于${subjectKindLabels[kind]}（只用于${kindWords(elsewhere.kinds)}），请在指标体系里改用${subjectKindLabels[kind]}有的数据${instead}，或者另加一个适用的数据字段`
    : `不认识数据“${name}”${instead}，请在指标体系里改正公式，或者在“数据字段”里添加“${name}”`;
};

/**
 * Formulas that name data which nobody knows, or which are not kept for this kind of subject: no figure could ever come
 * in for them. A formula that cannot be read at all is a problem of the content itself and left out here.
 *
 * @param fields all fields, those of other kinds of subject too
 */
export const fieldProblems = (
  { dimensions }: IndicatorContent,
  kind: SubjectKind,
  fields: readonly DataField[],
): FieldIssue[] =>
  dimensions.flatMap(({ indicators }, at) =>
    indicators.flatMap(({ name, method }, place): FieldIssue[] => {
      if (method.kind !== 'formula') return [];
      const parsed = parseFormula(method.expression);
      if (parsed.kind === 'wrong') return [];
      return parsed.formula.fields.flatMap((field) => {
        const wrong = wrongWith(field, kind, fields);
        return wrong === ''
          ? []
          : [
              {
                path: `dimensions.${String(at)}.indicators.${String(place)}.method.expression`,
                message: `指标“${name}”的公式“${method.expression}”：${wrong}`,
              },
            ];
      });
    }),
  );
