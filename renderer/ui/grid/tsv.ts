/**
 * A block as Excel and WPS put it on the clipboard: cells between tabs, rows between line ends; a cell that holds a
 * tab, a line end or a quote stands in quotes, quotes inside doubled. The line end after the last row is not a row.
 */
export const parseTsv = (text: string): string[][] => {
  const block: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  let fresh = true;
  const endCell = (): void => {
    line.push(cell);
    cell = '';
    fresh = true;
  };
  const endLine = (): void => {
    endCell();
    block.push(line);
    line = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && fresh) {
      quoted = true;
      fresh = false;
    } else if (char === '\t') endCell();
    else if (char === '\n') endLine();
    else if (char === '\r') {
      if (text.charAt(at + 1) !== '\n') endLine();
    } else {
      cell += char;
      fresh = false;
    }
  }
  if (cell !== '' || line.length > 0 || block.length === 0) endLine();
  return block;
};

const quote = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The block as Excel and WPS take it from the clipboard. */
export const toTsv = (block: readonly (readonly string[])[]): string =>
  block.map((line) => line.map(quote).join('\t')).join('\r\n');
