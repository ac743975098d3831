import { Button, InputNumber, Select, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { freshRater } from '../../../../shared/features/evaluation/fresh.ts';
import type { Rater, RaterKind } from '../../../../shared/features/evaluation/schema.ts';
import { useCall } from '../../../app/calls.ts';

interface RatersByListProps {
  readonly kind: RaterKind;
  readonly raters: readonly Rater[];
  readonly onChange: (raters: Rater[]) => void;
  /** Accounts by the member of staff who has them. */
  readonly accountOf: (staffId: string) => string | null;
}

const MOST = 500;

/** All members of staff of the chosen departments, each a rater who can be told from whom he rates. */
const StaffByDepartment = ({ raters, onChange, accountOf }: RatersByListProps): ReactNode => {
  const [names, setNames] = useState<readonly string[]>([]);
  const teachers = useCall('evaluation.candidates', { kind: 'teacher' });
  const staff = teachers.data?.candidates ?? [];
  const departments = [...new Set(staff.map(({ department }) => department))].filter(Boolean);
  const add = (): void => {
    const held = new Set(raters.map(({ staffId }) => staffId));
    const taken = new Set(raters.map(({ name }) => name));
    const added = staff
      .filter(({ id, department }) => (names.length === 0 || names.includes(department)) && !held.has(id))
      .map(({ id, name, number }) => {
        const unique = taken.has(name) ? `${name}（${number}）` : name;
        taken.add(unique);
        return freshRater({
          id: crypto.randomUUID(),
          name: unique.slice(0, 30),
          userId: accountOf(id),
          staffId: id,
        });
      });
    onChange([...raters, ...added].slice(0, MOST));
  };
  return (
    <Space wrap size={[8, 4]}>
      <span className="mz-muted">按名册加入教师</span>
      <Select
        mode="multiple"
        size="small"
        style={{ minWidth: 180 }}
        placeholder="全部部门"
        aria-label="按部门加入评分人"
        value={names}
        options={departments.map((name) => ({ value: name, label: name }))}
        onChange={setNames}
      />
      <Button size="small" disabled={staff.length === 0} onClick={add}>
        加入
      </Button>
    </Space>
  );
};

/** So many nameless raters for each class, numbered: pupils, or parents. */
const NamelessByClass = ({ kind, raters, onChange }: RatersByListProps): ReactNode => {
  const [count, setCount] = useState(5);
  const [ids, setIds] = useState<readonly string[]>([]);
  const classes = useCall('evaluation.candidates', { kind: 'class' }).data?.candidates ?? [];
  const called = kind === 'parent' ? '家长' : '学生';
  const add = (): void => {
    const taken = new Set(raters.map(({ name }) => name));
    const added: Rater[] = [];
    for (const { id, name } of classes.filter((one) => ids.length === 0 || ids.includes(one.id))) {
      for (let number = 1, found = 0; found < count; number += 1) {
        const label = `${name}${called}${String(number)}`;
        if (taken.has(label)) continue;
        found += 1;
        added.push(freshRater({ id: crypto.randomUUID(), name: label, userId: null, classId: id }));
      }
    }
    onChange([...raters, ...added].slice(0, MOST));
  };
  return (
    <Space wrap size={[8, 4]}>
      <span className="mz-muted">每班加入{called}</span>
      <InputNumber
        size="small"
        min={1}
        max={60}
        precision={0}
        style={{ width: 60 }}
        aria-label={`每班${called}人数`}
        value={count}
        onChange={(next) => setCount(next ?? 1)}
      />
      <span className="mz-muted">名</span>
      <Select
        mode="multiple"
        size="small"
        style={{ minWidth: 180 }}
        placeholder="全部班级"
        aria-label={`加入${called}的班级`}
        maxTagCount={4}
        value={ids}
        options={classes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setIds}
      />
      <Button size="small" disabled={classes.length === 0} onClick={add}>
        加入
      </Button>
    </Space>
  );
};

/** Adds many raters at once, by department or by class. */
export const RatersByList = (props: RatersByListProps): ReactNode =>
  props.kind === 'pupil' || props.kind === 'parent' ? (
    <NamelessByClass {...props} />
  ) : props.kind === 'peer' || props.kind === 'panel' || props.kind === 'observation' ? (
    <StaffByDepartment {...props} />
  ) : null;
