import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import type { SelfEvaluationView } from '../../../../shared/features/evaluation/school/channels.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { TemplateRows, TemplateValues } from '../../../documents/word/template/fill.ts';
import { rowsBy } from '../feedback/papers/ready.ts';
import { actionCells, scoreCells, scoreWords, selfTextParts } from './report.ts';

const NOTHING = '（没有填写）';
const said = (text: string): string => (text === '' ? NOTHING : text);

const textOf = ({ record }: SelfEvaluationView, id: string) =>
  record.texts.find(({ dimensionId }) => dimensionId === id);

const dimensionLines = (view: SelfEvaluationView): string[] =>
  view.dimensions.flatMap(({ id, name }) => {
    const text = textOf(view, id);
    const lines = text
      ? selfTextParts.flatMap(([key, title]) => (text[key] === '' ? [] : [`${title}：${text[key]}`]))
      : [];
    const files =
      text && text.files.length > 0 ? [`佐证材料：${text.files.map((one) => one.name).join('、')}。`] : [];
    return [name, ...(lines.length + files.length === 0 ? [NOTHING] : [...lines, ...files])];
  });

const dimensionRows = (view: SelfEvaluationView): TemplateRows => ({
  rows: view.dimensions.map(({ id, name }) => {
    const text = textOf(view, id);
    return {
      维度: name,
      ...Object.fromEntries(selfTextParts.map(([key, title]) => [title, text?.[key] ?? ''])),
      佐证材料: (text?.files ?? []).map((file) => file.name).join('、'),
    };
  }),
});

const reportLines = ({ record }: SelfEvaluationView): string[] =>
  record.reports.length === 0
    ? ['本次没有第三方评估报告。']
    : record.reports.flatMap(({ organ, title, day, summary }) => [
        `${title}（${organ}，${formatDay(day)}）`,
        summary,
      ]);

/** What the report says, by the names of the fields of a form of the school's own. */
export const selfReportValues = (
  view: SelfEvaluationView,
  school: string,
  today: string,
): TemplateValues => ({
  考核对象: view.subject.name,
  考核名称: view.cycleName,
  考核等次: view.confirmed ? view.grade : '尚未确认',
  总分: view.total === null ? '' : formatResult(view.total),
  基本情况: said(view.record.opening),
  自评内容: dimensionLines(view),
  分维度自评: dimensionRows(view),
  得分说明: scoreWords(view),
  得分比较: rowsBy(['维度', '指标', '本次', '上一次', '变化'], scoreCells(view)),
  第三方评估: reportLines(view),
  整改和改进清单: rowsBy(['序号', '类别', '事项', '责任人', '完成期限', '进展'], actionCells(view, today)),
  总体结论: said(view.record.conclusion),
  学校全称: school,
  成文日期: formatDay(today),
});
