import { fieldsOf, formOf, type FormCode } from '../../../shared/features/papers/forms.ts';
import type { FormField, TemplateForm } from '../../../shared/features/papers/form-field.ts';
import type { LetterheadSettings } from '../../../shared/features/papers/letterhead.ts';
import type { Block, Field, FieldRow, Paper, TableBlock } from '../../documents/word/model.ts';

/** Set by the form itself, outside its body. */
const OUTSIDE_BODY = new Set(['学校全称', '文书编号', '标题', '成文日期']);

const place = (key: string): string => `{{${key}}}`;

const table = ({ key, columns }: FormField): TableBlock => ({
  kind: 'table',
  columns: columns.map((title) => ({ title, width: title === '序号' ? 2 : 3, align: 'center' })),
  rows: [columns.map((column) => place(`${key}.${column}`))],
});

const bodyFields = (form: TemplateForm): readonly FormField[] =>
  form.fields.filter(({ key }) => !OUTSIDE_BODY.has(key));

/** A text below its heading, a few words after their label, rows as a table. */
const asText = (fields: readonly FormField[]): Block[] =>
  fields.flatMap((field): Block[] => {
    if (field.kind === 'rows') return [{ kind: 'heading', level: 1, text: field.key }, table(field)];
    if (field.kind === 'line') return [{ kind: 'paragraph', text: `${field.key}：${place(field.key)}` }];
    return [
      { kind: 'heading', level: 1, text: field.key },
      { kind: 'paragraph', text: place(field.key) },
    ];
  });

const pairs = (fields: readonly FormField[]): FieldRow[] => {
  const rows: FieldRow[] = [];
  for (let at = 0; at < fields.length; at += 2) {
    const pair = fields.slice(at, at + 2).map(({ key }): Field => ({ label: key, value: place(key) }));
    rows.push({ kind: 'fields', fields: pair });
  }
  return rows;
};

/** A grid: a few words side by side, texts in tall cells, then the tables. */
const asGrid = (fields: readonly FormField[]): Block[] => [
  {
    kind: 'fields',
    rows: [
      ...pairs(fields.filter(({ kind }) => kind === 'line')),
      ...fields
        .filter(({ kind }) => kind === 'text')
        .map(({ key }): FieldRow => ({ kind: 'opinion', label: key, text: place(key) })),
    ],
  },
  ...fields.filter(({ kind }) => kind === 'rows').map(table),
];

const signed = (form: TemplateForm): Block[] =>
  form.fields
    .filter(({ key }) => key === '学校全称' || key === '成文日期')
    .map(({ key }) => ({
      kind: 'paragraph',
      text: place(key) + '\u00a0'.repeat(4),
      indent: 'none',
      align: 'right',
      keepWithNext: key === '学校全称',
    }));

const certificate = (form: TemplateForm): Block[] => [
  { kind: 'blank' },
  { kind: 'paragraph', text: `${place('姓名')}同志：`, indent: 'none' },
  { kind: 'paragraph', text: `荣获${place('年度')}“${place('荣誉名称')}”称号（${place('授予文号')}）。` },
  { kind: 'paragraph', text: '特颁此证，以资鼓励。' },
  { kind: 'blank', lines: 2 },
  ...signed(form),
  { kind: 'blank' },
  { kind: 'paragraph', text: `证书编号：${place('证书编号')}`, indent: 'none' },
];

/**
 * The house form of a paper with its places still open: what a school that wants another wording or look starts from
 * in Word.
 */
export const starterPaper = (code: FormCode, letterhead: LetterheadSettings, createdAt: string): Paper => {
  const form = formOf(code);
  const fields = bodyFields(form);
  const numbered = fieldsOf(code).some(({ key, mandatory }) => key === '文书编号' && mandatory);
  const properties = { title: form.name, createdAt };
  const official = {
    form: 'official',
    number: place('文书编号'),
    title: place('标题'),
    signature: { issuer: place('学校全称'), day: undefined, dayText: place('成文日期') },
    sealed: true,
    letterhead,
    draft: false,
    properties,
  } as const;
  const printed = { issuer: letterhead.mark, printedBy: letterhead.printedBy } as const;
  switch (form.look) {
    case 'downward':
      return { ...official, ...printed, addressee: '各处室、各年级组', body: asText(fields) };
    case 'upward':
      return {
        ...official,
        ...printed,
        kind: 'upward',
        genre: '请示',
        signers: ['某某某'],
        addressee: place('主管部门'),
        body: asText(fields.filter(({ key }) => key !== '主管部门')),
      };
    case 'letter':
      return {
        ...official,
        kind: 'letter',
        issuer: place('学校全称'),
        addressee: place('受送单位'),
        body: asText(fields.filter(({ key }) => key !== '受送单位')),
      };
    case 'plain':
    case 'report':
      return {
        form: 'plain',
        issuer: place('学校全称'),
        title: form.name,
        ...(numbered ? { number: place('文书编号') } : {}),
        body: [...(form.look === 'plain' ? asGrid(fields) : asText(fields)), ...signed(form)],
        draft: false,
        properties,
      };
    case 'certificate':
      return { form: 'plain', title: form.name, body: certificate(form), draft: false, properties };
  }
};
