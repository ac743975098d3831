import type { ReactNode } from 'react';
import {
  inForce,
  matterFieldLabels,
  matterFieldSchema,
  type Matter,
} from '../../../shared/features/standards/schema.ts';
import { useCall } from '../../app/calls.ts';
import { PageSkeleton } from '../../ui/feedback/page-skeleton.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { EnabledTag, StandardList, standingFilter } from './parts/standard-list.tsx';
import { MatterDrawer } from './parts/matter-drawer.tsx';

const of = (matter: Matter) => inForce(matter).content;

const columns: readonly ListColumn<Matter>[] = [
  {
    key: 'name',
    title: '事由',
    text: (one) => of(one).name,
    cell: (one) => <strong>{of(one).name}</strong>,
    width: 170,
  },
  { key: 'field', title: '领域', text: (one) => matterFieldLabels[of(one).field], width: 130 },
  { key: 'about', title: '表现', text: (one) => of(one).about, width: 520 },
  { key: 'ethics', title: '师德', text: (one) => (of(one).ethics ? '师德事项' : ''), width: 100 },
  {
    key: 'enabled',
    title: '状态',
    text: ({ enabled }) => (enabled ? '在用' : '已停用'),
    cell: (one) => <EnabledTag enabled={one.enabled} />,
    width: 90,
  },
];

const filters: readonly ListFilter<Matter>[] = [
  {
    key: 'field',
    label: '领域',
    options: matterFieldSchema.options.map((value) => ({ value, label: matterFieldLabels[value] })),
    of: (one) => of(one).field,
  },
  standingFilter,
];

/** 问责事由: what kinds of failing there are. */
export const MattersPage = (): ReactNode => {
  const matters = useCall('standards.matters', {});
  const measures = useCall('standards.measures', {});
  return (
    <Loaded query={matters}>
      {({ matters: rows }) =>
        measures.data ? (
          <StandardList
            name="standards.matters"
            title="问责事由"
            about="登记时从这里选择。师德事项一律要听取本人陈述。"
            searchHint="事由、领域、表现"
            rows={rows}
            columns={columns}
            filters={filters}
            drawer={(row, close) => (
              <MatterDrawer key={row.id} matter={row} measures={measures.data.measures} onClose={close} />
            )}
          />
        ) : (
          <PageSkeleton />
        )
      }
    </Loaded>
  );
};
