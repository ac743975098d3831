const SLOT = /\{(\w+)\}/g;

/** The names in braces that a text waits for, each once, in order. */
export const slotsOf = (template: string): string[] => [
  ...new Set([...template.matchAll(SLOT)].map((match) => match[1] ?? '')),
];

/**
 * Puts words into a text's slots: `fillText('{name}同志', { name: '张三' })`.
 *
 * @throws RangeError naming the slot that has no word: a text must never be printed with a hole in it.
 */
export const fillText = (template: string, words: Readonly<Record<string, string>>): string =>
  template.replace(SLOT, (_whole, slot: string) => {
    const word = words[slot];
    if (word === undefined) throw new RangeError(`no word for {${slot}} in: ${template}`);
    return word;
  });
