import { Form } from 'antd';
import { useMemo } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { typedPublicityInput } from '../../../../shared/features/publicity/inputs.ts';
import type { CallError } from '../../../api.ts';
import { useCall } from '../../../app/calls.ts';
import { useDebounced } from '../../../app/palette/use-debounced.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';

export type Reading = ChannelOutput<'publicity.check'>;

const SETTLED_MS = 250;

/** How the publicity reads as it is typed, and what the law says of it; the last answer stays while the next is under way. */
export const useReading = (of: ZodFormHandle): { data: Reading | undefined; problem: CallError | null } => {
  const values: unknown = Form.useWatch((all: object) => all, { form: of.form, preserve: true });
  const settled = useDebounced(JSON.stringify(values ?? null), SETTLED_MS);
  const content = useMemo(() => {
    const parsed = typedPublicityInput.safeParse(JSON.parse(settled));
    return parsed.success ? parsed.data : null;
  }, [settled]);
  const query = useCall(
    'publicity.check',
    { content: content ?? { kind: 'other', scope: 'staff', naming: 'masked', workdays: 5, contact: {} } },
    { enabled: content !== null, keepPrevious: true },
  );
  return { data: query.data, problem: query.error };
};
