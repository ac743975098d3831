import './zod-form.css';
import { Alert, Button, Form } from 'antd';
import { createContext, useContext, useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { fieldId, namePathOf } from './field-path.ts';
import type { ZodFormHandle } from './use-zod-form.ts';

const FormContext = createContext<ZodFormHandle | null>(null);

const useHandle = (): ZodFormHandle => {
  const handle = useContext(FormContext);
  if (!handle) throw new Error('Field needs a ZodForm around it');
  return handle;
};

export interface ZodFormProps {
  readonly of: ZodFormHandle;
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly disabled?: boolean;
}

/** A form of one column: notes and errors on top, fields and sections inside, `FormActions` at the end. */
export const ZodForm = ({ of, children, wide = false, disabled = false }: ZodFormProps): ReactNode => (
  <FormContext value={of}>
    <Form
      form={of.form}
      name={of.name}
      layout="vertical"
      className={wide ? 'mz-form mz-form-wide' : 'mz-form'}
      initialValues={of.initial}
      disabled={disabled || of.submitting}
      onValuesChange={of.changed}
      onSubmitCapture={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void of.submit();
      }}
    >
      <FormNotes of={of} />
      {children}
    </Form>
  </FormContext>
);

/** The field of a path, or the one that holds the table in whose line it lies. */
const placeOf = (form: string, path: string): HTMLElement | null => {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(form, parts.slice(0, length).join('.')));
    if (found) return found;
  }
  return null;
};

/** 第 3 行： for what lies in a line of a table; nothing otherwise. */
const lineOf = (path: string): string => {
  const line = path.split('.').findLast((part) => /^\d+$/.test(part));
  return line === undefined ? '' : `第 ${String(Number(line) + 1)} 行：`;
};

/** Restored draft, failure of the call, and the list of what is wrong, each line leading to its field. */
const FormNotes = ({ of }: { of: ZodFormHandle }): ReactNode => {
  const summary = useRef<HTMLDivElement>(null);
  const notes = useRef<HTMLDivElement>(null);
  const jump = (path: string): void => {
    const field = placeOf(of.name, path);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  };

  // While it was being saved the form could not hold the focus: give it back where the person has to look.
  const [only] = of.issues;
  // What is wrong in a line of a table has no field of its own that could say so.
  const listed = of.issues.length > 1 || (only !== undefined && !of.holds(only.path));
  const told = useRef(0);
  useEffect(() => {
    // Complaints that go away while the person mends them leave the focus where it is.
    if (told.current === of.complaints) return;
    told.current = of.complaints;
    if (listed) summary.current?.focus();
    else if (only) document.getElementById(fieldId(of.name, only.path))?.focus();
  }, [of.complaints, of.issues, of.name, only, listed]);
  useEffect(() => {
    if (of.problem) notes.current?.focus();
  }, [of.problem]);

  return (
    <div className="mz-form-notes" ref={notes} tabIndex={-1}>
      {of.restored && (
        <Alert
          type="info"
          showIcon
          title="已恢复上次没有保存的内容。"
          action={
            <Button size="small" onClick={of.startOver}>
              清空重填
            </Button>
          }
        />
      )}
      {of.problem && <ErrorNotice problem={of.problem} />}
      {listed && (
        <div ref={summary} tabIndex={-1}>
          <Alert
            type="error"
            showIcon
            role="alert"
            title={`有 ${String(of.issues.length)} 处需要修改`}
            description={
              <ul className="mz-form-issues">
                {of.issues.map((issue) => (
                  <li key={issue.path}>
                    <button type="button" onClick={() => jump(issue.path)}>
                      {of.holds(issue.path) ? issue.message : `${lineOf(issue.path)}${issue.message}`}
                    </button>
                  </li>
                ))}
              </ul>
            }
          />
        </div>
      )}
    </div>
  );
};

export interface FieldProps {
  /** Dotted path in the form's values, as in the schema: `school.name`, `items.0.dueOn`. */
  readonly name: string;
  readonly label: string;
  /** What to fill in and what it is for; stands under the field. */
  readonly help?: ReactNode;
  /** May be left empty. */
  readonly optional?: boolean;
  /** `checked` for switches and single checkboxes. */
  readonly valueProp?: 'value' | 'checked';
  /** One control that takes `value`, `onChange`, `onBlur` and `id`. */
  readonly children: ReactElement;
}

/** One field: label, control, help, and its error as soon as it is left. */
export const Field = ({
  name,
  label,
  help,
  optional = false,
  valueProp = 'value',
  children,
}: FieldProps): ReactNode => {
  const handle = useHandle();
  const { register, issueAt } = handle;
  const latest = useRef(issueAt);
  useEffect(() => {
    latest.current = issueAt;
  });
  useEffect(() => {
    const forget = register(name, label);
    return () => void forget();
    // `register` only writes into a map that lives as long as the form.
  }, [register, name, label]);
  return (
    <Form.Item
      name={namePathOf(name)}
      label={label}
      extra={help}
      required={!optional}
      valuePropName={valueProp}
      validateTrigger="onBlur"
      rules={[
        {
          validator: () => {
            const message = latest.current(name);
            return message === undefined ? Promise.resolve() : Promise.reject(new Error(message));
          },
        },
      ]}
    >
      {children}
    </Form.Item>
  );
};

/** A group of fields under a heading. */
export const FormSection = ({ title, children }: { title: string; children: ReactNode }): ReactNode => (
  <fieldset className="mz-form-section">
    <legend>{title}</legend>
    <div>{children}</div>
  </fieldset>
);

/** Short fields side by side, one below the other where it is narrow. */
export const FormRow = ({ children }: { children: ReactNode }): ReactNode => (
  <div className="mz-form-row">{children}</div>
);

export interface FormActionsProps {
  /** The verb on the button that submits: `登记线索`. */
  readonly submit: string;
  readonly onCancel?: () => void;
  /** More buttons, or a word on what is still missing. */
  readonly children?: ReactNode;
  readonly danger?: boolean;
}

export const FormActions = ({ submit, onCancel, children, danger = false }: FormActionsProps): ReactNode => {
  const handle = useHandle();
  return (
    <div className="mz-form-actions">
      <Button type="primary" htmlType="submit" loading={handle.submitting} danger={danger}>
        {submit}
      </Button>
      {onCancel && <Button onClick={onCancel}>取消</Button>}
      {children}
    </div>
  );
};
