import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { DepartmentTab } from './parts/department-tab.tsx';
import { PostTab } from './parts/post-tab.tsx';
import { CourseTab } from './teaching/course-tab.tsx';

/** The departments, the posts and the courses of the school. */
export const StructurePage = (): ReactNode => (
  <Tabs
    items={[
      { key: 'departments', label: '部门', children: <DepartmentTab /> },
      { key: 'posts', label: '岗位', children: <PostTab /> },
      { key: 'courses', label: '学科', children: <CourseTab /> },
    ]}
  />
);
