import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import type { FileRef } from '../../../shared/kernel/entity.ts';
import type { PlainForm } from '../../documents/word/model.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { DOCX } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { noticePaper, resultPaper } from './papers.ts';

/** Keeps a paper for good: its bytes under their hash, with a name that names nobody. */
const freeze = async (
  { store }: Pick<CallContext, 'store'>,
  name: string,
  model: PlainForm,
): Promise<FileRef> => {
  const bytes = await renderWord(model);
  return { hash: await store.putFile(bytes), name: `${name}.docx`, mime: DOCX, size: bytes.byteLength };
};

/** The notice as it goes up. */
export const freezeNotice = (context: CallContext, record: Publicity): Promise<FileRef> =>
  freeze(context, `${record.number} 公示`, noticePaper(readSchool(context.store), record, false));

/** The report of what came of it, as it is filed. */
export const freezeResult = (context: CallContext, record: Publicity): Promise<FileRef> =>
  freeze(context, `${record.number} 公示结果报告`, resultPaper(readSchool(context.store), record, false));
