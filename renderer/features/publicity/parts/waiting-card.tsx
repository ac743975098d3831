import type { ReactNode } from 'react';
import type { PublicityRow } from '../../../../shared/features/publicity/channels.ts';
import { WaitingCard } from '../../../ui/record/waiting-card.tsx';
import { DueTag } from '../../deadlines/parts/due-tag.tsx';
import { usePublicities } from '../queries.ts';
import { callOf, type Call } from './publicity-state.tsx';

const order: readonly Call[] = ['takeDown', 'answer', 'finish'];
const verbs: Readonly<Record<Call | 'soon', string>> = {
  takeDown: '撤下',
  answer: '答复异议',
  finish: '结束公示',
  show: '开始公示',
  soon: '即将期满',
};

/** What it asks for today; drafts do not press. */
const pressing = (row: PublicityRow): Call | 'soon' | null => {
  const call = callOf(row);
  if (call !== null && call !== 'show') return call;
  return row.due?.state === 'today' || row.due?.state === 'within3' ? 'soon' : null;
};

const SHOWN = 5;

/** 公示: those that have to come down, wait for an answer, are over or nearly over. */
export const PublicityWaitingCard = (): ReactNode => {
  const { data } = usePublicities();
  const rank = (call: Call | 'soon'): number => (call === 'soon' ? order.length : order.indexOf(call));
  const waiting = (data?.publicities ?? [])
    .flatMap((row) => {
      const call = pressing(row);
      return call === null ? [] : [{ row, call }];
    })
    .sort((a, b) => rank(a.call) - rank(b.call));
  if (waiting.length === 0) return null;
  return (
    <WaitingCard
      title="公示待办"
      count={`${String(waiting.length)} 项`}
      all={{ path: '/publicity', label: '全部公示' }}
      entries={waiting.slice(0, SHOWN).map(({ row: { id, title, due }, call }) => ({
        key: id,
        path: `/publicity/${id}`,
        act: verbs[call],
        about: title,
        due: due && <DueTag of={due} />,
      }))}
    />
  );
};
