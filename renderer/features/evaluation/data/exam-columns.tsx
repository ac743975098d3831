import './data.css';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { ExamTable, ExamTableChoice } from '../../../../shared/features/evaluation/data/exam-views.ts';
import { HundredthsInput } from '../parts/hundredths-input.tsx';

type Column = ExamTable['columns'][number];
type Meaning = Column['meaning'];

const plain = [
  ['pupilNumber', '学号、学籍号'],
  ['pupilName', '姓名'],
  ['class', '班级'],
  ['course', '学科（一科一行时）'],
  ['mark', '成绩（一科一行时）'],
  ['full', '满分（一科一行时）'],
  ['teacherNumber', '任课教师工号'],
  ['teacherName', '任课教师姓名'],
] as const;

const usualCourses = [
  '语文',
  '数学',
  '英语',
  '道德与法治',
  '政治',
  '历史',
  '地理',
  '物理',
  '化学',
  '生物',
  '科学',
  '信息科技',
  '体育',
  '音乐',
  '美术',
] as const;

const keyOf = (meaning: Meaning): string =>
  'course' in meaning ? `${meaning.kind}:${meaning.course}` : meaning.kind;
const meaningOf = (key: string): Meaning => {
  const [kind = '', course = ''] = key.split(':');
  if (kind === 'marksOf') return { kind: 'marksOf', course, full: null };
  if (kind === 'teacherOf') return { kind: 'teacherOf', course };
  const found = plain.find(([name]) => name === kind);
  return { kind: found ? found[0] : 'ignored' };
};

/** The name of a column without the remarks in it, to call a course by that is not among the usual ones. */
const ownCourse = (head: string): string =>
  head
    .normalize('NFKC')
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/(?:成绩|分数|得分)$/, '')
    .replace(/[\s:]/g, '')
    .slice(0, 20);

const fromWords = { said: '', file: '文件里写明', remembered: '按上次的说明', usual: '没有写明，按 100' };

/** What each column of a table of marks is, with the full marks of each course. */
export const ExamColumns = ({
  table,
  onChange,
}: {
  readonly table: ExamTable;
  readonly onChange: (columns: NonNullable<ExamTableChoice['columns']>) => void;
}): ReactNode => {
  const { columns } = table;
  const set = (column: Column, meaning: Meaning): void =>
    onChange(columns.map((one) => ({ column: one.column, meaning: one === column ? meaning : one.meaning })));
  const options = (head: string) => {
    const own = ownCourse(head);
    const courses = [...new Set([...usualCourses, ...(own === '' ? [] : [own])])];
    return [
      { label: '不是成绩', options: [{ value: 'ignored', label: '不用（如总分、名次）' }] },
      { label: '这一行是谁', options: plain.slice(0, 3).map(([value, label]) => ({ value, label })) },
      {
        label: '某一科的成绩',
        options: courses.map((course) => ({ value: `marksOf:${course}`, label: `${course}成绩` })),
      },
      {
        label: '某一科的任课教师',
        options: courses.map((course) => ({ value: `teacherOf:${course}`, label: `${course}教师` })),
      },
      { label: '一名学生一科一行的表', options: plain.slice(3).map(([value, label]) => ({ value, label })) },
    ];
  };
  return (
    <div className="mz-import-columns">
      <table>
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">表头</th>
            <th scope="col">前几个</th>
            <th scope="col">是什么</th>
            <th scope="col">满分</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const { meaning, full, fullFrom } = column;
            return (
              <tr key={column.column} className={meaning.kind === 'ignored' ? 'mz-import-ignored' : ''}>
                <td>{column.letters}</td>
                <td>{column.head}</td>
                <td className="mz-muted">{column.samples.join('、')}</td>
                <td>
                  <Select
                    size="small"
                    style={{ width: 190 }}
                    showSearch={{ optionFilterProp: 'label' }}
                    aria-label={`“${column.head}”这一列是什么`}
                    value={keyOf(meaning)}
                    options={options(column.head)}
                    onChange={(key) => set(column, meaningOf(key))}
                  />
                  {column.remembered && meaning.kind !== 'ignored' && (
                    <span className="mz-muted"> 按上次的说明</span>
                  )}
                </td>
                <td>
                  {meaning.kind === 'marksOf' && full !== null && (
                    <>
                      <HundredthsInput
                        value={full}
                        max={100_000}
                        width={72}
                        label={`“${column.head}”的满分`}
                        onChange={(value) => set(column, { ...meaning, full: value > 0 ? value : null })}
                      />
                      {fullFrom !== null && fromWords[fullFrom] !== '' && (
                        <span className="mz-muted"> {fromWords[fullFrom]}</span>
                      )}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
