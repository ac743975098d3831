import { Alert } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Precedent } from '../../../../shared/features/cases/channels.ts';
import { deviationOf, measureWeight } from '../../../../shared/features/cases/precedents.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { severityLabels } from '../../../../shared/features/standards/severity.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { bandOf, measureOf, type CaseStandards } from './case-standards.ts';
import type { DraftItem } from './decide-values.ts';

const deviationText = (
  name: string,
  { direction, cases, usual }: NonNullable<ReturnType<typeof deviationOf>>,
): string =>
  `拟对${name}作的处理比此前 ${String(cases)} 件同类同档事项都${direction === 'lighter' ? '轻' : '重'}（此前：${usual.join('、')}）。`;

/**
 * 类案: what was decided on the same kind of matter, and a plain warning where this decision stands out. `precedents` is
 * undefined while they are being looked for.
 */
export const PrecedentList = ({
  record,
  standards,
  items,
  precedents,
}: {
  record: CaseRecord;
  standards: CaseStandards;
  items: readonly DraftItem[];
  precedents: readonly Precedent[] | undefined;
}): ReactNode => {
  const deviations = useMemo(() => {
    const weightOf = (code: string): number | null => {
      const content = measureOf(standards, code);
      return content ? measureWeight(content) : null;
    };
    return record.subjects.flatMap(({ personId, name }) => {
      const band = bandOf(standards, record, personId)?.band;
      const codes = items.filter((item) => item.personId === personId).map(({ measureCode }) => measureCode);
      const deviation = band && precedents && deviationOf(codes, severityLabels[band], precedents, weightOf);
      return deviation ? [deviationText(name, deviation)] : [];
    });
  }, [record, standards, items, precedents]);
  return (
    <>
      {deviations.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          style={{ marginBottom: 8 }}
          title="与同类事项不一致"
          description={
            <>
              {deviations.map((text) => (
                <p key={text}>{text}</p>
              ))}
              <p className="mz-muted">
                同类情形应当同等对待；确有不同的，请在认定与处理理由中写明从轻或从重的情节。
              </p>
            </>
          }
        />
      )}
      {precedents === undefined ? (
        <p className="mz-muted">正在查找同类事项……</p>
      ) : precedents.length === 0 ? (
        <p className="mz-muted">本校还没有处理过“{record.matter.name}”，没有可比的事项。</p>
      ) : (
        <ul className="mz-precedents">
          {precedents.map((one) => (
            <li key={`${one.caseId} ${one.measureCode} ${one.severity}`}>
              <Link to={`/cases/${one.caseId}`}>{one.number}</Link>
              <span>
                <strong>{one.measure}</strong>（{one.severity}）
              </span>
              <small>{formatDay(one.decidedOn)}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
