import type { ReactNode } from 'react';
import {
  inForce,
  matterFieldLabels,
  matterSubjectLabels,
  type Matter,
} from '../../../shared/features/standards/schema.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageSkeleton } from '../../ui/feedback/page-skeleton.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { optionsOf } from './parts/choices.ts';
import { MatterDrawer, NewMatterDrawer } from './parts/matter-drawer.tsx';
import { EnabledTag, StandardList, standingFilter } from './parts/standard-list.tsx';
import { useNames } from './parts/use-names.ts';

const of = (matter: Matter) => inForce(matter).content;
const nature = (matter: Matter): string => {
  const { ethics, academic } = of(matter);
  return ethics ? '师德事项' : academic ? '学业成绩' : '';
};

const columns: readonly ListColumn<Matter>[] = [
  {
    key: 'name',
    title: '事由',
    text: (one) => of(one).name,
    cell: (one) => <strong>{of(one).name}</strong>,
    width: 190,
  },
  { key: 'field', title: '领域', text: (one) => matterFieldLabels[of(one).field], width: 120 },
  {
    key: 'subjects',
    title: '涉及对象',
    text: (one) =>
      of(one)
        .subjects.map((subject) => matterSubjectLabels[subject])
        .join('、'),
    width: 120,
  },
  { key: 'about', title: '表现', text: (one) => of(one).about, width: 420 },
  { key: 'nature', title: '特别规定', text: nature, width: 100 },
  {
    key: 'enabled',
    title: '状态',
    text: ({ enabled }) => (enabled ? '在用' : '已停用'),
    cell: (one) => <EnabledTag enabled={one.enabled} />,
    width: 90,
  },
];

const filters: readonly ListFilter<Matter>[] = [
  { key: 'field', label: '领域', options: optionsOf(matterFieldLabels), of: (one) => of(one).field },
  {
    key: 'subjects',
    label: '涉及对象',
    options: optionsOf(matterSubjectLabels),
    of: (one) => of(one).subjects,
  },
  {
    key: 'nature',
    label: '特别规定',
    options: ['师德事项', '学业成绩'].map((value) => ({ value, label: value })),
    of: nature,
  },
  standingFilter,
];

/** 问责事由: what kinds of failing there are. */
export const MattersPage = (): ReactNode => {
  const matters = useCall('standards.matters', {});
  const measures = useCall('standards.measures', {});
  const names = useNames();
  const exporting = useListExport('standards.exportMatters');
  return (
    <Loaded query={matters}>
      {({ matters: rows }) =>
        measures.data ? (
          <StandardList
            name="standards.matters"
            title="问责事由"
            about="登记时从这里选择。师德事项一律要听取本人陈述，学业成绩只帮助、不惩戒。"
            searchHint="事由、领域、表现"
            rows={rows}
            columns={columns}
            filters={filters}
            exporting={exporting}
            create={{
              label: '新增事由',
              drawer: (close) => <NewMatterDrawer measures={measures.data.measures} onClose={close} />,
            }}
            drawer={(row, close) => (
              <MatterDrawer
                key={row.id}
                matter={row}
                measures={measures.data.measures}
                names={names}
                onClose={close}
              />
            )}
          />
        ) : (
          <PageSkeleton />
        )
      }
    </Loaded>
  );
};
