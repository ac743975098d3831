import { Button, Checkbox, InputNumber, Radio, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Assignment, RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import { ClassRule, type ByClass } from './class-rule.tsx';

const labels: Readonly<Record<Assignment['kind'], string>> = {
  all: '每个评分人评全部对象（不评自己）',
  department: '评同部门的人',
  class: '按班级：学生、家长评本班的教师，教师评所任教的班',
  random: '随机分派',
  manual: '手工指定',
};

/** What a group's rule is called in one short phrase. */
export const assignmentWords = (assignment: Assignment): string => {
  switch (assignment.kind) {
    case 'all':
      return '评全部对象';
    case 'department':
      return '评同部门';
    case 'class':
      return { all: '按班级', head: '按班级，限班主任', course: '按班级，限一门学科' }[assignment.teachers];
    case 'random':
      return `随机分派，每个对象 ${String(assignment.perSubject)} 人${assignment.sameDepartment ? '，限同部门' : ''}`;
    case 'manual':
      return '手工指定';
  }
};

const MOST_SEED = 999_999_999;

interface AssignmentRuleProps {
  readonly group: RaterGroup;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onApply: (assignment: Assignment) => void;
}

/** Chooses the rule by which it is laid down who rates whom. */
export const AssignmentRule = ({ group, pending, disabled, onApply }: AssignmentRuleProps): ReactNode => {
  const held = group.assignment;
  const [kind, setKind] = useState(held.kind);
  const [draw, setDraw] = useState(
    held.kind === 'random'
      ? held
      : { kind: 'random' as const, perSubject: 3, sameDepartment: false, seed: 1 },
  );
  const [byClass, setByClass] = useState<ByClass>(
    held.kind === 'class' ? held : { kind: 'class', teachers: 'all', courseId: null, former: false },
  );
  const kinds = (['all', 'department', 'class', 'random'] as const).filter(
    (one) =>
      one !== 'class' || group.raters.some(({ classId, staffId }) => classId !== null || staffId !== null),
  );
  const chosen = kind === 'random' ? draw : kind === 'class' ? byClass : { kind };
  return (
    <div style={{ display: 'grid', gap: 10, marginBottom: 14 }}>
      <Radio.Group
        style={{ display: 'grid', gap: 4 }}
        disabled={disabled}
        value={kind}
        options={[...kinds, ...(held.kind === 'manual' ? (['manual'] as const) : [])].map((one) => ({
          value: one,
          label: labels[one],
        }))}
        onChange={(event) => {
          const next = kinds.find((one) => one === event.target.value);
          setKind(next ?? 'manual');
        }}
      />
      {kind === 'class' && <ClassRule rule={byClass} disabled={disabled} onChange={setByClass} />}
      {kind === 'random' && (
        <Space wrap size={[8, 6]}>
          <span>每个对象由</span>
          <InputNumber
            size="small"
            min={1}
            max={100}
            precision={0}
            style={{ width: 60 }}
            aria-label="每个对象的评分人数"
            disabled={disabled}
            value={draw.perSubject}
            onChange={(perSubject) => setDraw({ ...draw, perSubject: perSubject ?? 1 })}
          />
          <span>人评，</span>
          <Checkbox
            checked={draw.sameDepartment}
            disabled={disabled}
            onChange={(event) => setDraw({ ...draw, sameDepartment: event.target.checked })}
          >
            限同部门
          </Checkbox>
          <span>抽签号</span>
          <InputNumber
            size="small"
            min={0}
            max={MOST_SEED}
            precision={0}
            style={{ width: 110 }}
            aria-label="抽签号"
            disabled={disabled}
            value={draw.seed}
            onChange={(seed) => setDraw({ ...draw, seed: seed ?? 0 })}
          />
          <Button
            size="small"
            disabled={disabled}
            onClick={() => setDraw({ ...draw, seed: Math.floor(Math.random() * MOST_SEED) })}
          >
            换一个
          </Button>
          <span className="mz-muted">同一个抽签号总是抽出同样的结果，可以事后核对。</span>
        </Space>
      )}
      {kind !== 'manual' && (
        <div>
          <Button
            loading={pending}
            disabled={
              disabled || (kind === 'class' && byClass.teachers === 'course' && byClass.courseId === null)
            }
            onClick={() => onApply(chosen)}
          >
            按这条规则分派
          </Button>
        </div>
      )}
    </div>
  );
};
