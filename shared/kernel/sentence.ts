/** A text as whole sentences: closed with a full stop when it is not; a blank one stays blank. */
export const sentence = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === '' || /[。！？”：]$/.test(trimmed) ? trimmed : `${trimmed}。`;
};
