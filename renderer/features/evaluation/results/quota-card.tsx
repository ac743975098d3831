import './results.css';
import type { ReactNode } from 'react';
import { formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import type { QuotaOutcome, QuotaPool } from '../../../../shared/features/evaluation/results/quota.ts';

/** So many places are drawn one by one; more are only told. */
const DRAWN = 24;

const people = (ids: readonly string[], nameOf: (id: string) => string): string => {
  const named = ids.slice(0, 6).map(nameOf).join('、');
  return ids.length > 6 ? `${named}等 ${String(ids.length)} 人` : named;
};

const Pool = ({
  pool,
  alone,
  nameOf,
}: {
  pool: QuotaPool;
  alone: boolean;
  nameOf: (id: string) => string;
}): ReactNode => {
  const { name, pooled, size, byShare, cap, given, taken, outside, tied, lastIn, firstOut, over } = pool;
  return (
    <div className="mz-quota-pool">
      <p>
        <span>
          {alone ? '名额' : name} <span className="mz-muted">{size} 人参加</span>
        </span>
        <b>
          {taken.length} / {cap}
        </b>
      </p>
      {cap > 0 && cap <= DRAWN && (
        <div className="mz-quota-places" aria-hidden>
          {Array.from({ length: cap }, (_, at) => (
            <span key={at} className={at < taken.length ? 'mz-quota-taken' : ''} />
          ))}
        </div>
      )}
      {pooled.length > 0 && <p className="mz-quota-edge mz-muted">合并：{pooled.join('、')}</p>}
      {cap > byShare && (
        <p className="mz-quota-edge mz-muted">
          按比例 {byShare} 个，按保底补到 {cap} 个
        </p>
      )}
      {taken.length > cap && (
        <p className="mz-quota-edge mz-quota-over" role="alert">
          超出 {taken.length - cap} 个：{people(taken, nameOf)}
        </p>
      )}
      {taken.length !== given && taken.length <= cap && (
        <p className="mz-quota-edge mz-muted">
          按总分 {given} 个，会议调整后 {taken.length} 个
        </p>
      )}
      {outside > 0 && <p className="mz-quota-edge mz-muted">另有 {outside} 人不占名额</p>}
      {lastIn.length > 0 && <p className="mz-quota-edge">最后入围：{people(lastIn, nameOf)}</p>}
      {firstOut.length > 0 && tied.length === 0 && (
        <p className="mz-quota-edge">
          首位落选：{people(firstOut, nameOf)}
          {over.length > firstOut.length && `（共 ${String(over.length)} 人达到分数线而没有名额）`}
        </p>
      )}
      {tied.length > 0 && (
        <p className="mz-quota-edge">
          末位同分：{people(tied, nameOf)}，只剩 {cap - given} 个名额，须由会议研究决定
        </p>
      )}
    </div>
  );
};

/** 优秀名额: how many places there are, who took the last one, who missed it, and who is level. */
export const QuotaCard = ({
  quota,
  best,
  nameOf,
}: {
  quota: QuotaOutcome;
  /** What the highest grade is called. */
  best: string;
  nameOf: (id: string) => string;
}): ReactNode => (
  <section className="mz-card mz-quota" aria-label={`${best}名额`}>
    <h3>
      {best}名额{' '}
      <span className="mz-muted">
        {quota.people} 人的 {formatWeight(quota.share)}，共 {quota.cap} 个
      </span>
    </h3>
    {quota.pools.map((pool) => (
      <Pool key={pool.name} pool={pool} alone={quota.pools.length === 1} nameOf={nameOf} />
    ))}
  </section>
);
