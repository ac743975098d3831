import { Checkbox, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow, FormSection } from '../../../ui/form/zod-form.tsx';
import { StaffPeoplePicker } from '../../organisation/parts/staff-picker.tsx';

const ways = ['direct', 'left', 'mail', 'electronic'] as const;

/** How papers reached somebody: the way of service, and what each way has to prove. `who` is the person, in a word. */
export const ServiceFields = ({ way, who }: { way: unknown; who: string }): ReactNode => (
  <>
    <Field name="way" label="送达方式">
      <Radio.Group options={ways.map((value) => ({ value, label: serviceWayLabels[value] }))} />
    </Field>
    <FormRow>
      <Field
        name="servedOn"
        label={way === 'mail' ? '寄出日期' : way === 'electronic' ? '发出日期' : '送交日期'}
      >
        <DayInput />
      </Field>
      {way !== 'left' && (
        <Field
          name="completedOn"
          label={way === 'direct' ? '签收日期' : '回执或到达日期'}
          optional={way !== 'direct'}
        >
          <DayInput />
        </Field>
      )}
    </FormRow>
    {way !== 'left' && (
      <FormRow>
        <Field name="receiver" label="签收人" optional={way !== 'direct'}>
          <Input maxLength={30} />
        </Field>
        <Field name="relation" label="与受送达人关系" optional>
          <Input maxLength={20} />
        </Field>
      </FormRow>
    )}
    <Field name="place" label={way === 'mail' ? '邮寄地址' : '送达地点'} optional>
      <Input maxLength={60} />
    </Field>
    <Field
      name="serverIds"
      label="送达人"
      optional={way === 'mail' || way === 'electronic'}
      help={way === 'direct' || way === 'left' ? '直接送达、留置送达不少于两人。' : undefined}
    >
      <StaffPeoplePicker />
    </Field>
    {way === 'electronic' && (
      <Field name="consent" label="本人同意" valueProp="checked">
        <Checkbox>{who}已书面同意电子送达</Checkbox>
      </Field>
    )}
    {way === 'left' && (
      <FormSection title="拒收情况">
        <Field name="refusal.reason" label="拒收事由">
          <Input maxLength={200} />
        </Field>
        <Field name="refusal.witness" label="见证人" optional help="有见证人签名，或有录像，两样至少一样。">
          <Input maxLength={60} />
        </Field>
        <Field name="refusal.hasRecording" label="录像" valueProp="checked" optional>
          <Checkbox>已用照片、录像记录送达过程</Checkbox>
        </Field>
      </FormSection>
    )}
  </>
);
