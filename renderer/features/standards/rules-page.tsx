import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { inForce, type SchoolRule } from '../../../shared/features/standards/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { useCan } from '../../app/session.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { NewRuleDrawer, RuleDrawer } from './parts/rule-drawer.tsx';
import { StandardList } from './parts/standard-list.tsx';

const of = (rule: SchoolRule) => inForce(rule).content;
const published = (rule: SchoolRule): string => (of(rule).publishedOn === null ? '尚未公布' : '已公布');

const columns: readonly ListColumn<SchoolRule>[] = [
  {
    key: 'title',
    title: '制度',
    text: (one) => of(one).title,
    cell: (one) => <strong>《{of(one).title}》</strong>,
    width: 340,
  },
  { key: 'adoptedBy', title: '通过会议', text: (one) => of(one).adoptedBy, width: 240 },
  {
    key: 'adoptedOn',
    title: '通过日期',
    text: (one) => {
      const { adoptedOn } = of(one);
      return adoptedOn === null ? '' : formatDay(adoptedOn);
    },
    compare: (a, b) => (of(a).adoptedOn ?? '').localeCompare(of(b).adoptedOn ?? ''),
    cell: (one) => <DayText day={of(one).adoptedOn} />,
    width: 150,
  },
  {
    key: 'publishedOn',
    title: '公布日期',
    text: (one) => {
      const { publishedOn } = of(one);
      return publishedOn === null ? '' : formatDay(publishedOn);
    },
    compare: (a, b) => (of(a).publishedOn ?? '').localeCompare(of(b).publishedOn ?? ''),
    cell: (one) => <DayText day={of(one).publishedOn} />,
    width: 150,
  },
  {
    key: 'state',
    title: '状态',
    text: published,
    cell: (one) => (
      <StatusTag tone={of(one).publishedOn === null ? 'draft' : 'done'}>{published(one)}</StatusTag>
    ),
    width: 110,
  },
];

const filters: readonly ListFilter<SchoolRule>[] = [
  {
    key: 'state',
    label: '状态',
    options: ['已公布', '尚未公布'].map((value) => ({ value, label: value })),
    of: published,
  },
];

/** 校内制度: may be cited once it is published. */
export const RulesPage = (): ReactNode => {
  const rules = useCall('standards.schoolRules', {});
  const may = useCan()('standards.write');
  const [adding, setAdding] = useState(false);
  return (
    <Loaded query={rules}>
      {(data) => (
        <>
          <StandardList
            name="standards.rules"
            title="校内制度"
            about="学校自己的规章制度。公布以后才能在决定里作为依据。"
            searchHint="制度名称、通过会议"
            rows={data.rules}
            columns={columns}
            filters={filters}
            actions={
              may && (
                <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                  登记校内制度
                </Button>
              )
            }
            drawer={(row, close) => <RuleDrawer key={row.id} rule={row} onClose={close} />}
          />
          {adding && <NewRuleDrawer onClose={() => setAdding(false)} />}
        </>
      )}
    </Loaded>
  );
};
