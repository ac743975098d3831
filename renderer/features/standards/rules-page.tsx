import type { ReactNode } from 'react';
import { inForce, type SchoolRule } from '../../../shared/features/standards/schema.ts';
import {
  ruleScopeLabels,
  ruleStanding,
  ruleStandingLabels,
} from '../../../shared/features/standards/school-rule.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { optionsOf } from './parts/choices.ts';
import { NewRuleDrawer, RuleDrawer } from './parts/rule-drawer.tsx';
import { EnabledTag, StandardList, standingFilter } from './parts/standard-list.tsx';

const of = (rule: SchoolRule) => inForce(rule).content;
const progress = (rule: SchoolRule): string => ruleStandingLabels[ruleStanding(of(rule))];

const columns: readonly ListColumn<SchoolRule>[] = [
  {
    key: 'title',
    title: '制度',
    text: (one) => of(one).title,
    cell: (one) => <strong>《{of(one).title}》</strong>,
    width: 280,
  },
  { key: 'scope', title: '适用', text: (one) => ruleScopeLabels[of(one).scope], width: 90 },
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
    key: 'clauses',
    title: '条文',
    text: (one) => (of(one).clauses.length === 0 ? '未登记' : `${String(of(one).clauses.length)} 条`),
    compare: (a, b) => of(a).clauses.length - of(b).clauses.length,
    width: 90,
  },
  {
    key: 'state',
    title: '进展',
    text: progress,
    cell: (one) => (
      <StatusTag tone={of(one).publishedOn === null ? 'draft' : 'done'}>{progress(one)}</StatusTag>
    ),
    width: 150,
  },
  {
    key: 'enabled',
    title: '状态',
    text: ({ enabled }) => (enabled ? '在用' : '已停用'),
    cell: (one) => <EnabledTag enabled={one.enabled} />,
    width: 90,
  },
];

const filters: readonly ListFilter<SchoolRule>[] = [
  { key: 'state', label: '进展', options: optionsOf(ruleStandingLabels), of: (one) => ruleStanding(of(one)) },
  { key: 'scope', label: '适用', options: optionsOf(ruleScopeLabels), of: (one) => of(one).scope },
  standingFilter,
];

/** 校内制度: may be cited once it is published. */
export const RulesPage = (): ReactNode => {
  const rules = useCall('standards.schoolRules', {});
  const exporting = useListExport('standards.exportSchoolRules');
  return (
    <Loaded query={rules}>
      {(data) => (
        <StandardList
          name="standards.rules"
          title="校内制度"
          about="学校自己的规章制度。按程序制定并公布以后，才能在决定里作为依据，引用到条。"
          searchHint="制度名称、通过会议"
          rows={data.rules}
          columns={columns}
          filters={filters}
          exporting={exporting}
          create={{ label: '登记校内制度', drawer: (close) => <NewRuleDrawer onClose={close} /> }}
          drawer={(row, close) => <RuleDrawer key={row.id} rule={row} onClose={close} />}
        />
      )}
    </Loaded>
  );
};
