import './books.css';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useCall } from '../../../app/calls.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../../ui/page/page-header.tsx';
import { HandOutCard } from './hand-out-card.tsx';
import { TakeBackCard } from './take-back-card.tsx';

/** 电子评分表: hand them out as Excel files and take them back. */
export const BooksPage = (): ReactNode => {
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const cycle = useCall('evaluation.readCycle', { id });
  const offers = useCall('evaluation.bookOffers', { cycleId: id });
  const tab = params.get('tab') === 'back' ? 'back' : 'out';
  return (
    <Loaded query={cycle}>
      {(view) => (
        <>
          <PageHeader
            title={`${view.cycle.name}的电子评分表`}
            about="给不在系统里打分的人：发放 Excel 评分表，填好后收回。系统内打分和电子评分表可以同时用。"
          />
          <Tabs
            activeKey={tab}
            onChange={(key) => setParams({ tab: key }, { replace: true })}
            items={[
              {
                key: 'out',
                label: '发放',
                children: (
                  <Loaded query={offers}>
                    {({ offers: own }) => <HandOutCard cycleId={id} offers={own} />}
                  </Loaded>
                ),
              },
              { key: 'back', label: '收回', children: <TakeBackCard cycleId={id} /> },
            ]}
          />
        </>
      )}
    </Loaded>
  );
};
