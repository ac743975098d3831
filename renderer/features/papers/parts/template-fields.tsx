import '../templates-page.css';
import type { ReactNode } from 'react';
import type { TemplateView } from '../../../../shared/features/papers/template.ts';

type Field = TemplateView['fields'][number];

const places = ({ key, columns }: Field): string[] =>
  columns.length === 0 ? [`{{${key}}}`] : columns.map((column) => `{{${key}.${column}}}`);

const FieldGroup = ({ title, fields }: { title: string; fields: readonly Field[] }): ReactNode => (
  <section>
    <h3>{title}</h3>
    <dl className="mz-template-fields">
      {fields.map((field) => (
        <div key={field.key}>
          <dt>
            {places(field).map((place) => (
              <code key={place}>{place}</code>
            ))}
          </dt>
          <dd>
            {field.label}
            {field.kind === 'rows' && '。放在表格的同一行里，有几项就重复几行'}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

/** The names that may stand in a form, as they are written in it. */
export const TemplateFields = ({ fields }: { fields: readonly Field[] }): ReactNode => (
  <aside aria-label="可以填写的内容">
    <FieldGroup title="必须有的内容" fields={fields.filter(({ mandatory }) => mandatory)} />
    <FieldGroup title="可以有的内容" fields={fields.filter(({ mandatory }) => !mandatory)} />
  </aside>
);
