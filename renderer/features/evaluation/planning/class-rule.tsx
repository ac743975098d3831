import { Checkbox, Radio, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import type { Assignment } from '../../../../shared/features/evaluation/schema.ts';
import { useCall } from '../../../app/calls.ts';

export type ByClass = Extract<Assignment, { kind: 'class' }>;

const labels = [
  { value: 'all', label: '全部任课教师和班主任' },
  { value: 'head', label: '只限班主任' },
  { value: 'course', label: '只限一门学科的教师' },
] as const satisfies readonly { value: ByClass['teachers']; label: string }[];

interface ClassRuleProps {
  readonly rule: ByClass;
  readonly disabled: boolean;
  readonly onChange: (rule: ByClass) => void;
}

/** Which teachers of a class are meant: all, the head teacher, or those of one course. */
export const ClassRule = ({ rule, disabled, onChange }: ClassRuleProps): ReactNode => {
  const courses = useCall('organisation.courses', {}).data?.courses ?? [];
  return (
    <Space wrap size={[8, 6]}>
      <Radio.Group
        aria-label="哪些教师"
        size="small"
        optionType="button"
        disabled={disabled}
        value={rule.teachers}
        options={[...labels]}
        onChange={(event) => {
          const teachers = labels.find(({ value }) => value === event.target.value)?.value ?? 'all';
          onChange({ ...rule, teachers, courseId: teachers === 'course' ? rule.courseId : null });
        }}
      />
      {rule.teachers === 'course' && (
        <Select
          size="small"
          style={{ width: 150 }}
          placeholder="选择学科"
          aria-label="学科"
          showSearch={{ optionFilterProp: 'label' }}
          disabled={disabled}
          value={rule.courseId}
          options={courses.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(courseId: string) => onChange({ ...rule, courseId })}
        />
      )}
      <Checkbox
        checked={rule.former}
        disabled={disabled || rule.teachers === 'head'}
        onChange={(event) => onChange({ ...rule, former: event.target.checked })}
      >
        含本学期（学年）中途换下的教师
      </Checkbox>
      <span className="mz-muted">以“任课安排”为准；考核属于已结束的学期的，按学期最后一天的任课。</span>
    </Space>
  );
};
