import './publicity.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PublicityRow } from '../../../../shared/features/publicity/channels.ts';
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
    <section className="mz-card mz-notice-waiting" aria-label="公示待办">
      <header>
        <h2>公示待办</h2>
        <span className="mz-muted">{waiting.length} 项</span>
        <Link to="/publicity">全部公示</Link>
      </header>
      <ul>
        {waiting.slice(0, SHOWN).map(({ row, call }) => (
          <li key={row.id}>
            <Link to={`/publicity/${row.id}`}>
              <strong>{verbs[call]}</strong>
              <span>{row.title}</span>
            </Link>
            {row.due && <DueTag of={row.due} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
