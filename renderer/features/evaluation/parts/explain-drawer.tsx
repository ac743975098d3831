import './evaluation.css';
import { Alert, Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { Explanation } from '../../../../shared/features/evaluation/explanation.ts';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { useCall } from '../../../app/calls.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { FormulaInputs } from '../data/formula-inputs.tsx';
import { GradeTag } from './grade-tag.tsx';

interface ExplainDrawerProps {
  readonly cycleId: string;
  readonly subjectId: string | null;
  readonly bands: readonly Band[];
  readonly onClose: () => void;
}

/** 怎么来的: a result down to every single score, with each sum as it can be checked by hand. */
export const ExplainDrawer = ({ cycleId, subjectId, bands, onClose }: ExplainDrawerProps): ReactNode => (
  <Drawer
    open={subjectId !== null}
    onClose={onClose}
    size={760}
    title="怎么来的"
    closable={{ 'aria-label': '关闭' }}
    destroyOnHidden
  >
    {subjectId !== null && <Explained cycleId={cycleId} subjectId={subjectId} bands={bands} />}
  </Drawer>
);

const Explained = ({
  cycleId,
  subjectId,
  bands,
}: {
  cycleId: string;
  subjectId: string;
  bands: readonly Band[];
}): ReactNode => {
  const explained = useCall('evaluation.explain', { cycleId, subjectId });
  return (
    <Loaded query={explained}>
      {({ subject, explanation, missing, undetermined, confirmed }) => (
        <>
          <p style={{ marginBottom: 12 }}>
            <strong style={{ fontSize: 16 }}>{subject.name}</strong>{' '}
            <span className="mz-muted">
              {[subject.number, subject.department, subject.post].filter((part) => part !== '').join(' · ')}
              {confirmed === null ? ' · 还没有确认，随评随算' : ' · 已确认，不再变动'}
            </span>
          </p>
          {explanation ? (
            <Steps explanation={explanation} bands={bands} />
          ) : (
            <Alert
              type={undetermined === '' ? 'warning' : 'info'}
              showIcon
              title={undetermined === '' ? '还没有结果，还缺这些评分' : `不定等次：${undetermined}`}
              description={
                missing.length > 0 && (
                  <ul>
                    {missing.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                )
              }
            />
          )}
        </>
      )}
    </Loaded>
  );
};

const Steps = ({ explanation, bands }: { explanation: Explanation; bands: readonly Band[] }): ReactNode => (
  <>
    <div className="mz-why-total">
      <strong>{explanation.total.result}</strong>
      <GradeTag bands={bands} grade={explanation.grade.label} />
      <span>{explanation.rank}</span>
      <p className="mz-sumline" style={{ flexBasis: '100%' }}>
        总分 {explanation.total.sum}
      </p>
      <p className="mz-muted" style={{ flexBasis: '100%' }}>
        {explanation.grade.why}
      </p>
    </div>
    {explanation.vetoes.map((veto) => (
      <Alert
        key={veto.text}
        type={veto.struck ? 'error' : 'success'}
        showIcon
        style={{ marginBottom: 8 }}
        title={veto.text}
      />
    ))}
    {explanation.leftOut.map((line) => (
      <Alert key={line} type="info" showIcon style={{ marginBottom: 8 }} title={line} />
    ))}
    {explanation.groups.map((group, at) => (
      <details key={group.groupId} className="mz-why-group" open={at === 0}>
        <summary>
          <span>
            {group.title} <span className="mz-muted">权重 {group.weight}</span>
          </span>
          <b>{group.result}</b>
        </summary>
        <div>
          <p className="mz-sumline mz-muted">{group.sum}</p>
          {group.dimensions.map((dimension) => (
            <section key={dimension.dimensionId} className="mz-why-dimension">
              <h4>
                {dimension.title} <span className="mz-muted">权重 {dimension.weight}</span>
                <b>{dimension.result}</b>
              </h4>
              <p className="mz-sumline mz-muted">{dimension.sum}</p>
              <table className="mz-why-table">
                <thead>
                  <tr>
                    <th scope="col">指标</th>
                    <th scope="col">权重</th>
                    <th scope="col">各人所评</th>
                    <th scope="col">得分 / 满分</th>
                  </tr>
                </thead>
                <tbody>
                  {dimension.indicators.map((indicator) => (
                    <tr key={indicator.indicatorId}>
                      <td>{indicator.title}</td>
                      <td>{indicator.weight}</td>
                      <td>
                        {indicator.scores
                          .map(({ rater, typed, points }) =>
                            typed === points ? `${rater} ${typed}` : `${rater} ${typed}（${points}）`,
                          )
                          .join('、')}
                        {indicator.scores.length > 1 && <div className="mz-muted">{indicator.sum}</div>}
                        {indicator.formula && <FormulaInputs trace={indicator.formula} />}
                      </td>
                      <td>
                        {indicator.result} / {indicator.fullMarks}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </div>
      </details>
    ))}
    <p className="mz-muted">{explanation.rounding}</p>
  </>
);
