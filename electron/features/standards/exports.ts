import {
  describeGround,
  describeLawRule,
  describeMatter,
  describeMeasure,
  describePaperText,
  describeSchoolRule,
  type Names,
} from '../../../shared/features/standards/describe.ts';
import type { DescribedField } from '../../../shared/features/standards/difference.ts';
import { inForce, shippedOf } from '../../../shared/features/standards/schema.ts';
import { ruleStandingLabels, ruleStanding } from '../../../shared/features/standards/school-rule.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { citeOnScreen } from '../../../shared/law/pack.ts';
import { renderListTable, type ListColumn } from '../../documents/excel/list-table.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { sheetFile } from '../file-content.ts';
import {
  groundCollection,
  matterCollection,
  measureCollection,
  paperTextCollection,
  ruleCollection,
  schoolRuleCollection,
} from './collections.ts';

/** How grounds and measures are called, for whatever refers to them. What is gone is called 已不存在. */
export const namesOf = (reader: Reader): Names => ({
  ground: (code) => {
    const ground = reader.get(groundCollection, code);
    return ground ? citeOnScreen(inForce(ground).content) : '已不存在';
  },
  measure: (code) => {
    const measure = reader.get(measureCollection, code);
    return measure ? inForce(measure).content.name : '已不存在';
  },
});

/** Characters of the standard font that a column takes: by its longest cell, within reason. */
const widthOf = (title: string, cells: readonly string[]): number =>
  Math.min(46, Math.max(title.length * 2 + 2, ...cells.map((cell) => Math.min(cell.length * 2 + 2, 46))));

/** Descriptions of equal shape as a sheet, one row each; columns that are blank in every row are left out. */
const sheetOf = async (
  { clock, today }: CallContext,
  title: string,
  rows: readonly (readonly DescribedField[])[],
): Promise<FileContent> => {
  const columns = (rows[0] ?? []).flatMap(({ label }, at): (ListColumn & { at: number })[] => {
    const cells = rows.map((row) => row[at]?.text ?? '');
    return cells.every((cell) => cell === '') ? [] : [{ title: label, width: widthOf(label, cells), at }];
  });
  const bytes = await renderListTable({
    title,
    sheetName: title,
    landscape: true,
    note: `共 ${String(rows.length)} 项，${formatDay(today)}导出`,
    createdAt: instantOfMs(clock.now()),
    columns: columns.map(({ title: head, width }) => ({ title: head, width })),
    rows: rows.map((row) => columns.map(({ at }) => row[at]?.text ?? '')),
  });
  return sheetFile(title, bytes);
};

const standing = (enabled: boolean): DescribedField => ({ label: '状态', text: enabled ? '在用' : '已停用' });

/** Which entries, in the order in which they are seen. */
export interface Ids {
  readonly ids: readonly string[];
}

/** @throws AppError `not-found` for an unknown id, like the other exports. */
export const exportMeasures = ({ ids }: Ids, context: CallContext): Promise<FileContent> => {
  const names = namesOf(context.store);
  const rows = ids.map((id) => {
    const measure = context.store.require(measureCollection, id, '措施');
    return [...describeMeasure(inForce(measure).content, names), standing(measure.enabled)];
  });
  return sheetOf(context, '问责措施目录', rows);
};

export const exportMatters = ({ ids }: Ids, context: CallContext): Promise<FileContent> => {
  const names = namesOf(context.store);
  const rows = ids.map((id) => {
    const matter = context.store.require(matterCollection, id, '问责事由');
    return [...describeMatter(inForce(matter).content, names), standing(matter.enabled)];
  });
  return sheetOf(context, '问责事由目录', rows);
};

export const exportGrounds = ({ ids }: Ids, context: CallContext): Promise<FileContent> =>
  sheetOf(
    context,
    '法规依据目录',
    ids.map((id) => describeGround(inForce(context.store.require(groundCollection, id, '法规依据')).content)),
  );

export const exportRules = ({ ids }: Ids, context: CallContext): Promise<FileContent> => {
  const names = namesOf(context.store);
  const rows = ids.map((id) => {
    const rule = context.store.require(ruleCollection, id, '合法性检查');
    const { content } = inForce(rule);
    const shipped = shippedOf(rule) ?? content;
    return [
      ...describeLawRule(content, shipped, names),
      { label: '本校调整', text: content.level === shipped.level ? '' : '本校已调整' },
    ];
  });
  return sheetOf(context, '合法性检查目录', rows);
};

export const exportSchoolRules = ({ ids }: Ids, context: CallContext): Promise<FileContent> =>
  sheetOf(
    context,
    '校内制度目录',
    ids.map((id) => {
      const rule = context.store.require(schoolRuleCollection, id, '校内制度');
      const { content } = inForce(rule);
      return [
        ...describeSchoolRule({ ...content, clauses: [] }),
        { label: '条文数', text: String(content.clauses.length) },
        { label: '进展', text: ruleStandingLabels[ruleStanding(content)] },
        standing(rule.enabled),
      ];
    }),
  );

export const exportPaperTexts = ({ ids }: Ids, context: CallContext): Promise<FileContent> =>
  sheetOf(
    context,
    '文书用语',
    ids.map((id) => {
      const text = context.store.require(paperTextCollection, id, '文书用语');
      const { content } = inForce(text);
      return describePaperText(content, shippedOf(text) ?? content);
    }),
  );
