/** `items.0.dueOn` as antd's forms take it: `['items', 0, 'dueOn']`. */
export const namePathOf = (path: string): (string | number)[] =>
  path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** What stands at a dotted path, undefined where there is nothing. */
export const valueAt = (values: unknown, path: string): unknown => {
  let at: unknown = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = Reflect.get(at, part);
  }
  return at;
};

/** The id that antd gives the input of a field. */
export const fieldId = (formName: string, path: string): string => [formName, ...path.split('.')].join('_');
