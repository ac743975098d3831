import { AppError } from '../../shared/kernel/result.ts';
import { errnoOf } from './disk.ts';

const advice = (code: string): string => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘已满，请清理出空间后重试。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '没有写入数据文件夹的权限，请检查文件夹是否为只读、是否被其他程序占用，然后重试。';
    case 'EIO':
      return '磁盘读写出错，可能已有损坏，请先把数据文件夹复制到别的磁盘，再联系维护人员。';
    case 'ENOENT':
    case 'ENOTDIR':
      return '数据文件夹或其中的文件找不到了，请检查磁盘（U 盘）是否仍然连接，然后重新打开程序。';
    case 'EMFILE':
    case 'ENFILE':
      return '打开的文件过多，请关闭其他程序后重试。';
    default:
      return '磁盘拒绝了这次操作，请检查数据文件夹所在的磁盘后重试。';
  }
};

/** A refusal of the disk as the person reads it: `what` failed (Chinese, no full stop), and what to do. */
export const storageError = (what: string, cause: unknown): AppError =>
  cause instanceof AppError
    ? cause
    : new AppError('storage', `${what}：${advice(errnoOf(cause) ?? '')}`, { cause });
