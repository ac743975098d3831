import './law-findings.css';
import { Alert, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { LawFinding } from '../../../shared/law/findings.ts';
import { Field } from '../form/zod-form.tsx';

/** Something that can be done about a finding at once. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

export interface LawFindingsProps {
  readonly findings: readonly LawFinding[];
  /** What may not be done in this way where the law refuses it: 决定, 公示. */
  readonly deed: string;
  /** What is said where nothing was found. */
  readonly none?: string;
  readonly remedyOf?: (finding: LawFinding) => Remedy | null;
  /** Inside a form: its field for the reason (`reasons.<rule>`) why a warning is gone past. */
  readonly reason?: { readonly label: string; readonly help: string } | undefined;
}

type Group = [LawFinding, ...LawFinding[]];

/** A rule that is hit several times is said once, with every message. */
const byRule = (findings: readonly LawFinding[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    if (!group) groups.set(finding.ruleId, [finding]);
    else if (!group.some(({ message }) => message === finding.message)) group.push(finding);
  }
  return [...groups.values()];
};

/**
 * What the law says of what is typed: red cannot stand, amber may ask for a reason; each with its article, what would be
 * lawful instead, and a way to do that.
 */
export const LawFindings = ({
  findings,
  deed,
  none = '没有发现不合规定之处。',
  remedyOf,
  reason,
}: LawFindingsProps): ReactNode => {
  if (findings.length === 0)
    return (
      <div className="mz-law-findings">
        <Alert type="success" showIcon title={none} />
      </div>
    );
  return (
    <div className="mz-law-findings" role="status" aria-label="合规检查">
      {byRule(findings).map((group) => {
        const [finding] = group;
        const remedies = new Map(
          group.flatMap((one) => {
            const remedy = remedyOf?.(one);
            return remedy ? [[remedy.label, remedy.run] as const] : [];
          }),
        );
        return (
          <Alert
            key={finding.ruleId}
            type={finding.level === 'refuse' ? 'error' : 'warning'}
            showIcon
            title={`${finding.level === 'refuse' ? `不能这样${deed}` : '请注意'}：${finding.title}`}
            description={
              <>
                {group.map(({ message }) => (
                  <p key={message}>{message}</p>
                ))}
                <p>
                  <strong>合法做法：</strong>
                  {finding.instead}
                </p>
                <p className="mz-muted" title={finding.paraphrase}>
                  依据：{finding.article}
                </p>
                {remedies.size > 0 && (
                  <p className="mz-law-remedies">
                    {[...remedies].map(([label, run]) => (
                      <Button key={label} size="small" onClick={run}>
                        {label}
                      </Button>
                    ))}
                  </p>
                )}
                {reason && finding.level === 'warn' && finding.reasonRequired && (
                  <Field name={`reasons.${finding.ruleId}`} {...reason}>
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
                  </Field>
                )}
              </>
            }
          />
        );
      })}
    </div>
  );
};
