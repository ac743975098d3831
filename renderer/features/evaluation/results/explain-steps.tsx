import './explain.css';
import { Alert } from 'antd';
import { Fragment, type ReactNode } from 'react';
import type { Explanation } from '../../../../shared/features/evaluation/explanation.ts';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { FormulaInputs } from '../data/formula-inputs.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';

type Group = Explanation['groups'][number];
type Indicator = Group['dimensions'][number]['indicators'][number];
type Score = Indicator['scores'][number];

/** `王芳 良（8.5）`: who gave what, and what it is worth where that is not the same. */
const scoreWords = ({ rater, typed, points }: Score): string =>
  [rater, typed === points ? typed : `${typed}（${points}）`].filter((part) => part !== '').join(' ');

const Scores = ({ indicator: { scores, sum, formula } }: { indicator: Indicator }): ReactNode => (
  <>
    {scores.map((score, at) => (
      // Two raters may have given the same: only the place tells them apart.
      <Fragment key={at}>
        {at > 0 && '、'}
        {score.dropped ? <del title="去掉的高低分，不计入平均">{scoreWords(score)}</del> : scoreWords(score)}
      </Fragment>
    ))}
    {(scores.length !== 1 || formula) && <div className="mz-muted">{sum}</div>}
    {formula && <FormulaInputs trace={formula} />}
  </>
);

const GroupPart = ({ group, open }: { group: Group; open: boolean }): ReactNode => (
  <details className="mz-why-group" open={open}>
    <summary>
      <span>
        {group.title} <span className="mz-muted">权重 {group.weight}</span>
      </span>
      <b>{group.result}</b>
    </summary>
    <div>
      {group.hidden !== '' && <p className="mz-muted">{group.hidden}。总分里已经计入。</p>}
      {group.sum !== '' && <p className="mz-sumline mz-muted">{group.sum}</p>}
      {group.standardised !== '' && <p className="mz-sumline mz-muted">{group.standardised}</p>}
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
                    <Scores indicator={indicator} />
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
);

/** The groups as wide as they weigh. */
const Parts = ({ groups }: { groups: readonly Group[] }): ReactNode => (
  <div
    className="mz-why-parts"
    role="img"
    aria-label={`总分由${groups.map(({ title, weight, result }) => `${title} ${result}（权重 ${weight}）`).join('、')}组成`}
  >
    {groups.map(({ groupId, title, weight, result }) => (
      <span key={groupId} style={{ flexGrow: Number.parseFloat(weight) }} title={`${title} ${result}`}>
        {title} {result}
      </span>
    ))}
  </div>
);

/** A result from its total down to the single scores. */
export const ExplainSteps = ({
  explanation: { total, groups, grade, leftOut, vetoes, rank, rounding },
  bands,
  allOpen,
}: {
  explanation: Explanation;
  bands: readonly Band[];
  allOpen: boolean;
}): ReactNode => (
  <>
    <div className="mz-why-total">
      <strong>{total.result}</strong>
      <GradeTag bands={bands} grade={grade.label} />
      <span>{rank}</span>
      <p className="mz-sumline">总分 {total.sum}</p>
      {total.adjusted !== '' && <p>{total.adjusted}</p>}
      <p className="mz-muted">{grade.why}</p>
    </div>
    {groups.length > 1 && <Parts groups={groups} />}
    {grade.steps.length > 0 && (
      <ol className="mz-why-steps" aria-label="等次怎么定的">
        {grade.steps.map(({ cause, from, to, note }, at) => (
          <li key={at}>
            <strong>{cause}</strong>
            <span>
              {from} → {to}
            </span>
            <span>{note}</span>
          </li>
        ))}
      </ol>
    )}
    {grade.outsideQuota !== '' && (
      <Alert type="info" showIcon style={{ marginBottom: 8 }} title={`不占优秀名额：${grade.outsideQuota}`} />
    )}
    {vetoes.map((veto) => (
      <Alert
        key={veto.text}
        type={veto.struck ? 'error' : 'success'}
        showIcon
        style={{ marginBottom: 8 }}
        title={veto.text}
      />
    ))}
    {leftOut.map((line) => (
      <Alert key={line} type="info" showIcon style={{ marginBottom: 8 }} title={line} />
    ))}
    {groups.map((group, at) => (
      <GroupPart
        // Opened and closed by hand afterwards: a new wish for all begins anew.
        key={`${group.groupId} ${String(allOpen)}`}
        group={group}
        open={allOpen || at === 0}
      />
    ))}
    <p className="mz-muted">{rounding}</p>
  </>
);
