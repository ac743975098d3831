import { Alert, Input } from 'antd';
import type { ReactNode } from 'react';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import { Field } from '../../../ui/form/zod-form.tsx';

/** A rule that is hit several times is said once, with every message. */
const byRule = (findings: readonly LawFinding[]): { finding: LawFinding; messages: string[] }[] => {
  const groups = new Map<string, { finding: LawFinding; messages: string[] }>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    if (!group) groups.set(finding.ruleId, { finding, messages: [finding.message] });
    else if (!group.messages.includes(finding.message)) group.messages.push(finding.message);
  }
  return [...groups.values()];
};

/** What the rules say of what is typed: red cannot stand, amber asks for a reason; each with article and lawful way. */
export const Findings = ({
  findings,
  none,
}: {
  findings: readonly LawFinding[];
  /** What is said where nothing was found. */
  none: string;
}): ReactNode =>
  findings.length === 0 ? (
    <Alert type="success" showIcon title={none} />
  ) : (
    <div className="mz-appeal-findings" role="status" aria-label="合规检查">
      {byRule(findings).map(({ finding, messages }) => (
        <Alert
          key={finding.ruleId}
          type={finding.level === 'refuse' ? 'error' : 'warning'}
          showIcon
          title={`${finding.level === 'refuse' ? '不能这样办理' : '请注意'}：${finding.title}`}
          description={
            <>
              {messages.map((message) => (
                <p key={message}>{message}</p>
              ))}
              <p>
                <strong>合法做法：</strong>
                {finding.instead}
              </p>
              <p className="mz-muted" title={finding.paraphrase}>
                依据：{finding.article}
              </p>
              {finding.level === 'warn' && finding.reasonRequired && (
                <Field name={`reasons.${finding.ruleId}`} label="书面理由" help="至少 4 个字，随案卷保存。">
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
                </Field>
              )}
            </>
          }
        />
      ))}
    </div>
  );
