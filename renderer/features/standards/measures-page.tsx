import type { ReactNode } from 'react';
import { effectWords, periodWords } from '../../../shared/features/standards/describe.ts';
import { paperFormLabels } from '../../../shared/features/standards/measure.ts';
import { inForce, type Measure } from '../../../shared/features/standards/schema.ts';
import { severityLabels } from '../../../shared/features/standards/severity.ts';
import {
  decidingBodyLabels,
  measureKindLabels,
  measureTargetLabels,
  pupilBandLabels,
  pupilLevelLabels,
  staffTrackLabels,
} from '../../../shared/law/vocabulary.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { optionsOf } from './parts/choices.ts';
import { MeasureDrawer, NewMeasureDrawer } from './parts/measure-drawer.tsx';
import { EnabledTag, StandardList, standingFilter } from './parts/standard-list.tsx';
import { useNames } from './parts/use-names.ts';

const of = (measure: Measure) => inForce(measure).content;

const whom = (measure: Measure): string => {
  const { targets, track } = of(measure);
  const words = targets.map((target) => measureTargetLabels[target]).join('、');
  return track === 'any' ? words : `${words}（${staffTrackLabels[track]}）`;
};

const columns: readonly ListColumn<Measure>[] = [
  {
    key: 'name',
    title: '措施',
    text: (one) => of(one).name,
    cell: (one) => <strong>{of(one).name}</strong>,
    width: 170,
  },
  { key: 'kind', title: '性质', text: (one) => measureKindLabels[of(one).kind], width: 140 },
  { key: 'targets', title: '适用对象', text: whom, width: 240 },
  {
    key: 'severity',
    title: '常用档次',
    text: (one) =>
      of(one)
        .severity.map((band) => severityLabels[band])
        .join('、'),
    width: 130,
  },
  {
    key: 'decidedBy',
    title: '决定机构',
    text: (one) =>
      of(one)
        .decidedBy.map((body) => decidingBodyLabels[body])
        .join('、'),
    width: 220,
  },
  { key: 'period', title: '期间', text: (one) => periodWords(of(one)), width: 110 },
  {
    key: 'paper',
    title: '文书',
    text: (one) => {
      const { paper } = of(one);
      return paper === null ? '不出文书' : paperFormLabels[paper];
    },
    width: 130,
    optional: true,
  },
  { key: 'effect', title: '影响', text: (one) => effectWords(of(one)), width: 220, optional: true },
  { key: 'about', title: '说明', text: (one) => of(one).about, width: 380, optional: true },
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
    key: 'targets',
    label: '适用对象',
    options: optionsOf(measureTargetLabels),
    of: (one) => of(one).targets,
  },
  { key: 'kind', label: '性质', options: optionsOf(measureKindLabels), of: (one) => of(one).kind },
  { key: 'severity', label: '常用档次', options: optionsOf(severityLabels), of: (one) => of(one).severity },
  {
    key: 'level',
    label: '惩戒程度',
    options: optionsOf(pupilLevelLabels),
    of: (one) => of(one).pupil?.level ?? [],
  },
  {
    key: 'bands',
    label: '学段',
    options: optionsOf(pupilBandLabels),
    of: (one) => of(one).pupil?.bands ?? [],
  },
  standingFilter,
];

/** 问责措施: what may follow. */
export const MeasuresPage = (): ReactNode => {
  const measures = useCall('standards.measures', {});
  const names = useNames();
  const exporting = useListExport('standards.exportMeasures');
  return (
    <Loaded query={measures}>
      {({ measures: rows }) => (
        <StandardList
          name="standards.measures"
          title="问责措施"
          about="每一次修改都成为新版本；已经作出的决定仍按当时的版本。停用的措施不再出现在决定里。"
          searchHint="措施、对象、决定机构、说明"
          rows={rows}
          columns={columns}
          filters={filters}
          exporting={exporting}
          create={{ label: '新增措施', drawer: (close) => <NewMeasureDrawer onClose={close} /> }}
          drawer={(row, close) => <MeasureDrawer key={row.id} measure={row} names={names} onClose={close} />}
        />
      )}
    </Loaded>
  );
};
