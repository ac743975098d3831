const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};

const escape = (text: string): string => text.replace(/[&"'<>]/g, (char) => ESCAPES[char] ?? char);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const attributesOf = (attributes: unknown): string => {
  if (!isObject(attributes)) return '';
  let written = '';
  for (const name in attributes) written += ` ${name}="${escape(String(attributes[name]))}"`;
  return written;
};

/** What the library makes of a component, `{ 'w:b': { _attr: { 'w:val': false } } }`, as the XML that its packer writes. */
export const xmlOf = (xmlable: unknown): string => {
  if (!isObject(xmlable)) return '';
  const [name] = Object.keys(xmlable);
  if (name === undefined) return '';
  const content = xmlable[name];
  if (!Array.isArray(content))
    return isObject(content)
      ? `<${name}${attributesOf(content['_attr'])}/>`
      : `<${name}>${escape(String(content))}</${name}>`;
  let attributes = '';
  let inner = '';
  for (const part of content as readonly unknown[]) {
    if (!isObject(part)) inner += escape(String(part));
    else if ('_attr' in part) attributes += attributesOf(part['_attr']);
    else inner += xmlOf(part);
  }
  return `<${name}${attributes}>${inner}</${name}>`;
};
