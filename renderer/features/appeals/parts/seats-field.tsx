import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  attendanceLabels,
  attendanceSchema,
  voteLabels,
  voteSchema,
} from '../../../../shared/features/cases/meeting.ts';
import type { Panel } from '../../../../shared/features/appeals/panel.ts';
import type { Seat } from './outcome-values.ts';

/** Who came and how each voted on the outcome as it stands. */
export const SeatsField = ({
  panel,
  value = [],
  onChange,
  id,
}: {
  panel: Panel;
  value?: readonly Seat[];
  onChange?: (seats: Seat[]) => void;
  id?: string;
}): ReactNode => {
  const change = (memberId: string, next: Partial<Seat>): void =>
    onChange?.(value.map((seat) => (seat.memberId === memberId ? { ...seat, ...next } : seat)));
  return (
    <table {...(id === undefined ? {} : { id })} className="mz-appeal-table" tabIndex={-1}>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">出席情况</th>
          <th scope="col">表决或者缺席、回避的原因</th>
        </tr>
      </thead>
      <tbody>
        {panel.members.map(({ person }) => {
          const seat = value.find(({ memberId }) => memberId === person.id);
          if (!seat) return null;
          return (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>
                <Radio.Group
                  size="small"
                  optionType="button"
                  aria-label={`${person.name}的出席情况`}
                  value={seat.attendance}
                  options={attendanceSchema.options.map((each) => ({
                    value: each,
                    label: attendanceLabels[each],
                  }))}
                  onChange={({ target }) => {
                    const next = attendanceSchema.safeParse(target.value);
                    if (next.success) change(person.id, { attendance: next.data });
                  }}
                />
              </td>
              <td>
                {seat.attendance === 'present' ? (
                  <Radio.Group
                    size="small"
                    optionType="button"
                    aria-label={`${person.name}的表决`}
                    value={seat.vote}
                    options={voteSchema.options.map((each) => ({ value: each, label: voteLabels[each] }))}
                    onChange={({ target }) => {
                      const next = voteSchema.safeParse(target.value);
                      if (next.success) change(person.id, { vote: next.data });
                    }}
                  />
                ) : (
                  <Input
                    size="small"
                    maxLength={100}
                    value={seat.note}
                    aria-label={`${person.name}${attendanceLabels[seat.attendance]}的原因`}
                    onChange={({ target }) => change(person.id, { note: target.value })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
