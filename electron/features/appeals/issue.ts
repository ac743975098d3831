import type { z } from 'zod';
import type { issueAppealPaperInput } from '../../../shared/features/appeals/inputs.ts';
import {
  appealPaperFormLabels,
  type Appeal,
  type AppealPaper,
} from '../../../shared/features/appeals/schema.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { paperChecks } from '../../../shared/law/rules/paper.ts';
import type { Reader } from '../../store/types.ts';
import { maskedRecord, maskingOf, requireCase, withTexts } from '../cases/index.ts';
import type { CallContext } from '../context.ts';
import { DOCX, fileOf, wordFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import {
  contentHash,
  issuedPaperFile,
  keepIssuedPaper,
  paperContent,
  readLetterhead,
  renderContent,
  requireIssuedPaper,
  type PaperContent,
} from '../papers/index.ts';
import { readLawPack, readPaperTexts } from '../standards/index.ts';
import { changeAppeal, demandOpen, requireAppealFor } from './change.ts';
import { maskedAppeal } from './masked.ts';
import { formCodeOf, templateFields } from './papers/fields.ts';
import { lackingOf, makePaper } from './papers/makers.ts';
import { nextRemedy } from './papers/remedy.ts';
import type { AppealPaperSource } from './papers/source.ts';
import { loadAppealTexts } from './papers/texts.ts';
import { publicPerson } from './words.ts';

const requirePaper = (appeal: Appeal, paperId: string): AppealPaper => {
  const paper = appeal.papers.find(({ id }) => id === paperId);
  if (!paper) throw new AppError('not-found', '这件申请没有这份文书。');
  return paper;
};

type Made = Pick<CallContext, 'store' | 'resourcesDir'>;

const factsOf = async (
  { store, resourcesDir }: Made,
  printedOn: string | undefined,
): Promise<Omit<AppealPaperSource, 'appeal' | 'record' | 'paper'>> => ({
  school: readSchool(store),
  letterhead: readLetterhead(store),
  texts: await loadAppealTexts(resourcesDir, readPaperTexts(store)),
  printedOn,
  draft: printedOn === undefined,
});

/** What a paper is made from: it names whose own it is, and no other child of the case. */
export const sourceOf = async (
  appeal: Appeal,
  paper: AppealPaper,
  context: Made,
  printedOn: string | undefined,
): Promise<AppealPaperSource> => {
  const record = requireCase(context.store, appeal.case.id);
  const own = [appeal.person.id];
  return {
    ...(await factsOf(context, printedOn)),
    appeal: withTexts(appeal, maskingOf(record, own)),
    record: maskedRecord(record, own),
    paper,
  };
};

/** The same for readers whose paper it is not: no child is named. */
export const maskedSourceOf = async (
  appeal: Appeal,
  paper: AppealPaper,
  context: Made,
  printedOn: string,
): Promise<AppealPaperSource> => {
  const record = requireCase(context.store, appeal.case.id);
  const masked = maskedAppeal(appeal, record);
  return {
    ...(await factsOf(context, printedOn)),
    appeal: masked,
    record: maskedRecord(record),
    paper: masked.papers.find(({ id }) => id === paper.id) ?? paper,
  };
};

/** Titles name no child, so neither do file names. */
const fileName = (appeal: Appeal, paper: AppealPaper): string =>
  `${paper.number ?? appeal.number} ${paper.title}`;

/** What a paper made from a source prints, by the form that is in use now. */
export const contentOf = (reader: Reader, source: AppealPaperSource): PaperContent =>
  paperContent(reader, formCodeOf(source), templateFields(source), makePaper(source));

/** @throws AppError `illegal-step` with what is blank, `unlawful` with what the law asks of a paper. */
const demandComplete = (source: AppealPaperSource, { store }: CallContext): void => {
  const { paper, appeal, school } = source;
  const label = appealPaperFormLabels[paper.form];
  const lacking = lackingOf(source);
  if (lacking.length > 0)
    throw new AppError('illegal-step', `${label}还缺少：${lacking.join('、')}。补全后再印发。`);
  const decision = paper.form === 'decision';
  demandLawful(
    findingsOf(readLawPack(store), paperChecks, {
      title: label,
      number: paper.number,
      issuer: school.name,
      datedOn: paper.datedOn,
      remedy: decision ? nextRemedy(source) : null,
      needsRemedy: decision && appeal.person.kind !== 'pupil',
      authority: school.authority,
      othersNamed: [],
    }),
  );
};

/**
 * Prints a paper and keeps it: from then on it is that file.
 *
 * @throws AppError `illegal-step` when it is issued already or lacks a field, `unlawful` for what the law asks of it.
 */
export const issuePaper = async (
  input: z.output<typeof issueAppealPaperInput>,
  context: CallContext,
): Promise<Appeal> => {
  const { store, newId, today } = context;
  const seen = requireAppealFor(context, input.id);
  demandOpen(seen, 'issue', input.rev);
  const paper = requirePaper(seen, input.paperId);
  if (paper.issuedPaperId !== null)
    throw new AppError('illegal-step', '这份文书已经印发封存。确有错误的，请另发更正通知。');
  const source = await sourceOf(seen, paper, context, today);
  demandComplete(source, context);
  const content = contentOf(store, source);
  const bytes = await renderContent(store, content);
  const hash = await store.putFile(bytes);
  return changeAppeal(context, 'issue', input, (appeal, tx) => {
    const issued = keepIssuedPaper(tx, {
      id: newId(),
      kind: appealPaperFormLabels[paper.form],
      title: paper.title,
      numberId: paper.numberId,
      number: paper.number,
      datedOn: paper.datedOn,
      caseId: appeal.case.id,
      staffIds: [appeal.person.id],
      file: {
        hash,
        name: wordFile(fileName(appeal, paper), bytes).name,
        mime: DOCX,
        size: bytes.byteLength,
      },
      contentHash: contentHash(content),
    });
    return {
      appeal: {
        ...appeal,
        papers: appeal.papers.map((each) =>
          each.id === paper.id ? { ...each, issuedPaperId: issued.id } : each,
        ),
      },
      note: paper.number ?? paper.title,
    };
  });
};

/** A paper as it would print now, a draft; once it is issued, the file itself. */
export const previewPaper = async (
  { id, paperId }: { id: string; paperId: string },
  context: CallContext,
): Promise<{ file: FileContent; draft: boolean }> => {
  const { store } = context;
  const appeal = requireAppealFor(context, id);
  const paper = requirePaper(appeal, paperId);
  if (paper.issuedPaperId !== null)
    return {
      file: await issuedPaperFile(store, requireIssuedPaper(store, paper.issuedPaperId)),
      draft: false,
    };
  const content = contentOf(store, await sourceOf(appeal, paper, context, undefined));
  return {
    file: fileOf(`${fileName(appeal, paper)}.docx`, DOCX, await renderContent(store, content)),
    draft: true,
  };
};

/** Where a hand writes in the school's own form. */
const PEN = '＿＿＿＿＿＿';

/** 送达回证 of the decision (the refusal) that is to be served, to be signed by hand; it is none of the issued papers. */
export const serviceForm = async ({ id }: { id: string }, context: CallContext): Promise<FileContent> => {
  const { store, today } = context;
  const appeal = requireAppealFor(context, id);
  const paper: AppealPaper = {
    id: '',
    form: 'service-record',
    title: `送达回证（${publicPerson(appeal.person)}）`,
    datedOn: today,
    former: null,
    serviceId: null,
    numberId: null,
    number: null,
    issuedPaperId: null,
    distribution: null,
  };
  const content = contentOf(store, await sourceOf(appeal, paper, context, today));
  const values = Object.fromEntries(
    Object.entries(content.values).map(([key, value]) => [key, value === '' ? PEN : value]),
  );
  const bytes = await renderContent(store, { ...content, values });
  return wordFile(fileName(appeal, paper), bytes);
};
