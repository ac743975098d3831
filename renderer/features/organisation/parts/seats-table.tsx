import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { capacityLabels, capacitySchema, type Capacity } from '../../../../shared/features/appeals/kinds.ts';
import {
  bodyRoleSchema,
  roleLabel,
  type BodyKind,
  type BodyRole,
  type Seat,
} from '../../../../shared/features/organisation/bodies/schema.ts';
import './bodies.css';
import { StaffPicker } from './staff-picker.tsx';

/** A line to be filled in; `outside`: of somebody who is not of the staff. */
export const blankSeat = (kind: BodyKind, role: BodyRole, outside = false): Seat => ({
  staffId: outside ? null : '',
  name: '',
  about: '',
  role,
  task: '',
  stands: kind === 'pupil-appeals' ? (outside ? 'parent' : 'teacher') : null,
  votes: '',
});

/** Members to come, a line each: who, in which role, with which task. */
export const SeatsTable = ({
  kind,
  value = [],
  onChange,
  id,
}: {
  readonly kind: BodyKind;
  readonly value?: readonly Seat[];
  readonly onChange?: (seats: Seat[]) => void;
  readonly id?: string;
}): ReactNode => {
  const change = (at: number, next: Partial<Seat>): void =>
    onChange?.(value.map((one, place) => (place === at ? { ...one, ...next } : one)));
  const committee = kind === 'pupil-appeals';
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1}>
      {value.length > 0 && (
        <table className="mz-body-seats">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">职务</th>
              {committee && <th scope="col">代表</th>}
              <th scope="col">分工</th>
              <th scope="col">校外人员的身份</th>
              <th scope="col">得票</th>
              <th scope="col">
                <span className="mz-visually-hidden">去掉</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {value.map((seat, at) => {
              const place = `第 ${String(at + 1)} 名成员`;
              const line = (field: 'name' | 'about' | 'task' | 'votes', label: string, max: number) => (
                <Input
                  value={seat[field]}
                  maxLength={max}
                  aria-label={`${place}的${label}`}
                  onChange={({ target }) => change(at, { [field]: target.value })}
                />
              );
              return (
                <tr key={at}>
                  <td className="mz-body-seats-name">
                    {seat.staffId === null ? (
                      line('name', '姓名', 30)
                    ) : (
                      <StaffPicker
                        value={seat.staffId === '' ? null : seat.staffId}
                        aria-label={`${place}的姓名`}
                        onChange={(staffId) => change(at, { staffId: staffId ?? '' })}
                      />
                    )}
                  </td>
                  <td>
                    <Select<BodyRole>
                      value={seat.role}
                      className="mz-body-seats-choice"
                      aria-label={`${place}的职务`}
                      options={bodyRoleSchema.options.map((role) => ({
                        value: role,
                        label: roleLabel(kind, role),
                      }))}
                      onChange={(role) => change(at, { role })}
                    />
                  </td>
                  {committee && (
                    <td>
                      <Select<Capacity>
                        {...(seat.stands === null ? {} : { value: seat.stands })}
                        className="mz-body-seats-choice"
                        aria-label={`${place}的代表身份`}
                        options={capacitySchema.options.map((each) => ({
                          value: each,
                          label: capacityLabels[each],
                        }))}
                        onChange={(stands) => change(at, { stands })}
                      />
                    </td>
                  )}
                  <td>{line('task', '分工', 100)}</td>
                  <td>
                    {seat.staffId === null ? (
                      line('about', '身份', 60)
                    ) : (
                      <span className="mz-muted">本校教职工</span>
                    )}
                  </td>
                  <td>{line('votes', '得票', 60)}</td>
                  <td>
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={`去掉${place}`}
                      onClick={() => onChange?.(value.filter((_one, other) => other !== at))}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className="mz-record-acts">
        <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, blankSeat(kind, 'member')])}>
          增加教职工
        </Button>
        <Button
          icon={<PlusOutlined />}
          onClick={() => onChange?.([...value, blankSeat(kind, 'member', true)])}
        >
          增加校外人员、家长或学生
        </Button>
      </div>
    </div>
  );
};
