import { Alert, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import { Field } from '../../../ui/form/zod-form.tsx';

/** Something that can be done about a finding at once. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

/** What the law says of what is typed: article, message, what would be lawful instead, a way to do that, room for a reason. */
export const LawFindings = ({
  findings,
  remedyOf,
}: {
  findings: readonly LawFinding[];
  remedyOf: (finding: LawFinding) => Remedy | null;
}): ReactNode => {
  if (findings.length === 0) return <Alert type="success" showIcon title="没有发现不合规定之处。" />;
  const asked = new Set<string>();
  return (
    <div className="mz-case-findings" role="status" aria-label="合规检查">
      {findings.map((finding, at) => {
        const asks = finding.level === 'warn' && finding.reasonRequired && !asked.has(finding.ruleId);
        if (asks) asked.add(finding.ruleId);
        const remedy = remedyOf(finding);
        return (
          <Alert
            key={`${finding.ruleId} ${String(at)}`}
            type={finding.level === 'refuse' ? 'error' : 'warning'}
            showIcon
            title={`${finding.level === 'refuse' ? '不能这样决定' : '请注意'}：${finding.title}`}
            description={
              <>
                <p>{finding.message}</p>
                <p>
                  <strong>合法做法：</strong>
                  {finding.instead}
                </p>
                <p className="mz-muted" title={finding.paraphrase}>
                  依据：{finding.article}
                </p>
                {remedy && (
                  <Button size="small" style={{ marginTop: 6 }} onClick={remedy.run}>
                    {remedy.label}
                  </Button>
                )}
                {asks && (
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
