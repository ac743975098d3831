import { formatDecimal } from '../../../../../shared/features/evaluation/decimal.ts';
import { formatShare } from '../../../../../shared/features/evaluation/feedback/percent.ts';
import type { SheetFacts } from '../../../../../shared/features/evaluation/feedback/views.ts';
import {
  subjectSourceOf,
  type Cycle,
  type Subject,
} from '../../../../../shared/features/evaluation/schema.ts';
import { row } from '../../../../documents/word/form-blocks.ts';
import type { FieldRow, TableBlock } from '../../../../documents/word/model.ts';
import type { TemplateRows, TemplateValues } from '../../../../documents/word/template/fill.ts';

/** What papers of feedback share. */

/** Who signs as the one concerned: of children their guardians, of departments whoever answers for them. */
export const signerOf = ({ kind }: Pick<Cycle, 'kind'>): string => {
  switch (subjectSourceOf(kind)) {
    case 'staff':
      return '本人';
    case 'pupils':
      return '监护人';
    case 'classes':
      return '班主任';
    case 'departments':
      return '部门负责人';
    case 'school':
      return '学校负责人';
  }
};

/** Who it is about, in two rows of a form. */
export const subjectRows = (cycle: Pick<Cycle, 'kind' | 'name'>, subject: Subject): FieldRow[] => {
  const source = subjectSourceOf(cycle.kind);
  const [number, place] = source === 'pupils' ? ['学号', '班级'] : ['工号', '部门'];
  return source === 'staff' || source === 'pupils'
    ? [
        row(['姓名', subject.name], [number, subject.number === '' ? '—' : subject.number]),
        row(
          [place, subject.department === '' ? '—' : subject.department],
          ['岗位', subject.post === '' ? '—' : subject.post],
        ),
        row(['考核名称', cycle.name]),
      ]
    : [row(['考核对象', subject.name], ['考核名称', cycle.name])];
};

/** The same for a form of the school's own. */
export const subjectValues = (cycle: Pick<Cycle, 'name'>, subject: Subject): TemplateValues => ({
  考核对象: subject.name,
  编号: subject.number,
  部门: subject.department,
  岗位: subject.post,
  考核名称: cycle.name,
});

type Standing = SheetFacts['standings'][number];

/** 指标, own marks, what they are of a hundred, what all got on average. */
export const standingTable = (standings: readonly Standing[], empty: string): TableBlock => ({
  kind: 'table',
  columns: [
    { title: '维度', width: 3 },
    { title: '指标', width: 5 },
    { title: '得分／满分', width: 3, align: 'center' },
    { title: '得分率', width: 2, align: 'center' },
    { title: '平均得分率', width: 2.8, align: 'center' },
  ],
  rows: standings.map(({ dimension, name, points, fullMarks, share, mean }) => [
    dimension,
    name,
    `${formatDecimal(points)}／${formatDecimal(fullMarks)}`,
    formatShare(share),
    mean === null ? '—' : formatShare(mean),
  ]),
  emptyText: empty,
});

/** The same for a form of the school's own. */
export const standingRows = (standings: readonly Standing[]): TemplateRows => ({
  rows: standings.map(({ dimension, name, points, fullMarks, share, mean }) => ({
    维度: dimension,
    指标: name,
    得分: `${formatDecimal(points)}／${formatDecimal(fullMarks)}`,
    得分率: formatShare(share),
    平均得分率: mean === null ? '—' : formatShare(mean),
  })),
});
