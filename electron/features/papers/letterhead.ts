import type { z } from 'zod';
import type { LetterheadView, papersChannels } from '../../../shared/features/papers/channels.ts';
import {
  letterheadSampleLabels,
  usualLetterhead,
  type LetterheadSettings,
} from '../../../shared/features/papers/letterhead.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { letterheadCollection } from './collections.ts';
import { letterheadSample } from './letterhead-samples.ts';
import { wordFile } from '../file-content.ts';

const ID = 'letterhead';

/**
 * What the school's papers are printed on: as it was settled, or the usual electronic red head. Goes into a paper's model
 * as its `letterhead`; `mark` is its `issuer` (of a 函 the school's name), `printedBy` its 印发机关.
 *
 * @throws AppError `not-found` before a school was founded.
 */
export const readLetterhead = (reader: Reader): LetterheadSettings =>
  reader.get(letterheadCollection, ID) ?? usualLetterhead(readSchool(reader).name);

export const letterheadView = (reader: Reader): LetterheadView => {
  const { mode, freeMm, letterFreeMm, mark, sealMm, printedBy } = readLetterhead(reader);
  const rev = reader.get(letterheadCollection, ID)?.rev ?? 0;
  return { mode, freeMm, letterFreeMm, mark, sealMm, printedBy, rev };
};

/** @throws AppError `conflict` when somebody saved it meanwhile. */
export const saveLetterhead = (
  input: z.output<(typeof papersChannels)['papers.saveLetterhead']['input']>,
  { store, actor, channel }: CallContext,
): Promise<LetterheadView> =>
  store.transact({ actor, act: channel }, (tx) => {
    const { rev, ...settings } = input;
    if (tx.get(letterheadCollection, ID)) tx.replace(letterheadCollection, { id: ID, rev, ...settings });
    else if (rev === 0) tx.insert(letterheadCollection, { id: ID, ...settings });
    else throw new AppError('conflict', '公文用纸的设置已变，请刷新后再改。');
    return letterheadView(tx);
  });

/** A sample of the wanted form under the settings given, saved or not. */
export const previewLetterhead = async (
  { letterhead, sample }: z.output<(typeof papersChannels)['papers.previewLetterhead']['input']>,
  { store, today }: CallContext,
): Promise<FileContent> => {
  const paper = letterheadSample(sample, letterhead, readSchool(store), today);
  return wordFile(`${letterheadSampleLabels[sample]}样张`, await renderWord(paper));
};
