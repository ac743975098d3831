import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { caseFile } from './case-file.ts';
import { requireCase } from './change.ts';
import { wordFile } from './issue.ts';
import { fileName } from './notice-words.ts';

/** The whole record of one case as a Word file. */
export const exportCaseFile = async (
  { id }: { id: string },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const record = requireCase(store, id);
  const model = caseFile(readSchool(store), record, today, instantOfMs(clock.now()));
  return wordFile(fileName(`${record.number} 案卷`, 'docx'), await renderWord(model));
};
