import { AppError } from '../../../shared/kernel/result.ts';
import { readWorkbook } from '../excel/read-workbook.ts';
import { answerTasks } from './answer.ts';
import type { FileToRead, ReadFile } from './workbook-pool.ts';

answerTasks(async ({ name, bytes }: FileToRead): Promise<ReadFile> => {
  try {
    return { kind: 'read', sheets: await readWorkbook(name, bytes) };
  } catch (cause) {
    if (cause instanceof AppError) return { kind: 'refused', message: cause.message };
    throw cause;
  }
});
