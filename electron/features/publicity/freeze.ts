import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import type { FileRef } from '../../../shared/kernel/entity.ts';
import type { CallContext } from '../context.ts';
import { DOCX } from '../file-content.ts';
import { renderPublicityPaper, type PublicityPaper } from './rendered.ts';

/** Keeps a paper for good: its bytes under their hash, with a name that names nobody. */
const freeze = async (
  { store }: Pick<CallContext, 'store'>,
  name: string,
  which: PublicityPaper,
  record: Publicity,
): Promise<FileRef> => {
  const bytes = await renderPublicityPaper(store, which, record, false);
  return { hash: await store.putFile(bytes), name: `${name}.docx`, mime: DOCX, size: bytes.byteLength };
};

/** The notice as it goes up. */
export const freezeNotice = (context: CallContext, record: Publicity): Promise<FileRef> =>
  freeze(context, `${record.number} 公示`, 'notice', record);

/** The report of what came of it, as it is filed. */
export const freezeResult = (context: CallContext, record: Publicity): Promise<FileRef> =>
  freeze(context, `${record.number} 公示结果报告`, 'result', record);
