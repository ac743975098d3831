/** Files that may be kept as evidence. */
export const evidenceEndings: readonly string[] = [
  '.pdf',
  '.jpg',
  '.jpeg',
  '.png',
  '.docx',
  '.doc',
  '.xlsx',
  '.xls',
  '.txt',
  '.mp3',
  '.m4a',
  '.mp4',
];
