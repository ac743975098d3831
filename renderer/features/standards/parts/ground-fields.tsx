import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';

/** What a ground says and where it stands. `fixed`: a law stays a law. */
export const GroundFields = ({ fixed }: { fixed: boolean }): ReactNode => (
  <>
    <Field name="content.kind" label="种类" help="工作要求不是法律法规，不会当作法规印在文书上。">
      <Radio.Group
        disabled={fixed}
        options={[
          { value: 'law', label: '法律、法规、规章和文件' },
          { value: 'practice', label: '工作要求' },
        ]}
      />
    </Field>
    <Field name="content.law" label="名称" help="不用写书名号。">
      <Input maxLength={60} />
    </Field>
    <FormRow>
      <Field name="content.version" label="版本或者文号" optional>
        <Input maxLength={60} placeholder="如：2018年修正" />
      </Field>
      <Field name="content.inForceFrom" label="施行日期" optional>
        <DayInput />
      </Field>
    </FormRow>
    <Field name="content.article" label="条号" optional help="以公布的文本为准，例如 第三条、第九条第二项。">
      <Input maxLength={40} />
    </Field>
    <Field name="content.paraphrase" label="要旨" help="用自己的话写，不抄原文。">
      <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} />
    </Field>
  </>
);
