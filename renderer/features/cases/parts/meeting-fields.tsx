import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  attendanceLabels,
  attendanceSchema,
  hasQuorum,
  presentOf,
  quorumOf,
} from '../../../../shared/features/cases/meeting.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { Field } from '../../../ui/form/zod-form.tsx';
import { StaffIdPicker, StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { asMembers, type DraftMember } from './decide-values.ts';
import { recusalOf } from './team-check.tsx';
import './meeting.css';

export interface MeetingFieldsProps {
  readonly record: CaseRecord;
  readonly members: readonly DraftMember[];
  readonly nameOf: (id: string) => string;
  /** 出席情况 as the data side counts it; blank until it has. */
  readonly quorum: string;
  readonly onMembers: (members: DraftMember[]) => void;
}

/** Somebody called to a meeting on this case: whoever has an interest stays out, with the reason. */
export const calledMember = (record: CaseRecord, personId: string): DraftMember => {
  const why = recusalOf(record, personId);
  return why === undefined
    ? { personId, attendance: 'present', note: '' }
    : { personId, attendance: 'recused', note: why };
};

/** 会议: where it was held, who was called, who came, and who stayed out. */
export const MeetingFields = (props: MeetingFieldsProps): ReactNode => {
  const { members, nameOf } = props;
  const present = members.filter(({ attendance }) => attendance === 'present');
  return (
    <>
      <div className="mz-meeting-row">
        <Field name="meeting.name" label="会议名称" optional help="如：2026年第 12 次校长办公会。">
          <Input maxLength={60} />
        </Field>
        <Field name="meeting.place" label="会议地点">
          <Input maxLength={60} />
        </Field>
        <Field name="meeting.chairId" label="主持人" help="从出席人员中选。">
          <ChairChoice people={present.map(({ personId }) => ({ id: personId, name: nameOf(personId) }))} />
        </Field>
        <Field name="meeting.recorderId" label="记录人">
          <StaffIdPicker />
        </Field>
      </div>
      <Field name="meeting.members" label="参加人员">
        <Members {...props} />
      </Field>
    </>
  );
};

const ChairChoice = ({
  people,
  value,
  onChange,
  id,
}: {
  people: readonly { id: string; name: string }[];
  value?: string;
  onChange?: (id: string) => void;
  id?: string;
}): ReactNode => (
  <Select<string>
    {...(id === undefined ? {} : { id })}
    value={value === undefined || value === '' ? null : value}
    onChange={(next) => onChange?.(next)}
    placeholder={people.length === 0 ? '先填写参加人员' : '选择主持人'}
    options={people.map((person) => ({ value: person.id, label: person.name }))}
  />
);

const Members = ({
  record,
  members,
  nameOf,
  quorum,
  onMembers,
  id,
}: MeetingFieldsProps & { id?: string }): ReactNode => {
  const change = (personId: string, next: Partial<DraftMember>): void =>
    onMembers(members.map((one) => (one.personId === personId ? { ...one, ...next } : one)));
  const counted = asMembers(members);
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1} className="mz-members">
      {members.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">出席情况</th>
              <th scope="col">缺席或回避原因</th>
              <th scope="col">
                <span className="mz-visually-hidden">去掉</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ personId, attendance, note }) => {
              const why = recusalOf(record, personId);
              return (
                <tr key={personId}>
                  <th scope="row">{nameOf(personId)}</th>
                  <td>
                    <Radio.Group
                      size="small"
                      optionType="button"
                      buttonStyle="solid"
                      aria-label={`${nameOf(personId)}的出席情况`}
                      value={attendance}
                      onChange={({ target }) => {
                        const next = attendanceSchema.safeParse(target.value);
                        if (next.success)
                          change(personId, {
                            attendance: next.data,
                            note: next.data === 'present' ? '' : note,
                          });
                      }}
                      options={attendanceSchema.options.map((value) => ({
                        value,
                        label: attendanceLabels[value],
                      }))}
                    />
                  </td>
                  <td>
                    {attendance === 'present' ? (
                      why !== undefined && <span className="mz-no">{why}，应当回避</span>
                    ) : (
                      <Input
                        size="small"
                        maxLength={100}
                        value={note}
                        aria-label={`${nameOf(personId)}${attendanceLabels[attendance]}的原因`}
                        onChange={({ target }) => change(personId, { note: target.value })}
                      />
                    )}
                  </td>
                  <td>
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={`去掉${nameOf(personId)}`}
                      onClick={() => onMembers(members.filter((one) => one.personId !== personId))}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className="mz-members-add">
        <StaffPicker
          value={null}
          aria-label="增加参加人员"
          placeholder="增加参加人员：姓名、拼音首字母"
          onChange={(personId) => {
            if (personId !== null && !members.some((one) => one.personId === personId))
              onMembers([...members, calledMember(record, personId)]);
          }}
        />
        {members.length > 0 && (
          <span role="status" className={hasQuorum(counted) ? 'mz-ok' : 'mz-no'}>
            {quorum === ''
              ? `实到 ${String(presentOf(counted).length)} 人，须 ${String(quorumOf(counted))} 人`
              : quorum}
          </span>
        )}
      </div>
    </div>
  );
};
