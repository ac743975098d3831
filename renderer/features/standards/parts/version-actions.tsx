import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field, FormActions } from '../../../ui/form/zod-form.tsx';

/** The foot of a form that corrects a standard: why, 保存为新版本, and what else can be done with it. */
export const VersionActions = ({
  onCancel,
  children,
}: {
  onCancel: () => void;
  children?: ReactNode;
}): ReactNode => (
  <>
    <Field name="why" label="修改原因">
      <Input maxLength={200} />
    </Field>
    <FormActions submit="保存为新版本" onCancel={onCancel}>
      {children}
    </FormActions>
  </>
);
