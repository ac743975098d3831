import { formatInstant } from '../../../shared/kernel/dates.ts';
import type { CaseFileHead, PackedFile } from './model.ts';

/**
 * 清单.txt: every file of the package with its SHA-256 and size, in the order of their paths, so that anybody can prove
 * later that none was changed. Equal files give equal text; Windows line ends, for it is read in 记事本.
 */
export const manifestText = (source: CaseFileHead, files: readonly PackedFile[]): string =>
  [
    '案卷清单',
    `单位：${source.issuer}`,
    `案卷：${source.title}`,
    ...(source.number === undefined ? [] : [`编号：${source.number}`]),
    `导出时间：${formatInstant(source.createdAt)}`,
    `文件数：${String(files.length)}`,
    '',
    '每行依次为文件的 SHA-256 校验值、字节数、文件名。文件内容有任何改动，校验值就会不同。',
    '核对方法：在 Windows 命令提示符中运行 certutil -hashfile "文件名" SHA256，与清单对照。',
    '',
    ...[...files]
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
      .map(({ hash, size, path }) => `${hash}  ${String(size).padStart(12)}  ${path}`),
    '',
  ].join('\r\n');
