import { Button } from 'antd';
import type { ReactNode } from 'react';
import { responsibilityLabels } from '../../../../shared/features/cases/investigation.ts';
import {
  degreeLabels,
  impactLabels,
  natureLabels,
  severityLabels,
  severityOf,
} from '../../../../shared/features/standards/severity.ts';
import { useCall } from '../../../app/calls.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';

/** Names of the school's measures, by code; the code's place stays blank until they are known. */
const useMeasureNames = (wanted: boolean): ReadonlyMap<string, string> => {
  const { data } = useCall('standards.measures', {}, { enabled: wanted });
  return new Map((data?.measures ?? []).map(({ id, versions }) => [id, versions.at(-1)?.content.name ?? '']));
};

/** 责任认定: for each person what was found, how grave, and what is proposed. */
export const Findings = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => {
  const { findings } = record.investigation;
  const names = useMeasureNames(findings.length > 0);
  if (record.route !== 'ordinary' || record.filing === null) return null;
  const may = acts.includes('recordFinding');
  return (
    <>
      <h2 className="mz-record-heading">责任认定</h2>
      <ul className="mz-record-items">
        {record.subjects.map(({ personId, name }) => {
          const finding = findings.find((each) => each.personId === personId);
          const proposed = (finding?.measureCodes ?? []).flatMap((code) => names.get(code) ?? []);
          return (
            <li key={personId}>
              <div>
                <strong>{name}</strong>{' '}
                <StatusTag
                  tone={finding ? (finding.responsibility === 'none' ? 'stopped' : 'done') : 'draft'}
                >
                  {finding ? responsibilityLabels[finding.responsibility] : '未认定'}
                </StatusTag>
                {finding && (
                  <>
                    <p className="mz-record-text">{finding.facts}</p>
                    <p className="mz-muted">
                      性质{natureLabels[finding.gravity.nature]}，程度{degreeLabels[finding.gravity.degree]}，
                      {impactLabels[finding.gravity.impact]}，{severityLabels[severityOf(finding.gravity)]}
                      情形
                      {finding.circumstances.length > 0 &&
                        `；情节：${finding.circumstances
                          .map(({ note }) => note)
                          .filter((note) => note !== '')
                          .join('；')}`}
                    </p>
                    {(proposed.length > 0 || finding.opinion !== '') && (
                      <p>
                        处理建议：
                        {[proposed.join('、'), finding.opinion].filter((text) => text !== '').join('。')}
                      </p>
                    )}
                  </>
                )}
              </div>
              {may && (
                <Button
                  size="small"
                  aria-label={`${finding ? '修改' : '认定责任'}：${name}`}
                  onClick={() => onOpen({ what: 'recordFinding', target: personId })}
                >
                  {finding ? '修改' : '认定责任'}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};
