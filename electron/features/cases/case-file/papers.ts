import type { BoundPaper } from '../../../documents/package/book.ts';
import type { Paper } from '../../../documents/word/model.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { IssuedPaper } from '../../../../shared/features/papers/schema.ts';
import type { CaseFileSource } from '../../case-file-source.ts';
import type { CallContext } from '../../context.ts';
import { contentHash, issuedPapersOfCase } from '../../papers/index.ts';
import { keyOfPaper } from '../paper-facts.ts';
import { contentOf, sourceOf } from '../ready-paper.ts';

type Context = Pick<CallContext, 'store' | 'resourcesDir'>;

/** Records of what reporters said are kept apart: they would tell who it was. */
const isConfidential = ({ papers, investigation }: CaseRecord, { id }: IssuedPaper): boolean => {
  const about = papers.find(({ issuedPaperId }) => issuedPaperId === id)?.aboutId;
  return investigation.interviews.some(
    (interview) => interview.id === about && interview.kind === 'complainant',
  );
};

/** Every paper issued in a case that may stand in its file, in the order of issue. */
export const papersOfFile = (record: CaseRecord, { store }: Pick<Context, 'store'>): IssuedPaper[] =>
  issuedPapersOfCase(store, record.id).filter((issued) => !isConfidential(record, issued));

/** What an issued paper was made from, as long as making it again would print the same; undefined otherwise. */
const contentAgain = async (
  record: CaseRecord,
  issued: IssuedPaper,
  context: Context,
): Promise<Paper | undefined> => {
  const paper = record.papers.find(({ issuedPaperId }) => issuedPaperId === issued.id);
  if (!paper) return undefined;
  const source = await sourceOf(record, context, keyOfPaper(paper), paper, dayOfInstant(issued.issued.at));
  const content = contentOf(context.store, paper.form, source);
  return contentHash(content) === issued.contentHash ? content.model : undefined;
};

/** An issued paper as the book lists it, with its text where that can be had. */
export const boundPaper = async (
  record: CaseRecord,
  issued: IssuedPaper,
  context: Context,
  sources: readonly CaseFileSource[],
): Promise<BoundPaper> => {
  let paper = await contentAgain(record, issued, context);
  for (const source of sources) paper ??= await source.paperAgain(issued, context);
  return {
    title: issued.superseded ? `${issued.title}（已被替换）` : issued.title,
    ...(issued.number === null ? {} : { number: issued.number }),
    day: issued.datedOn,
    fileName: issued.file.name,
    hash: issued.file.hash,
    ...(paper === undefined ? {} : { paper }),
  };
};
