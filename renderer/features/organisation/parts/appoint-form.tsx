import { Alert, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { appointInput, type BodyView } from '../../../../shared/features/organisation/bodies/channels.ts';
import {
  entryWayLabels,
  entryWaySchema,
  type Seat,
} from '../../../../shared/features/organisation/bodies/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { blankSeat, SeatsTable } from './seats-table.tsx';

const schema = appointInput.omit({ id: true, rev: true });
const someSeats = z.array(z.unknown());
const someTerm = z.object({}).loose().nullable();

/** Who sits now, as the first proposal of the next term. */
const seatsAgain = (view: BodyView): Seat[] =>
  view.members
    .filter(({ sitting, left }) => sitting && !left)
    .map(({ staffId, name, about, role, task, stands }) => ({
      staffId,
      name,
      about,
      role,
      task,
      stands,
      votes: '',
    }));

/** 任命成员 or 换届: several members at once, with the paper or the election that made them. */
export const AppointForm = ({
  view,
  renewing,
  onClose,
}: {
  readonly view: BodyView;
  /** True: a new term, for which those who sit now are proposed again. */
  readonly renewing: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const appoint = useCommand('organisation.appoint');
  const { record } = view;
  const again = seatsAgain(view);
  const form = useZodForm({
    schema,
    initial: {
      startsOn: dayOfMs(Date.now()),
      way: 'appointed',
      basis: '',
      newTerm: renewing ? { endsOn: null } : null,
      seats:
        renewing && again.length > 0
          ? again
          : [blankSeat(record.kind, view.members.some(({ sitting }) => sitting) ? 'member' : 'chair')],
    },
    onSubmit: async (value) => {
      await appoint.mutateAsync({
        id: record.id,
        rev: record.rev,
        ...value,
      });
      toast.done(renewing ? `${record.name}已换届` : `已更新${record.name}的成员`);
      onClose();
    },
  });
  const seats = useWatched(form, 'seats', someSeats, []);
  const term = useWatched(form, 'newTerm', someTerm, null);
  return (
    <ActDrawer
      title={renewing ? `换届：${record.name}` : `任命成员：${record.name}`}
      about={
        renewing
          ? '新一届开始的前一天，上一届成员的任期全部结束；连任的人留在下面的名单里。'
          : '一次可以任命几名成员。已有成员不受影响；要全部更换，请用“换届”。'
      }
      onClose={onClose}
      size={980}
    >
      <ZodForm of={form} wide>
        <FormRow>
          <Field name="startsOn" label={renewing ? '新一届开始' : '从哪天起'}>
            <DayInput />
          </Field>
          <Field name="way" label="产生方式">
            <Select
              options={entryWaySchema.options.map((value) => ({ value, label: entryWayLabels[value] }))}
            />
          </Field>
          <Field name="basis" label="任命文件或选举会议">
            <Input maxLength={100} placeholder="如 校发〔2026〕3号" />
          </Field>
        </FormRow>
        <FormSection title="成员">
          <Field name="seats" label="成员名单">
            <SeatsTable kind={record.kind} />
          </Field>
          {seats.length === 0 && <Alert type="info" showIcon title="请增加成员。" />}
        </FormSection>
        {(renewing || record.terms.length === 0) && (
          <FormSection title="任期">
            {!renewing && (
              <Checkbox
                checked={term !== null}
                style={{ marginBottom: 12 }}
                onChange={({ target }) => fillIn(form, { newTerm: target.checked ? { endsOn: null } : null })}
              >
                这是新的一届，有任期
              </Checkbox>
            )}
            {term !== null && (
              <Field
                name="newTerm.endsOn"
                label="任期届满日"
                optional
                help="到期后提醒换届。常设、没有任期的留空。"
              >
                <DayInput />
              </Field>
            )}
          </FormSection>
        )}
        <FormActions submit={renewing ? '换届' : '任命'} onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
