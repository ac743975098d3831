/** A Word file's XML, whatever prefix or edition its names bear: everything is found by its local name. */

/** @throws Error when the text is no XML. */
export const parseXml = (text: string): XMLDocument => {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  if (parsed.querySelector('parsererror')) throw new Error('not XML');
  return parsed;
};

export const childOf = (element: Element | undefined | null, name: string): Element | undefined =>
  [...(element?.children ?? [])].find(({ localName }) => localName === name);

export const childrenOf = (element: Element, name: string): Element[] =>
  [...element.children].filter(({ localName }) => localName === name);

export const within = (element: Element | XMLDocument, name: string): Element[] => [
  ...element.getElementsByTagNameNS('*', name),
];

export const attributeOf = (element: Element | undefined | null, name: string): string | null =>
  [...(element?.attributes ?? [])].find(({ localName }) => localName === name)?.value ?? null;

/** A switch such as `w:keepNext`: on where it stands without a value, undefined where it does not stand. */
export const switchOf = (properties: Element | undefined, name: string): boolean | undefined => {
  const found = childOf(properties, name);
  if (!found) return undefined;
  return !['0', 'false', 'off'].includes(attributeOf(found, 'val') ?? 'true');
};

/** A new element of the same language as `beside`, with attributes of that language. */
export const elementLike = (
  beside: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Element => {
  const prefix = beside.prefix === null ? '' : `${beside.prefix}:`;
  const made = beside.ownerDocument.createElementNS(beside.namespaceURI, prefix + name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttributeNS(beside.namespaceURI, prefix + key, value);
  return made;
};
