import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { PupilForm } from './parts/pupil-form.tsx';

/** A new pupil. */
export const NewPupilPage = (): ReactNode => {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title="新增学生" />
      <PupilForm
        pupil={null}
        onSaved={(id) => void navigate(`/organisation/pupils/${id}`, { replace: true })}
        onCancel={() => void navigate('/organisation/pupils')}
      />
    </>
  );
};
