import { Form } from 'antd';
import { useMemo } from 'react';
import type { z } from 'zod';
import { namePathOf } from './field-path.ts';
import type { ZodFormHandle } from './use-zod-form.ts';

/** What stands at a path of a form while it is typed, as far as it has the shape; `fallback` otherwise. */
export const useWatched = <S extends z.ZodType>(
  of: ZodFormHandle,
  path: string,
  schema: S,
  fallback: z.output<S>,
): z.output<S> => {
  const held: unknown = Form.useWatch(namePathOf(path), { form: of.form, preserve: true });
  return useMemo(() => {
    const parsed = schema.safeParse(held);
    return parsed.success ? parsed.data : fallback;
    // The fallback is a constant of its caller.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [held, schema]);
};

/** Puts values into a form as if they had been typed: kept with the draft, shown at once. */
export const fillIn = (of: ZodFormHandle, values: Readonly<Record<string, unknown>>): void => {
  for (const [path, value] of Object.entries(values)) of.form.setFieldValue(namePathOf(path), value);
  of.changed();
};
