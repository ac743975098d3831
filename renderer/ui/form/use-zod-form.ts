import { Form, type FormInstance } from 'antd';
import { useId, useRef, useState } from 'react';
import { z } from 'zod';
import type { FieldIssue } from '../../../shared/kernel/result.ts';
import { CallError } from '../../api.ts';
import type { Problem } from '../feedback/problem.ts';
import { namePathOf, valueAt } from './field-path.ts';
import { formIssues, standingAt, untouched } from './form-issues.ts';
import { useDraft } from './use-draft.ts';

type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly DeepPartial<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

export interface ZodFormOptions<S extends z.ZodType> {
  /** Usually the channel's own input schema, so that screen and data side judge alike. */
  readonly schema: S;
  readonly initial?: DeepPartial<z.input<S>>;
  /** Saves. A CallError that it throws is shown: its fields at the fields, the rest above the form. */
  readonly onSubmit: (value: z.output<S>) => Promise<unknown>;
  /** Keeps what is typed until it is saved; see `useDraft`. Never for forms with passwords. */
  readonly draftKey?: string;
  /** Fields at the top of the values that the draft leaves out: what must not lie about on this PC. */
  readonly undrafted?: readonly string[];
  /** Turns a path of the call's input into one of this form, where the two differ. */
  readonly pathOf?: (path: string) => string;
}

/** A form bound to a schema: hand it to `ZodForm`, and put `Field`s inside. */
export interface ZodFormHandle {
  readonly form: FormInstance<object>;
  readonly name: string;
  readonly initial: object;
  /** What was wrong at the last attempt to submit, for the summary. */
  readonly issues: readonly FieldIssue[];
  readonly problem: Problem | null;
  readonly submitting: boolean;
  /** True while a kept draft fills the form instead of `initial`. */
  readonly restored: boolean;
  readonly submit: () => Promise<void>;
  /** Back to `initial`, draft forgotten. */
  readonly startOver: () => void;
  readonly changed: () => void;
  /** Something beside the fields was changed that the call complained of under this path: a chosen file. */
  readonly forget: (path: string) => void;
  /** Counts the times that something wrong was shown: the focus goes there once, not with every change. */
  readonly complaints: number;
  /** True for a path that a field of the form shows: what is wrong there is said beside it. */
  readonly holds: (path: string) => boolean;
  readonly register: (path: string, label: string) => () => unknown;
  readonly issueAt: (path: string) => string | undefined;
}

const anyObject = z.record(z.string(), z.unknown());

export const useZodForm = <S extends z.ZodType>(options: ZodFormOptions<S>): ZodFormHandle => {
  const [form] = Form.useForm<object>();
  const name = `f${useId().replace(/[^a-z0-9]/gi, '')}`;
  const [labels] = useState(() => new Map<string, string>());
  const tried = useRef(false);
  const draft = useDraft(options.draftKey ?? null, anyObject);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [complaints, setComplaints] = useState(0);
  const sent = useRef<ReadonlyMap<string, string>>(new Map());
  const [submitting, setSubmitting] = useState(false);
  const [restored, setRestored] = useState(draft.found !== undefined);
  // Taken once: later ones would overwrite what is being typed.
  const [initial] = useState<object>(() => Object.assign({}, options.initial, draft.found));

  const values = (): object => {
    const all: unknown = form.getFieldsValue(true);
    return typeof all === 'object' && all !== null ? all : {};
  };

  /** What is left of the complaints; the failure itself goes with the last of them. */
  const keepIssues = (left: readonly FieldIssue[]): void => {
    if (left.length < issues.length) setIssues(left);
    if (left.length === 0) setProblem(null);
  };

  const showIssues = (found: readonly FieldIssue[]): void => {
    sent.current = standingAt(found, values());
    setIssues(found);
    setComplaints((count) => count + 1);
    const wrong = new Map(found.map((issue) => [issue.path, issue.message]));
    form.setFields(
      [...labels.keys()].map((path) => {
        const message = wrong.get(path);
        return { name: namePathOf(path), errors: message === undefined ? [] : [message] };
      }),
    );
  };

  const showFailure = (cause: unknown): void => {
    if (!(cause instanceof CallError)) throw cause;
    const fields = cause.fields.map(({ path, message }) => ({
      path: options.pathOf ? options.pathOf(path) : path,
      message,
    }));
    showIssues(fields);
    setProblem(fields.length > 0 && fields.every(({ path }) => labels.has(path)) ? null : cause);
  };

  const submit = async (): Promise<void> => {
    if (submitting) return;
    tried.current = true;
    setProblem(null);
    const parsed = options.schema.safeParse(values());
    if (!parsed.success) {
      showIssues(formIssues(options.schema, values(), labels));
      return;
    }
    showIssues([]);
    setSubmitting(true);
    try {
      await options.onSubmit(parsed.data);
      draft.discard();
      setRestored(false);
    } catch (cause) {
      showFailure(cause);
    } finally {
      setSubmitting(false);
    }
  };

  const startOver = (): void => {
    draft.discard();
    setRestored(false);
    setIssues([]);
    setProblem(null);
    form.setFieldsValue(Object.assign(blank(values()), options.initial));
  };

  return {
    form,
    name,
    initial,
    issues,
    problem,
    submitting,
    restored,
    submit,
    startOver,
    changed() {
      draft.keep(without(values(), options.undrafted ?? []));
      keepIssues(untouched(issues, sent.current, values()));
    },
    forget: (path) => keepIssues(issues.filter((issue) => issue.path !== path)),
    complaints,
    holds: (path) => labels.has(path),
    register(path, label) {
      labels.set(path, label);
      return () => labels.delete(path);
    },
    // An empty field is only complained about once the person has tried to submit.
    issueAt(path) {
      const at = valueAt(values(), path);
      if (!tried.current && (at === undefined || at === null || at === '')) return undefined;
      return formIssues(options.schema, values(), labels).find((issue) => issue.path === path)?.message;
    },
  };
};

const without = (filled: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(filled).filter(([name]) => !names.includes(name)));

const blank = (filled: object): Record<string, undefined> =>
  Object.fromEntries(Object.keys(filled).map((key) => [key, undefined]));
