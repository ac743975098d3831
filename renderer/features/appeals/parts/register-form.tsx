import { Input, Radio } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { Complaint } from '../../../../shared/features/appeals/channels.ts';
import { registerAppealInput } from '../../../../shared/features/appeals/inputs.ts';
import {
  appealKindSchema,
  applicantLabels,
  applicantSchema,
  kindAbout,
  kindLabels,
  receiptWayLabels,
  receiptWaySchema,
} from '../../../../shared/features/appeals/kinds.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useAppealCommand } from '../mutations.ts';
import { FilesField } from './files-field.tsx';
import { TimeNote } from './time-note.tsx';
import { Ticks } from './ticks.tsx';

const formSchema = registerAppealInput.omit({ files: true, caseId: true });
const text = z.string();

/** Who usually applies: a guardian for a pupil, everybody else in person. */
const applicantOf = ({
  kind,
  name,
  guardian,
}: Complaint): { capacity: z.infer<typeof applicantSchema>; applicantName: string } =>
  kind === 'pupil'
    ? { capacity: 'guardian', applicantName: guardian }
    : { capacity: 'self', applicantName: name };

/** The form of an application, over the people of one case. */
export const RegisterForm = ({
  caseId,
  complaints,
}: {
  caseId: string;
  complaints: readonly Complaint[];
}): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const register = useAppealCommand('appeals.register');
  const [files, setFiles] = useState<readonly FileContent[]>([]);
  const [first] = complaints;
  const openWay = (complaint: Complaint | undefined) =>
    complaint?.ways.find(({ closedBy }) => closedBy === '') ?? complaint?.ways[0];
  const form = useZodForm({
    schema: formSchema,
    initial: {
      personId: first?.personId ?? '',
      kind: openWay(first)?.kind ?? 'review',
      ...(first ? applicantOf(first) : {}),
      itemIds: first?.items.map(({ itemId }) => itemId) ?? [],
      receivedOn: dayOfMs(Date.now()),
      knownOn: null,
      way: 'direct',
      contact: '',
    },
    draftKey: `appeals.register:${caseId}`,
    onSubmit: async (value) => {
      const view = await register.mutateAsync({ ...value, caseId, files: [...files] });
      toast.done(`已登记为${view.appeal.number}`);
      void navigate(`/appeals/${view.appeal.id}`);
    },
  });
  const personId = useWatched(form, 'personId', text, first?.personId ?? '');
  const kind = useWatched(form, 'kind', appealKindSchema, 'review');
  const capacity = useWatched(form, 'capacity', applicantSchema, 'self');
  const receivedOn = useWatched(form, 'receivedOn', text, '');
  const person = complaints.find((each) => each.personId === personId) ?? first;
  const way = person?.ways.find((each) => each.kind === kind);
  const known = kind === 'appeal' || kind === 'teacher-appeal' ? null : (person?.knownOn ?? null);
  // Another person has other measures and another one who speaks for him or her; a draft is left as it was.
  const [filledFor, setFilledFor] = useState(personId);
  useEffect(() => {
    if (!person || person.personId === filledFor) return;
    setFilledFor(person.personId);
    form.form.setFieldsValue({
      kind: openWay(person)?.kind,
      itemIds: person.items.map(({ itemId }) => itemId),
      ...applicantOf(person),
    });
  }, [person, filledFor, form.form]);
  if (!person) return null;
  return (
    <div className="mz-columns">
      <ZodForm of={form} wide>
        <FormSection title="不服什么">
          {complaints.length > 1 && (
            <Field name="personId" label="当事人">
              <Radio.Group options={complaints.map((each) => ({ value: each.personId, label: each.name }))} />
            </Field>
          )}
          <Field name="kind" label="种类">
            <Ways
              of={person.ways.map((each) => ({
                value: each.kind,
                label: (
                  <>
                    {kindLabels[each.kind]}　<span className="mz-muted">{each.organ}决定</span>
                  </>
                ),
                about: each.closedBy === '' ? kindAbout[each.kind] : `${each.closedBy}。`,
                disabled: each.closedBy !== '',
              }))}
            />
          </Field>
          <Field name="itemIds" label="不服的处理">
            <Ticks
              of={person.items.map((item) => ({
                value: item.itemId,
                label: `${item.measureName}${item.paperNumber === null ? '' : `（${item.paperNumber}）`}`,
              }))}
            />
          </Field>
        </FormSection>
        <FormSection title="谁提出">
          <Field name="capacity" label="申请人身份">
            <Radio.Group
              options={applicantSchema.options
                .filter((value) => value !== 'guardian' || person.kind === 'pupil')
                .map((value) => ({ value, label: applicantLabels[value] }))}
            />
          </Field>
          <FormRow>
            <Field
              name="applicantName"
              label="申请人"
              help={capacity === 'self' ? '本人提出的，按名册姓名登记。' : undefined}
            >
              <Input maxLength={30} disabled={capacity === 'self'} />
            </Field>
            <Field name="contact" label="联系方式" optional>
              <Input maxLength={60} />
            </Field>
          </FormRow>
          <FormRow>
            <Field name="receivedOn" label="收到日期">
              <DayInput />
            </Field>
            {known === null && (
              <Field
                name="knownOn"
                label={kind === 'appeal' ? '接到复核决定的日期' : '知道决定的日期'}
                optional={way?.dueOn !== null && way?.dueOn !== undefined}
                help="没有送达记录的，按申请人说明和有关材料填写。"
              >
                <DayInput />
              </Field>
            )}
          </FormRow>
          <Field name="way" label="提出方式">
            <Radio.Group
              options={receiptWaySchema.options.map((value) => ({ value, label: receiptWayLabels[value] }))}
            />
          </Field>
        </FormSection>
        <FormSection title="说什么">
          <Field name="requests" label="请求事项" help="一句话写明要求：撤销、变更，还是别的。">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} showCount />
          </Field>
          <Field name="reasons" label="事实和理由" help="按申请书照录，口头提出的如实记录。">
            <Input.TextArea autoSize={{ minRows: 5 }} maxLength={5000} showCount />
          </Field>
          <FilesField files={files} onChange={setFiles} />
        </FormSection>
        <FormActions submit="登记申请" onCancel={() => void navigate('/appeals')} />
      </ZodForm>
      <aside>
        <h2 className="mz-record-heading">是否在期限内</h2>
        <TimeNote
          dueOn={way?.dueOn ?? null}
          receivedOn={receivedOn}
          known={known === null ? '' : `送达日期 ${formatDay(known)}`}
        />
        <h2 className="mz-record-heading">登记以后</h2>
        <ul className="mz-appeal-effects">
          <li>
            {way?.inside === true
              ? '先审查是否受理，再由没有参与原调查和决定的人员办理。'
              : `由${way?.organ ?? '主管部门'}决定，这里登记报送的材料和收到的决定。`}
          </li>
          <li>办理期间不停止原决定的执行。</li>
          <li>处理结果不得比原来更重。</li>
        </ul>
      </aside>
    </div>
  );
};
