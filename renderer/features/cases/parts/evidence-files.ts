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

/** 1.2 MB, 340 KB: how large a file is, as people read it. */
export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
