import { sourceKindLabels, sourceKindSchema } from '../../../shared/features/cases/people.ts';
import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { registerInput } from '../../../shared/features/cases/inputs.ts';
import { inForce, matterFieldLabels, type Matter } from '../../../shared/features/standards/schema.ts';
import { dayOfMs } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { DayInput } from '../../ui/form/day-input.tsx';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../ui/form/zod-form.tsx';
import { fitsSearch } from '../../ui/list/search-text.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useCaseCommand } from './mutations.ts';
import { StaffPeoplePicker, StaffPicker } from './parts/staff-picker.tsx';

/** 登记问责事项: what, who, when, from where. */
export const NewCasePage = (): ReactNode => {
  const matters = useCall('standards.matters', {});
  return <Loaded query={matters}>{(data) => <RegisterForm matters={data.matters} />}</Loaded>;
};

const RegisterForm = ({ matters }: { matters: readonly Matter[] }): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const register = useCaseCommand('cases.register');
  const form = useZodForm({
    schema: registerInput,
    initial: {
      occurredOn: dayOfMs(Date.now()),
      source: { kind: 'inspection', note: '', reporterId: null },
    },
    draftKey: 'cases.register',
    onSubmit: async (value) => {
      const { record } = await register.mutateAsync(value);
      toast.done(`已登记为 ${record.number}`);
      void navigate(`/cases/${record.id}`);
    },
  });
  return (
    <>
      <PageHeader
        title="登记问责事项"
        about="先把事情记下来，事实是否成立由后面的核实确认。登记后程序给出案号，并开始计算办理期限。"
      />
      <ZodForm of={form}>
        <FormSection title="什么事">
          <Field name="matterCode" label="问责事由" help="输入几个字或拼音首字母查找，例如“值班”或 zb。">
            <Select
              autoFocus
              placeholder="选择是哪一类事"
              options={matters
                .filter(({ enabled }) => enabled)
                .map((matter) => {
                  const { content } = inForce(matter);
                  return {
                    value: matter.id,
                    label: content.name,
                    about: content.about,
                    words: [content.name, matterFieldLabels[content.field]],
                  };
                })}
              showSearch={{
                // What a matter is about is long: its initials would fit anything.
                filterOption: (typed, option) =>
                  fitsSearch(option?.words ?? [], typed) || (option?.about.includes(typed.trim()) ?? false),
              }}
              optionRender={({ data }) => (
                <>
                  {data.label} <span className="mz-muted">{data.about}</span>
                </>
              )}
            />
          </Field>
          <Field name="occurredOn" label="事发日期">
            <DayInput />
          </Field>
          <Field name="summary" label="事由" help="一两句话：时间、地点、什么事。会写入案卷。">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} showCount />
          </Field>
        </FormSection>
        <FormSection title="谁">
          <Field name="subjectIds" label="当事人" help="可以选几个人；只按登记的名册选择，不会弄错同名的人。">
            <StaffPeoplePicker />
          </Field>
        </FormSection>
        <FormSection title="从哪里知道">
          <Field name="source.kind" label="来源">
            <Radio.Group
              options={sourceKindSchema.options.map((value) => ({ value, label: sourceKindLabels[value] }))}
            />
          </Field>
          <Field name="source.note" label="来源说明" optional>
            <Input maxLength={200} />
          </Field>
          <Field
            name="source.reporterId"
            label="反映人"
            optional
            help="本校教职工反映的才填。反映人不能参加核实和决定。"
          >
            <StaffPicker />
          </Field>
        </FormSection>
        <FormActions submit="登记问责事项" onCancel={() => void navigate('/cases')} />
      </ZodForm>
    </>
  );
};
