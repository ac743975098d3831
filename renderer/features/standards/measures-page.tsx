import { paperFormLabels } from '../../../shared/features/standards/measure.ts';
import { decidingBodyLabels } from '../../../shared/law/vocabulary.ts';
import type { ReactNode } from 'react';
import { inForce, type Measure } from '../../../shared/features/standards/schema.ts';
import { severityLabels, severitySchema } from '../../../shared/features/standards/severity.ts';
import { useCall } from '../../app/calls.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { EnabledTag, StandardList, standingFilter } from './parts/standard-list.tsx';
import { MeasureDrawer } from './parts/measure-drawer.tsx';

const of = (measure: Measure) => inForce(measure).content;

const columns: readonly ListColumn<Measure>[] = [
  {
    key: 'name',
    title: '措施',
    text: (one) => of(one).name,
    cell: (one) => <strong>{of(one).name}</strong>,
    width: 150,
  },
  { key: 'about', title: '说明', text: (one) => of(one).about, width: 380 },
  {
    key: 'decidedBy',
    title: '决定机构',
    text: (one) =>
      of(one)
        .decidedBy.map((body) => decidingBodyLabels[body])
        .join('、'),
    width: 220,
  },
  {
    key: 'paper',
    title: '文书',
    text: (one) => {
      const { paper } = of(one);
      return paper === null ? '不出文书' : paperFormLabels[paper];
    },
    width: 110,
  },
  {
    key: 'severity',
    title: '常用档次',
    text: (one) =>
      of(one)
        .severity.map((band) => severityLabels[band])
        .join('、'),
    width: 120,
  },
  {
    key: 'enabled',
    title: '状态',
    text: ({ enabled }) => (enabled ? '在用' : '已停用'),
    cell: (one) => <EnabledTag enabled={one.enabled} />,
    width: 90,
  },
];

const filters: readonly ListFilter<Measure>[] = [
  {
    key: 'severity',
    label: '常用档次',
    options: severitySchema.options.map((value) => ({ value, label: severityLabels[value] })),
    of: (one) => of(one).severity,
  },
  standingFilter,
];

/** 问责措施: what may follow. */
export const MeasuresPage = (): ReactNode => {
  const measures = useCall('standards.measures', {});
  return (
    <Loaded query={measures}>
      {({ measures: rows }) => (
        <StandardList
          name="standards.measures"
          title="问责措施"
          about="每一次修改都成为新版本；已经作出的决定仍按当时的版本。停用的措施不再出现在决定里。"
          searchHint="措施、说明、决定机构"
          rows={rows}
          columns={columns}
          filters={filters}
          drawer={(row, close) => <MeasureDrawer key={row.id} measure={row} onClose={close} />}
        />
      )}
    </Loaded>
  );
};
