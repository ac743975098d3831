/**
 * What a paper says in one place. `line`: a few words; `text`: paragraphs; `rows`: a table, whose columns stand in the
 * school's own form as {{key.column}} in one row that is repeated.
 */
export interface FormField {
  /** Stands in the school's own .docx as {{key}}, and is the name under which the paper's maker hands over the value. */
  readonly key: string;
  /** What belongs there, for the person who makes the form. */
  readonly label: string;
  readonly kind: 'line' | 'text' | 'rows';
  /** Columns of `rows`, each {{key.column}}. */
  readonly columns: readonly string[];
  /** False for what a form may leave out. */
  readonly mandatory: boolean;
  /** Shown in the preview of a form. */
  readonly sample: string;
}

/** How the house form of a paper looks, which is what a school's own form starts from. */
export type FormLook = 'downward' | 'upward' | 'letter' | 'plain' | 'certificate' | 'report';

/** One kind of paper. */
export interface TemplateForm<C extends string = string> {
  readonly code: C;
  /** As it is called: 处分决定. */
  readonly name: string;
  readonly look: FormLook;
  /** What a paper of this kind has to say by law or by practice (domain facts, 8), and what else it can. */
  readonly fields: readonly FormField[];
}

export const line = (key: string, label: string, sample: string): FormField => ({
  key,
  label,
  kind: 'line',
  columns: [],
  mandatory: true,
  sample,
});

export const text = (key: string, label: string, sample: string): FormField => ({
  ...line(key, label, sample),
  kind: 'text',
});

/** `sample`: one row, its cells parted by `|`. */
export const rows = (key: string, label: string, columns: readonly string[], sample: string): FormField => ({
  ...line(key, label, sample),
  kind: 'rows',
  columns,
});

export const optional = (field: FormField): FormField => ({ ...field, mandatory: false });

export const form = <C extends string>(
  code: C,
  name: string,
  look: FormLook,
  fields: readonly FormField[],
): TemplateForm<C> => ({ code, name, look, fields });

/** What every paper knows of itself. */
export const commonFields: readonly FormField[] = [
  line('学校全称', '与公章一致的学校名称', '青禾市第一中学'),
  line('文书编号', '发文字号或文书编号', '青一中〔2026〕3号'),
  line('案号', '问责事项的编号', '问责〔2026〕8号'),
  line('标题', '文书的标题', '青禾市第一中学关于某某事项的文书'),
  line('当事人', '姓名、部门和岗位', '王某某（总务处安全管理员）'),
  line('主管部门', '主管教育行政部门', '青禾市教育局'),
  line('成文日期', '文书落款的日期', '2026年11月20日'),
].map(optional);
