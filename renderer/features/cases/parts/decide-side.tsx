import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { DecisionCheck } from '../../../../shared/features/cases/channels.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import type { CallError } from '../../../api.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { LawFindings, type Remedy } from '../../../ui/law/law-findings.tsx';
import type { CaseStandards } from './case-standards.ts';
import type { DraftItem } from './decide-values.ts';
import { PrecedentList } from './precedent-list.tsx';

export interface DecideSideProps {
  readonly record: CaseRecord;
  readonly standards: CaseStandards;
  readonly items: readonly DraftItem[];
  readonly check: DecisionCheck | undefined;
  /** What is blank of the meeting, the votes and the days, in words. */
  readonly blanks: readonly string[];
  readonly problem: CallError | null;
  readonly remedyOf: (finding: LawFinding) => Remedy | null;
}

const numbersText = ({ nextNumbers, proposal, tallies }: DecisionCheck): string => {
  if (tallies.length > 0 && tallies.every(({ passed }) => !passed))
    return '有处理意见获得通过后，才知道取得哪些文号。';
  if (nextNumbers.length === 0) return '所选措施不出具文书，不占用文号。';
  return `${proposal ? '报请' : '决定'}后取得文号：${nextNumbers.join('、')}`;
};

/** Beside the decision: what the law says of it, what is blank, which numbers it gets, and what was decided before. */
export const DecideSide = ({
  record,
  standards,
  items,
  check,
  blanks,
  problem,
  remedyOf,
}: DecideSideProps): ReactNode => {
  const missing = [...(check?.missing ?? []), ...blanks];
  return (
    <div className="mz-decide-side">
      <section>
        <h3>合规检查</h3>
        {problem && <ErrorNotice problem={problem} />}
        {items.length === 0 || !check ? (
          <p className="mz-muted">提出处理意见后，程序边填边查，指出不合规定之处和合法的做法。</p>
        ) : (
          <>
            {check.proposal && (
              <Alert
                type="info"
                showIcon
                style={{ marginBottom: 8 }}
                title="超出学校权限：这将是一份处分建议（请示）"
                description={`学校集体研究后提出建议，报${standards.school.authority}决定；批复之前不发生效力，也不送达本人。`}
              />
            )}
            <LawFindings
              findings={check.findings}
              deed="决定"
              remedyOf={remedyOf}
              reason={{ label: '仍要这样决定的书面理由', help: '至少 4 个字，随案卷保存。' }}
            />
            {missing.length > 0 && <p className="mz-case-missing">还要填写：{missing.join('、')}</p>}
          </>
        )}
      </section>
      {check && items.length > 0 && (
        <section>
          <h3>文号</h3>
          <p>{numbersText(check)}</p>
        </section>
      )}
      {(check !== undefined || problem === null) && (
        <section>
          <h3>同类事项</h3>
          <PrecedentList record={record} standards={standards} items={items} precedents={check?.precedents} />
        </section>
      )}
    </div>
  );
};
