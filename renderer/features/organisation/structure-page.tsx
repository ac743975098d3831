import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { DepartmentTab } from './parts/department-tab.tsx';
import { PostTab } from './parts/post-tab.tsx';

/** The departments and the posts of the school. */
export const StructurePage = (): ReactNode => (
  <Tabs
    items={[
      { key: 'departments', label: '部门', children: <DepartmentTab /> },
      { key: 'posts', label: '岗位', children: <PostTab /> },
    ]}
  />
);
