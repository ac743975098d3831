import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import { isRated } from '../../../../shared/features/evaluation/indicators.ts';
import { dimensionsOf, raterIdsFor } from '../../../../shared/features/evaluation/rating.ts';
import type { RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import { allowedFor } from '../../../../shared/features/evaluation/scores.ts';
import { indicatorsFor } from '../../../../shared/features/evaluation/sheet-state.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { ScoreSheet, ScoreWorkbook, SheetColumn } from '../../../documents/excel/score-sheet.ts';
import { fields, flush, opinion, PEN_DATE, row } from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import { sheetName } from '../workbook-groups.ts';
import type { ExportFacts } from './facts.ts';

/** The groups in which people give marks. */
export const ratingGroups = ({ cycle, content }: Pick<ExportFacts, 'cycle' | 'content'>): RaterGroup[] =>
  cycle.groups.filter((group) => indicatorsFor(content, group).length > 0);

const HOW = '空着表示没有评，不当作 0 分。';

const blankSheet = (facts: ExportFacts, group: RaterGroup, place: number): ScoreSheet => {
  const { cycle, content, schoolName } = facts;
  const rated = dimensionsOf(content, group).flatMap(({ name, indicators }) =>
    indicators.filter(isRated).map((indicator): SheetColumn => ({
      title: `${indicator.name}（${allowedFor(indicator)}）`,
      band: name,
      kind: 'blank',
      width: 11,
    })),
  );
  const subjects = cycle.subjects.filter(({ id }) => raterIdsFor(group, id).length > 0);
  const who =
    group.kind === 'self' ? '各人填写自己的一行' : group.anonymous ? '无记名' : '评分人：＿＿＿＿＿＿＿＿';
  return {
    name: sheetName(place, group.name, '空白表'),
    title: `${schoolName}${cycle.name}${group.name}评分表`,
    note: `${who}　日期：＿＿＿＿年＿＿月＿＿日　截止：${formatDay(cycle.endsOn)}。${HOW}`,
    columns: [
      { title: '工号/编号', band: '', kind: 'text', width: 11 },
      { title: '姓名/名称', band: '', kind: 'text', width: 12 },
      { title: '部门', band: '', kind: 'text', width: 13 },
      ...rated,
      { title: '评语', band: '', kind: 'blank', width: 20 },
    ],
    headRows: [],
    frozenColumns: 2,
    rowHeight: 30,
    rowCount: subjects.length,
    rows: subjects.map(({ number, name, department }) => [number, name, department]),
  };
};

/** 空白评分表 for the pen, a sheet for each rater group: subjects down, indicators across. */
export const blankBook = (facts: ExportFacts): ScoreWorkbook => ({
  createdAt: facts.createdAt,
  sheets: ratingGroups(facts).map((group, place) => blankSheet(facts, group, place)),
});

/** 空白评分表 for one subject, to be copied: every indicator with its standard in a line of its own. */
export const blankForm = (facts: ExportFacts, group: RaterGroup): PlainForm => {
  const { cycle, content, schoolName, createdAt } = facts;
  const title = `${cycle.name}评分表`;
  const lines = dimensionsOf(content, group).flatMap((dimension) =>
    dimension.indicators.filter(isRated).map((indicator) => ({ dimension, indicator })),
  );
  const rater = group.kind === 'self' ? '本人' : group.anonymous ? '无记名，不填' : '';
  return {
    form: 'plain',
    issuer: schoolName,
    title,
    body: [
      flush(`评分组：${group.name}　　截止：${formatDay(cycle.endsOn)}`),
      fields(row(['评价对象', ''], ['部门岗位', '']), row(['评分人', rater], ['日期', PEN_DATE])),
      {
        kind: 'table',
        columns: [
          { title: '序号', width: 0.9, align: 'center' },
          { title: '维度', width: 1.8 },
          { title: '指标', width: 2.2 },
          { title: '评分标准', width: 6.2 },
          { title: '可填', width: 2 },
          { title: '得分', width: 1.4 },
        ],
        rows: lines.map(({ dimension, indicator }, at) => [
          String(at + 1),
          dimension.name,
          indicator.name,
          [
            indicator.standard,
            indicator.vetoBelow === null ? '' : `低于 ${formatDecimal(indicator.vetoBelow)} 分一票否决。`,
          ]
            .filter((text) => text !== '')
            .join('\n'),
          allowedFor(indicator),
          '',
        ]),
      },
      fields(opinion('评语', '', { lines: 4 })),
      flush(`逐项填写得分。${HOW}`),
    ],
    draft: false,
    properties: { title: `${title} ${group.name}`, createdAt },
  };
};
