import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ruleLevelLabels } from '../../../shared/features/standards/describe.ts';
import { inForce, shippedOf, type StoredRule } from '../../../shared/features/standards/schema.ts';
import { showSlots } from '../../../shared/features/standards/slots.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { CheckDrawer } from './parts/check-drawer.tsx';
import { optionsOf } from './parts/choices.ts';
import { StandardList } from './parts/standard-list.tsx';
import { useNames } from './parts/use-names.ts';

const of = (rule: StoredRule) => inForce(rule).content;
const shipped = (rule: StoredRule) => shippedOf(rule) ?? of(rule);

/** How the school's rule stands to the one that came with the program. */
const standing = (rule: StoredRule): 'adjusted' | 'reworded' | 'shipped' => {
  if (of(rule).level !== shipped(rule).level) return 'adjusted';
  const { message, instead, title, ground, reasonRequired } = of(rule);
  const first = shipped(rule);
  return message === first.message &&
    instead === first.instead &&
    title === first.title &&
    ground === first.ground &&
    reasonRequired === first.reasonRequired
    ? 'shipped'
    : 'reworded';
};
const standingLabels = { adjusted: '本校已调整', reworded: '本校改过文字', shipped: '随程序提供' } as const;
const standingTones = { adjusted: 'bad', reworded: 'info', shipped: 'done' } as const;

const weakened = (rule: StoredRule): boolean => shipped(rule).level === 'refuse' && of(rule).level === 'warn';

const levelFilter: ListFilter<StoredRule> = {
  key: 'level',
  label: '等级',
  options: optionsOf(ruleLevelLabels),
  of: (one) => of(one).level,
};
const standingFilter: ListFilter<StoredRule> = {
  key: 'standing',
  label: '来源',
  options: optionsOf(standingLabels),
  of: standing,
};
const filters = [levelFilter, standingFilter];

const columnsWith = (article: (code: string) => string): readonly ListColumn<StoredRule>[] => [
  {
    key: 'title',
    title: '检查',
    text: (one) => of(one).title,
    cell: (one) => <strong>{of(one).title}</strong>,
    width: 210,
  },
  {
    key: 'level',
    title: '等级',
    text: (one) => ruleLevelLabels[of(one).level],
    cell: (one) => (
      <StatusTag tone={of(one).level === 'refuse' ? 'bad' : 'due'}>
        {ruleLevelLabels[of(one).level]}
      </StatusTag>
    ),
    width: 100,
  },
  {
    key: 'message',
    title: '提示',
    text: (one) => showSlots(of(one).message, shipped(one).message),
    width: 380,
  },
  { key: 'ground', title: '依据', text: (one) => article(of(one).ground), width: 230 },
  {
    key: 'standing',
    title: '来源',
    text: (one) => standingLabels[standing(one)],
    cell: (one) => <StatusTag tone={standingTones[standing(one)]}>{standingLabels[standing(one)]}</StatusTag>,
    width: 130,
  },
];

/** 合法性检查: what the program will not let through, and of what it warns. */
export const ChecksPage = (): ReactNode => {
  const law = useCall('standards.law', {});
  const names = useNames();
  const exporting = useListExport('standards.exportRules');
  return (
    <Loaded query={law}>
      {({ rules }) => {
        const loosened = rules.filter(weakened);
        return (
          <StandardList
            name="standards.checks"
            title="合法性检查"
            about="办理每一步时自动检查。不允许的不能继续；提醒的可以继续，要求写理由的，理由存入案卷。"
            searchHint="检查、提示、依据"
            rows={rules}
            columns={columnsWith(names.ground)}
            filters={filters}
            exporting={exporting}
            drawer={(row, close) => <CheckDrawer key={row.id} rule={row} names={names} onClose={close} />}
          >
            {loosened.length > 0 && (
              <Alert
                type="warning"
                showIcon
                style={{ marginBottom: 16 }}
                title={`有 ${String(loosened.length)} 项检查由本校从“不允许”放宽为“提醒”`}
                description={loosened
                  .map((rule) => `${of(rule).title}（${rule.versions.at(-1)?.why ?? ''}）`)
                  .join('；')}
              />
            )}
          </StandardList>
        );
      }}
    </Loaded>
  );
};
