import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { saveStaffInput } from '../../../shared/features/organisation/channels.ts';
import { useCommand } from '../../app/calls.ts';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { FormActions, FormSection, ZodForm } from '../../ui/form/zod-form.tsx';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { HoldingFields } from './parts/holding-fields.tsx';
import { StaffFields } from './parts/staff-fields.tsx';

/** A new member of staff with the first post. */
export const NewStaffPage = (): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const save = useCommand('organisation.saveStaff');
  const form = useZodForm({
    schema: saveStaffInput,
    initial: { partyMember: false, joinedOn: null, holdings: [{ endsOn: null }] },
    draftKey: 'organisation.newStaff',
    onSubmit: async (staff) => {
      const { record } = await save.mutateAsync(staff);
      toast.done(`已新增${record.name}`);
      void navigate(`/organisation/staff/${record.id}`, { replace: true });
    },
  });
  return (
    <>
      <PageHeader title="新增教职工" about="几个岗位的，先填一个，保存后再逐一新增任职。" />
      <ZodForm of={form}>
        <FormSection title="基本情况">
          <StaffFields />
        </FormSection>
        <FormSection title="任职">
          <HoldingFields at="holdings.0." />
        </FormSection>
        <FormActions submit="新增教职工" onCancel={() => void navigate('/organisation/staff')} />
      </ZodForm>
    </>
  );
};
