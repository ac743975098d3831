/** `HH:mm` for a time as people type it: 930, 0930, 9:30, 9.30, 9点30, 9点, 9点半; undefined when it is none. */
export const parseTypedTime = (text: string): string | undefined => {
  const typed = text.trim().replace(/\s+/g, '');
  const match =
    /^(?<h>\d{1,2})[:：.．](?<m>\d{2})$/.exec(typed) ??
    /^(?<h>\d{1,2})[点时](?:(?<m>\d{1,2})分?|(?<half>半))?$/.exec(typed) ??
    /^(?<h>\d{1,2})(?<m>\d{2})$/.exec(typed) ??
    /^(?<h>\d{1,2})$/.exec(typed);
  if (!match?.groups) return undefined;
  const hour = Number(match.groups['h']);
  const minute = match.groups['half'] === undefined ? Number(match.groups['m'] ?? 0) : 30;
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};
