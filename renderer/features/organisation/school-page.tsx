import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useCall } from '../../app/calls.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SchoolForm } from './parts/school-form.tsx';
import { SchoolYears } from './parts/school-years.tsx';

/** What the school says of itself, and its years with their terms. */
export const SchoolPage = (): ReactNode => {
  const school = useCall('organisation.school', {});
  return (
    <Tabs
      items={[
        {
          key: 'profile',
          label: '学校信息',
          children: (
            <>
              <PageHeader title="学校信息" about="印在文书上的名称和代字。改了以后，已印发的文书不变。" />
              <Loaded query={school}>{(data) => <SchoolForm key={data.rev} school={data} />}</Loaded>
            </>
          ),
        },
        { key: 'years', label: '学年学期', children: <SchoolYears /> },
      ]}
    />
  );
};
