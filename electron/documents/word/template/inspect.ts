import { LARGEST_TEMPLATE, MAIN_PART, openPackage, readPart, type Package } from './package.ts';
import { keyAlone, paragraphsIn, textOf } from './paragraphs.ts';

/** What stands in a .docx that papers are to be made from. */
export interface TemplateReport {
  /** Why it cannot be used, in words; empty when it can. */
  readonly problems: readonly string[];
  /** Keys of {{…}} in the order they are met, each once; `rows.column` for those of a repeated row. */
  readonly keys: readonly string[];
  /** Those that stand in a paragraph with other text: several paragraphs are run together there. */
  readonly inline: ReadonlySet<string>;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Parts that bring foreign code or files along, and what they are called. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData/i, '宏'],
  [/^word\/activeX\//i, '控件'],
  [/^word\/embeddings\//i, '嵌入的对象'],
  [/^word\/afchunk/i, '嵌入的文档'],
];

const refused = (problem: string): TemplateReport => ({ problems: [problem], keys: [], inline: new Set() });

const foreignParts = ({ zip }: Package, types: string): string[] => {
  const names = Object.keys(zip.files);
  const found = FOREIGN.filter(([pattern]) => names.some((name) => pattern.test(name))).map(
    ([, what]) => what,
  );
  return types.includes('macroEnabled') && !found.includes('宏') ? ['宏', ...found] : found;
};

/** Relationships that make Word fetch something when the file is opened; a link that waits for a click is none. */
const fetches = async ({ zip }: Package): Promise<boolean> => {
  for (const path of Object.keys(zip.files).filter((name) => name.endsWith('.rels'))) {
    const links = (await readPart(zip, path)).match(/<Relationship\b[^>]*>/g) ?? [];
    if (links.some((link) => link.includes('TargetMode="External"') && !link.includes('/hyperlink"')))
      return true;
  }
  return false;
};

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

const inParagraph = (paragraph: string, path: string): { keys: string[]; problems: string[] } => {
  const text = textOf(paragraph);
  const keys = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  const rest = text.replace(PLACEHOLDER, '');
  const where = path === MAIN_PART ? '' : '页眉页脚中';
  return {
    keys: keys.filter((key) => key !== ''),
    problems: [
      ...(keys.includes('') ? [`${where}有一处空格没有写名称：${text}`] : []),
      ...(/\{\{|\}\}/.test(rest) ? [`${where}有一处花括号不成对：${text.slice(0, 40)}`] : []),
    ],
  };
};

/**
 * Looks into a .docx that a school wants its papers made from: whether it is one, whether it is harmless, and which
 * places are to be filled. Nothing in it is run or fetched.
 */
export const inspectTemplate = async (bytes: Uint8Array): Promise<TemplateReport> => {
  if (bytes.byteLength > LARGEST_TEMPLATE) return refused('文件超过5 MB，请去掉里面的大图片再上传。');
  const opened = await openPackage(bytes);
  const types = opened ? await readPart(opened.zip, '[Content_Types].xml') : '';
  const main = opened?.printed.get(MAIN_PART) ?? '';
  if (!opened || main === '' || !types.includes('wordprocessingml'))
    return refused('这不是 .docx 文件，请在 Word 或 WPS 里另存为 .docx 再上传。');
  const foreign = foreignParts(opened, types);
  if (foreign.length > 0)
    return refused(`文件里有${foreign.join('、')}，不能使用。请另存为不带宏的 .docx，并删去嵌入的内容。`);
  if (!types.includes(WORD) || !main.includes(`xmlns:w="${TRANSITIONAL}"`))
    return refused('文件格式不合适，请在 Word 或 WPS 里另存为普通的 .docx 再上传。');
  if (await fetches(opened))
    return refused('文件里有链接到外部的图片或模板，打开时会去读取。请改为插入图片，并断开链接。');

  const problems: string[] = [];
  const keys = new Set<string>();
  const inline = new Set<string>();
  for (const [path, xml] of opened.printed) {
    if (/<w:(ins|del|moveFrom|moveTo)\s/.test(xml) && !problems.some((each) => each.includes('修订')))
      problems.push('文件里有没有处理的修订，请先全部接受或拒绝。');
    for (const paragraph of paragraphsIn(xml)) {
      const found = inParagraph(paragraph, path);
      problems.push(...found.problems);
      for (const key of found.keys) {
        keys.add(key);
        if (keyAlone(paragraph) === undefined) inline.add(key);
      }
    }
  }
  if (
    opened.zip.file('word/comments.xml') &&
    /<w:comment\s/.test(await readPart(opened.zip, 'word/comments.xml'))
  )
    problems.push('文件里有批注，请先删除。');
  return { problems, keys: [...keys], inline };
};
