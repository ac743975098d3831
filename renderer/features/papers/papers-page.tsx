import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { FontBanner } from './parts/font-banner.tsx';
import { NumbersTab } from './parts/numbers-tab.tsx';
import { PapersTab } from './parts/papers-tab.tsx';

/** 文书与文号登记簿: what left the house, and every number ever given. */
export const PapersPage = (): ReactNode => {
  const { id } = useParams();
  return (
    <>
      <FontBanner />
      <Tabs
        items={[
          { key: 'papers', label: '已印发文书', children: <PapersTab openedId={id ?? null} /> },
          { key: 'numbers', label: '文号登记簿', children: <NumbersTab /> },
        ]}
      />
    </>
  );
};
