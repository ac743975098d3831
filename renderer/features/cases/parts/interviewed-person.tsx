import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { call } from '../../../api.ts';
import { callKey } from '../../../app/calls.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';
import { RosterPersonPicker, type Chosen } from './roster-picker.tsx';
import { subjectPlace } from './subject-words.ts';

const someId = z.string().nullable();

/** Who is asked: one of the people concerned at a click, anybody of the school by search, an outsider by name. */
export const InterviewedPerson = ({
  of,
  record,
  minor,
}: {
  of: ZodFormHandle;
  record: CaseRecord;
  minor: boolean;
}): ReactNode => {
  const client = useQueryClient();
  const personId = useWatched(of, 'interview.personId', someId, null);
  const people = record.subjects.filter(({ kind }) => kind !== 'department');
  const subject = people.find((one) => one.personId === personId);

  const takeSubject = (one: CaseSubject): void =>
    fillIn(of, {
      'interview.personId': one.personId,
      'interview.name': one.name,
      'interview.capacity': subjectPlace(one),
      'interview.minor': one.minor,
      'interview.adult': one.minor && one.guardian ? `${one.guardian.relation}${one.guardian.name}` : '',
    });

  const takeOther = async (chosen: Chosen | null): Promise<void> => {
    if (chosen === null) {
      fillIn(of, { 'interview.personId': null });
      return;
    }
    const known = people.find((one) => one.personId === chosen.id);
    if (known) {
      takeSubject(known);
      return;
    }
    if (chosen.kind === 'pupil') {
      const { pupils } = await client.query({
        queryKey: callKey('organisation.pupils', {}),
        queryFn: () => call('organisation.pupils', {}),
      });
      const pupil = pupils.find(({ id }) => id === chosen.id);
      fillIn(of, {
        'interview.personId': chosen.id,
        'interview.name': pupil?.name ?? '',
        'interview.capacity': pupil?.class ?? '',
        'interview.minor': true,
      });
      return;
    }
    const { staff } = await client.query({
      queryKey: callKey('organisation.staff', {}),
      queryFn: () => call('organisation.staff', {}),
    });
    const one = staff.find(({ id }) => id === chosen.id);
    fillIn(of, {
      'interview.personId': chosen.id,
      'interview.name': one?.name ?? '',
      'interview.capacity': [one?.department, one?.post].filter((text) => text).join(' · '),
      'interview.minor': false,
    });
  };

  return (
    <>
      <div className="mz-interviewed" role="group" aria-label="选择当事人">
        {people.map((one) => (
          <Button
            key={one.personId}
            type={one.personId === personId ? 'primary' : 'default'}
            aria-pressed={one.personId === personId}
            onClick={() => takeSubject(one)}
          >
            {one.name}
          </Button>
        ))}
        <div className="mz-interviewed-search">
          <RosterPersonPicker
            aria-label="本校其他人"
            placeholder="本校其他人：姓名、拼音首字母"
            value={null}
            onChange={(chosen) => void takeOther(chosen)}
          />
        </div>
      </div>
      <FormRow>
        <Field
          name="interview.name"
          label="姓名"
          help={personId === null ? '校外人员直接填写姓名。' : subject ? '当事人。' : '本校人员。'}
        >
          <Input
            maxLength={30}
            onChange={() => {
              // A name that is typed over is somebody else.
              if (personId !== null) fillIn(of, { 'interview.personId': null });
            }}
          />
        </Field>
        <Field name="interview.capacity" label="身份" optional help="单位、岗位，或者与学生的关系。">
          <Input maxLength={60} />
        </Field>
      </FormRow>
      <Field name="interview.minor" label="未成年人" valueProp="checked">
        <Checkbox>被询问人不满十八周岁</Checkbox>
      </Field>
      {minor && (
        <Field
          name="interview.adult"
          label="在场监护人或合适成年人"
          help="询问未成年人应当有监护人在场；监护人不能到场的，由学校老师等合适成年人在场。"
        >
          <Input maxLength={40} />
        </Field>
      )}
    </>
  );
};
