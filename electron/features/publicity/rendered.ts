import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import type { Store } from '../../store/types.ts';
import { readSchool } from '../organisation/index.ts';
import { renderWithTemplate } from '../papers/index.ts';
import { noticeFields, resultFields } from './fields.ts';
import { noticePaper, resultPaper } from './papers.ts';

export type PublicityPaper = 'notice' | 'result';

/**
 * A paper of a publicity: in the school's own form where one is in use, otherwise in the house form.
 *
 * @throws AppError `illegal-step` when the school's own form asks for more than the record has.
 */
export const renderPublicityPaper = async (
  store: Store,
  which: PublicityPaper,
  record: Publicity,
  draft: boolean,
): Promise<Uint8Array> => {
  const school = readSchool(store);
  const { bytes } =
    which === 'notice'
      ? await renderWithTemplate(
          store,
          'publicity',
          noticeFields(school, record),
          noticePaper(school, record, draft),
        )
      : await renderWithTemplate(
          store,
          'publicity-report',
          resultFields(school, record),
          resultPaper(school, record, draft),
        );
  return bytes;
};
