import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { rates } from '../../../../shared/features/evaluation/rating.ts';
import type { RaterGroup, Subject } from '../../../../shared/features/evaluation/schema.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';

/** Of each rater those whom he rates. */
export type Lists = ReadonlyMap<string, ReadonlySet<string>>;

export const listsOf = (group: RaterGroup, subjects: readonly Subject[]): Lists =>
  new Map(
    group.raters.map((rater) => [
      rater.id,
      new Set(subjects.filter(({ id }) => rates(rater, id)).map(({ id }) => id)),
    ]),
  );

interface AssignmentMatrixProps {
  readonly group: RaterGroup;
  readonly subjects: readonly Subject[];
  readonly lists: Lists;
  readonly disabled: boolean;
  readonly onChange: (lists: Lists) => void;
}

/** Who rates whom, one rater at a time on the left, those whom he rates on the right; how many rate each is beside it. */
export const AssignmentMatrix = ({
  group,
  subjects,
  lists,
  disabled,
  onChange,
}: AssignmentMatrixProps): ReactNode => {
  const raters = group.raters.filter(({ withdrawn }) => withdrawn === null);
  const [chosen, setChosen] = useState(raters[0]?.id ?? '');
  const [text, setText] = useState('');
  const rater = raters.find(({ id }) => id === chosen);
  if (!rater) return <EmptyState title="还没有评分人" about="先在“方案”里给这个组列出评分人。" />;
  const own = lists.get(rater.id) ?? new Set<string>();
  const countOf = (subjectId: string): number =>
    raters.filter(({ id }) => lists.get(id)?.has(subjectId)).length;
  const shown = subjects.filter(({ name, number, department }) =>
    fitsSearch([name, number, department], text),
  );
  const give = (ids: readonly string[], on: boolean): void => {
    const next = new Set(own);
    for (const id of ids) {
      if (on && id !== rater.staffId) next.add(id);
      if (!on) next.delete(id);
    }
    onChange(new Map(lists).set(rater.id, next));
  };
  return (
    <div className="mz-assignment">
      <ul className="mz-assignment-raters" aria-label="评分人">
        {raters.map(({ id, name }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === rater.id} onClick={() => setChosen(id)}>
              <span>{name}</span>
              <span className={lists.get(id)?.size === 0 ? 'mz-assignment-none' : 'mz-muted'}>
                {lists.get(id)?.size ?? 0} 个
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div>
        <div className="mz-subject-tools">
          <strong>{rater.name}评</strong>
          <Input
            allowClear
            style={{ width: 180 }}
            placeholder="查姓名、编号、部门"
            aria-label="查考核对象"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            size="small"
            disabled={disabled}
            onClick={() =>
              give(
                shown.map(({ id }) => id),
                true,
              )
            }
          >
            全选查到的
          </Button>
          <Button
            size="small"
            disabled={disabled}
            onClick={() =>
              give(
                shown.map(({ id }) => id),
                false,
              )
            }
          >
            全不选
          </Button>
        </div>
        <ul className="mz-assignment-subjects" aria-label={`${rater.name}评的对象`}>
          {shown.map((subject) => {
            const count = countOf(subject.id);
            return (
              <li key={subject.id}>
                <Checkbox
                  checked={own.has(subject.id)}
                  disabled={disabled || subject.id === rater.staffId}
                  onChange={(event) => give([subject.id], event.target.checked)}
                >
                  {subject.name} <span className="mz-muted">{subject.department}</span>
                </Checkbox>
                <span className={count < group.minRaters ? 'mz-assignment-none' : 'mz-muted'}>
                  {subject.id === rater.staffId ? '本人' : `${String(count)} 人评`}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
};
