const FIELDS = 'input:not([disabled]):not([readonly])';

/** Moves the keyboard to the next field within `within`, as Enter does in a column of a sheet. */
export const toNextField = (field: HTMLElement, within: string): void => {
  const place = field.closest(within);
  if (!place) return;
  // Of a group of radio buttons the browser enters the checked one, or the first: one stop for the keyboard.
  const stops = [...place.querySelectorAll<HTMLInputElement>(FIELDS)].filter((each, _at, all) => {
    if (each.type !== 'radio') return true;
    const group = all.filter((other) => other.type === 'radio' && other.name === each.name);
    return each === (group.find((other) => other.checked) ?? group[0]);
  });
  const next = stops[stops.findIndex((each) => each === field) + 1];
  next?.focus();
  next?.select();
};
