import { Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { DecisionCheck } from '../../../../shared/features/cases/channels.ts';
import { decisionDraftInput, type DecisionDraft } from '../../../../shared/features/cases/inputs.ts';
import type { CallError } from '../../../api.ts';
import { useCall } from '../../../app/calls.ts';
import { useDebounced } from '../../../app/palette/use-debounced.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';

const SETTLED_MS = 250;

export interface Checked {
  readonly data: DecisionCheck | undefined;
  readonly problem: CallError | null;
}

/** What the data side says of the decision as it is typed. While a field is half typed, what was said last stays. */
export const useDecisionCheck = (of: ZodFormHandle, caseId: string): Checked => {
  const values: unknown = Form.useWatch((all: object) => all, { form: of.form, preserve: true });
  const settled = useDebounced(JSON.stringify(values ?? null), SETTLED_MS);
  const parsed = useMemo(() => decisionDraftInput.safeParse(JSON.parse(settled)), [settled]);
  const [draft, setDraft] = useState<DecisionDraft | null>(null);
  useEffect(() => {
    if (parsed.success) setDraft(parsed.data);
  }, [parsed]);
  const query = useCall(
    'cases.checkDecision',
    {
      id: caseId,
      decision: draft ?? { body: 'principal-meeting', decidedOn: '2000-01-01', effectiveOn: '2000-01-01' },
    },
    { enabled: draft !== null, keepPrevious: true },
  );
  return { data: query.data, problem: query.error };
};
