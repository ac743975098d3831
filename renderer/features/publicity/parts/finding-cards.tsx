import { Alert, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import { Field } from '../../../ui/form/zod-form.tsx';

/** Something that can be done about a finding at once. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

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

/** What the law says of a publicity: red may not be shown, amber needs a reason; each with article and lawful way. */
export const FindingCards = ({
  findings,
  remedyOf,
  asks,
}: {
  findings: readonly LawFinding[];
  remedyOf?: (finding: LawFinding) => Remedy | null;
  /** True inside a form that has room for the reasons. */
  asks: boolean;
}): ReactNode => {
  if (findings.length === 0) return <Alert type="success" showIcon title="没有发现不合规定之处。" />;
  return (
    <div className="mz-notice-findings" role="status" aria-label="合规检查">
      {byRule(findings).map(({ finding, messages }) => {
        const remedy = remedyOf?.(finding) ?? null;
        return (
          <Alert
            key={finding.ruleId}
            type={finding.level === 'refuse' ? 'error' : 'warning'}
            showIcon
            title={`${finding.level === 'refuse' ? '不能这样公示' : '请注意'}：${finding.title}`}
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
                {remedy && (
                  <p className="mz-notice-remedy">
                    <Button size="small" onClick={remedy.run}>
                      {remedy.label}
                    </Button>
                  </p>
                )}
                {asks && finding.level === 'warn' && finding.reasonRequired && (
                  <Field
                    name={`reasons.${finding.ruleId}`}
                    label="仍要这样公示的书面理由"
                    help="公示前必须写明，至少 4 个字，随公示保存。"
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
