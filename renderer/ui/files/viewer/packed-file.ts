/** Bytes that a .docx or .xlsx may unpack to before it is looked at: beyond that the window would run out of memory. */
export const MOST_UNPACKED = 300 * 1024 * 1024;

/** Why a packed file is not opened, in Chinese; null when it may be. `unpacked` is undefined for what is no zip file. */
export const packedProblem = (unpacked: number | undefined, damaged: string, most: number): string | null => {
  if (unpacked === undefined) return damaged;
  return unpacked > most ? '这份文件展开后过大，程序没有打开。请另存后在别的电脑上核对。' : null;
};
