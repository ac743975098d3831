import { Alert, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import { Field } from '../../../ui/form/zod-form.tsx';

/** Something that can be done about a finding at once. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

type Group = [LawFinding, ...LawFinding[]];

/** A rule that is hit several times is said once. */
const byRule = (findings: readonly LawFinding[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    if (!group) groups.set(finding.ruleId, [finding]);
    else if (!group.some(({ message }) => message === finding.message)) group.push(finding);
  }
  return [...groups.values()];
};

/** What the law says of what is typed: article, message, what would be lawful instead, a way to do that, room for a reason. */
export const LawFindings = ({
  findings,
  remedyOf,
}: {
  findings: readonly LawFinding[];
  remedyOf: (finding: LawFinding) => Remedy | null;
}): ReactNode => {
  if (findings.length === 0) return <Alert type="success" showIcon title="没有发现不合规定之处。" />;
  return (
    <div className="mz-case-findings" role="status" aria-label="合规检查">
      {byRule(findings).map(([finding, ...more]) => {
        const all = [finding, ...more];
        const remedies = all.flatMap((one) => remedyOf(one) ?? []);
        const shown = remedies.filter(
          ({ label }, at) => remedies.findIndex((other) => other.label === label) === at,
        );
        return (
          <Alert
            key={finding.ruleId}
            type={finding.level === 'refuse' ? 'error' : 'warning'}
            showIcon
            title={`${finding.level === 'refuse' ? '不能这样决定' : '请注意'}：${finding.title}`}
            description={
              <>
                {all.map(({ message }) => (
                  <p key={message}>{message}</p>
                ))}
                <p>
                  <strong>合法做法：</strong>
                  {finding.instead}
                </p>
                <p className="mz-muted" title={finding.paraphrase}>
                  依据：{finding.article}
                </p>
                {shown.length > 0 && (
                  <p className="mz-remedies">
                    {shown.map(({ label, run }) => (
                      <Button key={label} size="small" onClick={run}>
                        {label}
                      </Button>
                    ))}
                  </p>
                )}
                {finding.level === 'warn' && finding.reasonRequired && (
                  <Field
                    name={`reasons.${finding.ruleId}`}
                    label="仍要这样决定的书面理由"
                    help="至少 4 个字，随案卷保存。"
                  >
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
