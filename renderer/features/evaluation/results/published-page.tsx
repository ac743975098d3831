import './results.css';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import { causesOf, gradeWord } from '../../../../shared/features/evaluation/results/words.ts';
import type { PublishedView } from '../../../../shared/features/evaluation/results/views.ts';
import { useCall } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { InstantText } from '../../../ui/format/parts.tsx';
import { PageHeader } from '../../../ui/page/page-header.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';
import { MaskedList } from './masked-list.tsx';

/** 公布的结果: what everybody in the school may read of an evaluation, and the reader's own result. */
export const PublishedPage = (): ReactNode => {
  const [search, setSearch] = useSearchParams();
  const cycles = useCall('evaluation.publishedCycles', {});
  return (
    <Loaded query={cycles}>
      {({ cycles: known }) => {
        const wanted = search.get('cycle');
        const chosen = known.find(({ id }) => id === wanted) ?? known[0];
        return (
          <>
            <PageHeader
              title="公布的考核结果"
              about="姓名只显示姓氏，没有分数和名次；本人的结果只有本人看得到。"
              actions={
                known.length > 1 && (
                  <Select
                    aria-label="选择考核"
                    style={{ minWidth: 260 }}
                    value={chosen?.id ?? null}
                    options={known.map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(id: string) => setSearch({ cycle: id }, { replace: true })}
                  />
                )
              }
            />
            {chosen ? (
              <Published key={chosen.id} cycleId={chosen.id} />
            ) : (
              <EmptyState
                title="还没有公布考核结果"
                about="考核结果确认并公布以后，这里能看到名单和自己的结果。"
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
};

const Published = ({ cycleId }: { cycleId: string }): ReactNode => {
  const published = useCall('evaluation.published', { cycleId });
  return (
    <Loaded query={published}>
      {(view) => (
        <>
          <Own view={view} />
          <section className="mz-card" style={{ padding: '14px 18px' }} aria-label={view.cycleName}>
            <h2 className="mz-section-title">{view.cycleName}</h2>
            <p className="mz-muted">
              <InstantText instant={view.published.at} /> 公布。
              {view.grades.map(({ label, count }) => `${label} ${String(count)}`).join('、')}
            </p>
            {view.why !== '' && <p style={{ marginTop: 8 }}>{view.why}</p>}
            {view.rows.length > 0 && <MaskedList bands={view.bands} rows={view.rows} />}
          </section>
        </>
      )}
    </Loaded>
  );
};

const Own = ({ view: { own, bands } }: { view: PublishedView }): ReactNode => {
  if (!own) return null;
  const { outcome } = own;
  return (
    <section className="mz-card" style={{ padding: '14px 18px', marginBottom: 16 }} aria-label="本人的结果">
      <h2 className="mz-section-title">本人的结果</h2>
      <p>
        {own.subject.name}{' '}
        {'figures' in outcome || 'grade' in outcome ? (
          <GradeTag bands={bands} grade={gradeWord(own)} />
        ) : (
          gradeWord(own)
        )}
        {outcome.kind === 'graded' && (
          <>
            {' '}
            总分 {formatResult(outcome.figures.total)}
            {outcome.figures.rank !== null && `，第 ${String(outcome.figures.rank)} 名`}
          </>
        )}
      </p>
      {outcome.kind === 'graded' &&
        causesOf(outcome.figures).map((cause) => (
          <p key={cause} className="mz-muted">
            {cause}
          </p>
        ))}
      {'reason' in outcome && <p className="mz-muted">{outcome.reason}</p>}
    </section>
  );
};
