import { AppError } from '../../../shared/kernel/result.ts';
import {
  casePaperFormLabels,
  isDecisionPaper,
  type CasePaper,
  type CasePaperForm,
} from '../../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import type { PaperProposal } from '../../../shared/law/proposal.ts';
import { paperChecks } from '../../../shared/law/rules/paper.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { DOCX } from '../file-content.ts';
import { contentHash, keepIssuedPaper, paperContent, type PaperContent } from '../papers/index.ts';
import { readLawPack, readPaperTexts } from '../standards/index.ts';
import { fileName } from './notice-words.ts';
import { othersNamedIn } from './others-named.ts';
import { keyOfPaper, paperFacts } from './paper-facts.ts';
import { formCodeOf, templateFields } from './paper-fields.ts';
import { paperMakers } from './paper-makers.ts';
import { itemsOf, type PaperMaker, type PaperOfferKey, type PaperSource } from './paper-source.ts';
import { loadPaperTexts } from './paper-texts.ts';
import { remedyOf } from './papers/remedy.ts';

/** What a paper made from a source prints, by the form that is in use now. */
export const contentOf = (reader: Reader, form: CasePaperForm, source: PaperSource): PaperContent =>
  paperContent(
    reader,
    formCodeOf(form, source),
    templateFields(form, source),
    paperMakers[form].make(source),
  );

/** Everything that a paper of a case is made from; without a day of printing it is a draft. */
export const sourceOf = async (
  record: CaseRecord,
  { store, resourcesDir }: Pick<CallContext, 'store' | 'resourcesDir'>,
  key: Omit<PaperOfferKey, 'form'>,
  paper: CasePaper | null,
  printedOn: string | undefined,
): Promise<PaperSource> => ({
  ...paperFacts(store, record, key, paper),
  texts: await loadPaperTexts(resourcesDir, readPaperTexts(store)),
  printedOn,
  draft: printedOn === undefined,
});

/** Titles name no pupil, and so no file does: files travel further than papers. */
export const paperFileName = (source: PaperSource, maker: PaperMaker): string =>
  fileName(`${source.paper?.number ?? source.record.number} ${maker.title(source)}`, 'docx');

const paperProposal = (
  reader: Reader,
  source: PaperSource,
  maker: PaperMaker,
  form: CasePaperForm,
): PaperProposal => ({
  title: casePaperFormLabels[form],
  number: source.paper?.number ?? null,
  issuer: source.school.name,
  datedOn: maker.datedOn(source),
  remedy: isDecisionPaper(form) ? remedyOf(source) : null,
  needsRemedy:
    isDecisionPaper(form) && itemsOf(source).some(({ measure }) => !measure.targets.includes('pupil')),
  authority: source.school.authority,
  othersNamed: othersNamedIn(reader, form, source),
});

/** @throws AppError `illegal-step` with the mandatory fields that are still blank. */
export const demandComplete = (source: PaperSource, maker: PaperMaker, form: CasePaperForm): void => {
  const lacking = maker.lacking(source);
  if (lacking.length > 0)
    throw new AppError(
      'illegal-step',
      `${casePaperFormLabels[form]}还缺少：${lacking.join('、')}。补全后再印发。`,
    );
};

/** A paper that may be issued today, made and judged; only its bytes are still to be rendered. */
export interface ReadyPaper extends PaperContent {
  readonly paper: CasePaper;
  readonly datedOn: string;
  readonly fileName: string;
}

/**
 * Makes a paper of a case as it would be issued today.
 *
 * @throws AppError `illegal-step` with what it lacks, `unlawful` when it lacks what the law asks of it.
 */
export const readyPaper = async (
  record: CaseRecord,
  paper: CasePaper,
  context: Pick<CallContext, 'store' | 'resourcesDir' | 'today'>,
): Promise<ReadyPaper> => {
  const maker = paperMakers[paper.form];
  const source = await sourceOf(record, context, keyOfPaper(paper), paper, context.today);
  demandComplete(source, maker, paper.form);
  demandLawful(
    findingsOf(
      readLawPack(context.store),
      paperChecks,
      paperProposal(context.store, source, maker, paper.form),
    ),
  );
  return {
    ...contentOf(context.store, paper.form, source),
    paper,
    datedOn: maker.datedOn(source),
    fileName: paperFileName(source, maker),
  };
};

/** Enters a paper whose bytes are stored into the register of issued papers; answers its id there. */
export const keepReadyPaper = (
  tx: Tx,
  newId: () => string,
  caseId: string,
  ready: ReadyPaper,
  file: { readonly hash: string; readonly size: number },
): string => {
  const { paper, datedOn, fileName: name } = ready;
  return keepIssuedPaper(tx, {
    id: newId(),
    kind: casePaperFormLabels[paper.form],
    title: paper.title,
    numberId: paper.numberId,
    number: paper.number,
    datedOn,
    caseId,
    staffIds: [...paper.personIds],
    file: { hash: file.hash, name, mime: DOCX, size: file.size },
    contentHash: contentHash(ready),
  }).id;
};

/** The case with one of its papers issued. */
export const withIssued = (record: CaseRecord, paperId: string, issuedPaperId: string): CaseRecord => ({
  ...record,
  papers: record.papers.map((each) => (each.id === paperId ? { ...each, issuedPaperId } : each)),
});
