import { Alert, Input, Radio } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { z } from 'zod';
import { subjectInput } from '../../../../shared/features/cases/inputs.ts';
import {
  sourceKindLabels,
  sourceKindSchema,
  subjectKindLabels,
  type SubjectKind,
} from '../../../../shared/features/cases/people.ts';
import { inForce, type Matter, type Measure } from '../../../../shared/features/standards/schema.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { MatterChoice } from './matter-choice.tsx';
import { SubjectsPicker } from './roster-picker.tsx';
import { RouteChoice } from './route-choice.tsx';

const someSubjects = z.array(subjectInput);
const someCode = z.string();
const kindNames = (kinds: readonly SubjectKind[]): string =>
  kinds.map((kind) => subjectKindLabels[kind]).join('、');

/** Kinds of people that do not go with each other, or not with the matter, in words. */
const mismatchOf = (kinds: readonly SubjectKind[], matter: Matter | undefined): string | null => {
  if (kinds.includes('pupil') && kinds.some((kind) => kind !== 'pupil'))
    return '学生与教职工（部门）适用不同的规定，请分别登记成两件事项。';
  if (!matter) return null;
  const { name, subjects } = inForce(matter).content;
  const strange = kinds.filter((kind) => !subjects.includes(kind));
  return strange.length > 0
    ? `“${name}”是关于${kindNames(subjects)}的事项，不是关于${kindNames(strange)}的，请另选事由。`
    : null;
};

/** The fields of 登记问责事项, in the order in which somebody tells it. */
export const RegisterFields = ({
  of,
  matters,
  measures,
  fromLead,
  onCancel,
}: {
  of: ZodFormHandle;
  matters: readonly Matter[];
  measures: readonly Measure[];
  fromLead: boolean;
  onCancel: () => void;
}): ReactNode => {
  const subjects = useWatched(of, 'subjects', someSubjects, []);
  const code = useWatched(of, 'matterCode', someCode, '');
  const matter = matters.find(({ id }) => id === code);
  const kinds = useMemo(() => [...new Set(subjects.map(({ kind }) => kind))], [subjects]);
  const mismatch = mismatchOf(kinds, matter);
  const searched = useMemo(() => (matter ? inForce(matter).content.subjects : undefined), [matter]);
  return (
    <ZodForm of={of}>
      <FormSection title="什么事">
        <Field name="matterCode" label="问责事由" help="输入几个字或拼音首字母查找，例如“值班”或 zb。">
          <MatterChoice matters={matters} autoFocus />
        </Field>
        <Field name="occurredOn" label="事发日期">
          <DayInput />
        </Field>
        <Field name="summary" label="事由" help="一两句话：时间、地点、什么事。会写入案卷。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={300} showCount />
        </Field>
      </FormSection>
      <FormSection title="谁">
        <Field
          name="subjects"
          label="当事人"
          help={
            searched
              ? `这类事项的当事人是${kindNames(searched)}；可以选几个，按名册选择，不会弄错同名的人。`
              : '教职工、学生或部门，可以选几个；按名册选择，不会弄错同名的人。'
          }
        >
          <SubjectsPicker {...(searched ? { kinds: searched } : {})} />
        </Field>
        {mismatch !== null && (
          <Alert type="warning" showIcon role="status" title={mismatch} style={{ marginBottom: 18 }} />
        )}
        <Field name="route" label="办理方式">
          <RouteChoice kinds={kinds} matter={matter} measures={measures} />
        </Field>
      </FormSection>
      {fromLead ? (
        <FormSection title="研判">
          <Field name="opinion" label="研判意见" help="为什么立为问责事项。记入线索的办理经过。">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
          </Field>
        </FormSection>
      ) : (
        <FormSection title="从哪里知道">
          <Field name="source.kind" label="来源">
            <Radio.Group
              options={sourceKindSchema.options
                .filter((value) => value !== 'lead')
                .map((value) => ({ value, label: sourceKindLabels[value] }))}
            />
          </Field>
          <FormRow>
            <Field name="source.note" label="来源说明" optional>
              <Input maxLength={200} />
            </Field>
            <Field
              name="source.reporterId"
              label="反映人"
              optional
              help="本校教职工反映的才填；需要保密的请从线索登记。反映人不能参加核实和决定。"
            >
              <StaffPicker />
            </Field>
          </FormRow>
        </FormSection>
      )}
      <FormActions submit="登记问责事项" onCancel={onCancel} />
    </ZodForm>
  );
};
