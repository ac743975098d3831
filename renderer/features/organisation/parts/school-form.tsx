import type { ReactNode } from 'react';
import { schoolProfileSchema, type School } from '../../../../shared/features/organisation/school.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { SchoolFields } from './school-fields.tsx';

/** The school's profile; those who may not change it can read it. */
export const SchoolForm = ({ school }: { school: School }): ReactNode => {
  const writes = useCan()('school.write');
  const toast = useToast();
  const save = useCommand('organisation.saveSchool');
  const form = useZodForm({
    schema: schoolProfileSchema,
    initial: school,
    onSubmit: async (profile) => {
      await save.mutateAsync({ ...profile, rev: school.rev });
      toast.done('已保存学校信息');
    },
  });
  return (
    <ZodForm of={form} disabled={!writes}>
      <SchoolFields />
      {writes && <FormActions submit="保存" />}
    </ZodForm>
  );
};
