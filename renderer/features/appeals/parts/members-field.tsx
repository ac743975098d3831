import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import {
  capacityLabels,
  capacitySchema,
  type AppealKind,
  type Capacity,
} from '../../../../shared/features/appeals/kinds.ts';
import { panelMemberInput } from '../../../../shared/features/appeals/inputs.ts';
import { BodyFill } from '../../organisation/parts/body-fill.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';

export const membersSchema = z.array(panelMemberInput);
export type DraftMember = z.infer<typeof panelMemberInput>;

const blankMember = (capacity: Capacity, outside: boolean): DraftMember => ({
  staffId: outside ? null : '',
  name: '',
  capacity,
  about: '',
});

/** Whom a form of a kind begins with. */
export const firstMembers = (kind: AppealKind): DraftMember[] =>
  kind === 'pupil-appeal'
    ? [
        blankMember('leader', false),
        blankMember('teacher', false),
        blankMember('pupil', true),
        blankMember('parent', true),
        blankMember('law-principal', true),
      ]
    : [blankMember('staff', false), blankMember('staff', false)];

/** Who handles it: a row for each, of the staff or from outside, with whom he or she stands for. */
export const MembersField = ({
  value = [],
  onChange,
  id,
}: {
  value?: readonly DraftMember[];
  onChange?: (members: DraftMember[]) => void;
  id?: string;
}): ReactNode => {
  const change = (at: number, next: Partial<DraftMember>): void =>
    onChange?.(value.map((one, place) => (place === at ? { ...one, ...next } : one)));
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1}>
      {value.length > 0 && (
        <table className="mz-appeal-table">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">代表</th>
              <th scope="col">单位或身份</th>
              <th scope="col">
                <span className="mz-visually-hidden">去掉</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {value.map((member, at) => {
              const place = `第 ${String(at + 1)} 名`;
              return (
                <tr key={at}>
                  <td style={{ width: '38%' }}>
                    {member.staffId === null ? (
                      <Input
                        value={member.name}
                        maxLength={30}
                        placeholder="校外人员姓名"
                        aria-label={`${place}姓名`}
                        onChange={({ target }) => change(at, { name: target.value })}
                      />
                    ) : (
                      <StaffPicker
                        value={member.staffId === '' ? null : member.staffId}
                        aria-label={`${place}姓名`}
                        onChange={(staffId) => change(at, { staffId: staffId ?? '' })}
                      />
                    )}
                  </td>
                  <td style={{ width: '22%' }}>
                    <Select<Capacity>
                      value={member.capacity}
                      style={{ width: '100%' }}
                      aria-label={`${place}代表`}
                      onChange={(capacity) => change(at, { capacity })}
                      options={capacitySchema.options.map((each) => ({
                        value: each,
                        label: capacityLabels[each],
                      }))}
                    />
                  </td>
                  <td>
                    <Input
                      value={member.about}
                      maxLength={60}
                      aria-label={`${place}单位或身份`}
                      onChange={({ target }) => change(at, { about: target.value })}
                    />
                  </td>
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
        <BodyFill
          power="review"
          onFill={(members) =>
            onChange?.(
              members.map(({ staffId, name, about, stands }) => ({
                staffId,
                name: staffId === null ? name : '',
                capacity: stands ?? (staffId === null ? 'outside' : 'staff'),
                about,
              })),
            )
          }
        />
        <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, blankMember('staff', false)])}>
          增加校内人员
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, blankMember('outside', true)])}>
          增加校外人员
        </Button>
      </div>
    </div>
  );
};
