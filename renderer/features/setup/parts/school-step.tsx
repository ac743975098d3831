import type { ReactNode } from 'react';
import { schoolProfileSchema, type SchoolProfile } from '../../../../shared/features/organisation/school.ts';
import { FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { SchoolFields } from '../../organisation/parts/school-fields.tsx';

interface SchoolStepProps {
  readonly initial: SchoolProfile | null;
  readonly onNext: (school: SchoolProfile) => void;
}

/** What the school says of itself: it heads every paper. */
export const SchoolStep = ({ initial, onNext }: SchoolStepProps): ReactNode => {
  const form = useZodForm({
    schema: schoolProfileSchema,
    initial: initial ?? { ownership: 'public' },
    onSubmit: async (school) => onNext(school),
  });
  return (
    <ZodForm of={form}>
      <SchoolFields first />
      <FormActions submit="下一步：管理员" />
    </ZodForm>
  );
};
