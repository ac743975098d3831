import type { z } from 'zod';
import { dayOfInstant } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { isDecisionPaper, type CasePaper } from '../../../shared/features/cases/carrying-out.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { isNobodyServed } from '../../../shared/features/cases/conditions.ts';
import type { issueInput, issueRecordInput, voidNumberInput } from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { CallContext } from '../context.ts';
import { DOCX } from '../file-content.ts';
import {
  allocateNumber,
  contentHash,
  issuedPaperFile,
  renderContent,
  requireIssuedPaper,
  supersedePaper,
  voidNumber,
} from '../papers/index.ts';
import { changeCase, demandOpenTo, demandSeenCase, requireCaseFor } from './change.ts';
import { sanctionCollection } from './collections.ts';
import { paperSeries } from './decision-papers.ts';
import { keyOfPaper } from './paper-facts.ts';
import { paperMakers } from './paper-makers.ts';
import type { PaperOfferKey } from './paper-source.ts';
import {
  contentOf,
  demandComplete,
  keepReadyPaper,
  paperFileName,
  readyPaper,
  sourceOf,
  withIssued,
} from './ready-paper.ts';
import { caseView } from './views.ts';

/** A rendered paper as a file that travels. */
export const wordFile = (name: string, bytes: Uint8Array): FileContent => ({
  name,
  mime: DOCX,
  base64: Buffer.from(bytes).toString('base64'),
});

const requirePaper = (record: CaseRecord, paperId: string): CasePaper => {
  const paper = record.papers.find(({ id }) => id === paperId);
  if (!paper) throw new AppError('not-found', '本事项没有这份文书。');
  if (paper.void) throw new AppError('illegal-step', '这份文书所依据的决定已经失效。');
  return paper;
};

/**
 * Prints a paper of a decision and keeps it. Issuing again what would print alike changes nothing; what would differ
 * needs a reason and takes the place of the former one, as long as nobody has got it.
 *
 * @throws AppError `unlawful` when the paper lacks what the law asks of it, `illegal-step` once it was served.
 */
export const issueNotice = async (
  input: z.output<typeof issueInput>,
  context: CallContext,
): Promise<CaseView> => {
  const { store, newId } = context;
  const seen = requireCaseFor(context, input.id);
  const paper = requirePaper(seen, input.paperId);
  const former = paper.issuedPaperId === null ? undefined : requireIssuedPaper(store, paper.issuedPaperId);
  if (former) {
    const again = await sourceOf(seen, context, keyOfPaper(paper), paper, dayOfInstant(former.issued.at));
    if (contentHash(contentOf(store, paper.form, again)) === former.contentHash)
      return caseView(seen, context);
    if (seen.services.some(({ paperIds }) => paperIds.includes(paper.id)))
      throw new AppError('illegal-step', '文书已经送达，不能再改。确有错误的，请另发更正通知。');
    if (input.reissueReason === '')
      throw invalidField('reissueReason', '文书内容与已印发的不同，重新印发请写明原因。');
  }
  demandSeenCase(seen, input.rev);
  const act = isDecisionPaper(paper.form) ? 'issueNotice' : 'issueRecord';
  demandOpenTo(seen, act);
  const ready = await readyPaper(seen, paper, context);
  const bytes = await renderContent(store, ready);
  const hash = await store.putFile(bytes);

  return changeCase(context, act, input, (current, tx) => {
    if (former) supersedePaper(tx, former.id, input.reissueReason);
    const issuedId = keepReadyPaper(tx, newId, seen.id, ready, { hash, size: bytes.byteLength });
    const number = paper.number ?? paper.title;
    return {
      record: withIssued(current, paper.id, issuedId),
      note: former ? `重新印发 ${number}：${input.reissueReason}` : `印发 ${number}`,
    };
  });
};

const matches = (paper: CasePaper, key: PaperOfferKey): boolean =>
  !paper.void &&
  paper.form === key.form &&
  paper.aboutId === key.aboutId &&
  (key.personId === null || paper.personIds.includes(key.personId));

/**
 * Makes a paper of the course of a case final: 立案审批表, 笔录, 告知书… It gets its number where its form has one, and is
 * frozen like every issued paper.
 *
 * @throws AppError `illegal-step` with what it still lacks, or when it is final already.
 */
export const issueRecord = async (
  input: z.output<typeof issueRecordInput>,
  context: CallContext,
): Promise<CaseView> => {
  const { store, newId, today } = context;
  const seen = requireCaseFor(context, input.id);
  const known = seen.papers.find((paper) => matches(paper, input));
  if (isDecisionPaper(input.form)) throw invalidField('form', '决定的文书请从“印发文书”办理。');
  if (known?.issuedPaperId === null)
    return issueNotice({ ...input, paperId: known.id, reissueReason: '' }, context);
  if (known) throw new AppError('illegal-step', '这份文书已经定稿封存。');
  demandSeenCase(seen, input.rev);
  demandOpenTo(seen, 'issueRecord');
  const maker = paperMakers[input.form];
  const draft = await sourceOf(seen, context, input, null, today);
  demandComplete(draft, maker, input.form);
  const title = maker.title(draft);
  const paper: CasePaper = {
    id: newId(),
    form: input.form,
    title,
    personIds: input.personId === null ? [] : [input.personId],
    itemIds: [],
    aboutId: input.aboutId,
    numberId: null,
    number: null,
    issuedPaperId: null,
    external: null,
    void: false,
  };
  const { numberSuffix } = maker;
  if (numberSuffix !== null) {
    // The number stands on the paper, so it is given first; the next call prints it.
    const placed = await changeCase(context, 'issueRecord', input, (record, tx) => {
      const number = allocateNumber(tx, newId, paperSeries(tx, numberSuffix, today), {
        title,
        caseId: seen.id,
      });
      return {
        record: {
          ...record,
          papers: [...record.papers, { ...paper, numberId: number.id, number: number.number }],
        },
        note: `${title}，文号 ${number.number}`,
      };
    });
    return issueNotice(
      { id: input.id, rev: placed.record.rev, paperId: paper.id, reissueReason: '' },
      context,
    );
  }
  const ready = await readyPaper(seen, paper, context);
  const bytes = await renderContent(store, ready);
  const hash = await store.putFile(bytes);
  return changeCase(context, 'issueRecord', input, (record, tx) => {
    const issuedPaperId = keepReadyPaper(tx, newId, seen.id, ready, { hash, size: bytes.byteLength });
    return { record: { ...record, papers: [...record.papers, { ...paper, issuedPaperId }] }, note: title };
  });
};

/**
 * Makes a number void, with the paper that bore it, and gives the paper the next number of its series.
 *
 * @throws AppError `illegal-step` once somebody has got the paper.
 */
export const voidCaseNumber = (
  input: z.output<typeof voidNumberInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'voidNumber', input, (record, tx) => {
    const paper = requirePaper(record, input.paperId);
    if (paper.numberId === null || paper.number === null)
      throw new AppError('illegal-step', '这份文书没有本校的文号。');
    if (!isDecisionPaper(paper.form)) throw invalidField('paperId', '只能作废决定文书的文号。');
    if (!isNobodyServed(record)) throw new AppError('illegal-step', '文书已经送达，文号不能再作废。');
    if (paper.issuedPaperId !== null)
      supersedePaper(tx, paper.issuedPaperId, `文号 ${paper.number} 作废：${input.reason}`);
    const old = voidNumber(tx, paper.numberId, input.reason);
    const next = allocateNumber(
      tx,
      context.newId,
      { kind: 'document', prefix: old.prefix, year: old.year },
      { title: paper.title, caseId: record.id },
    );
    for (const sanction of tx.by(sanctionCollection, 'case', record.id))
      if (sanction.annulled === null && sanction.paperNumber === paper.number)
        tx.replace(sanctionCollection, { ...sanction, paperNumber: next.number });
    return {
      record: {
        ...record,
        papers: record.papers.map((each) =>
          each.id === paper.id
            ? { ...each, numberId: next.id, number: next.number, issuedPaperId: null }
            : each,
        ),
      },
      note: `${paper.number} 作废（${input.reason}），改用 ${next.number}`,
    };
  });

export interface PreviewInput extends PaperOfferKey {
  readonly id: string;
  readonly paperId: string | null;
}

/** A paper as it would print now, a draft; once it is issued, the file itself; a paper that came in, as it came. */
export const previewPaper = async (
  input: PreviewInput,
  context: CallContext,
): Promise<{ file: FileContent; draft: boolean }> => {
  const { store } = context;
  const record = requireCaseFor(context, input.id);
  const paper =
    input.paperId === null
      ? (record.papers.find((each) => matches(each, input)) ?? null)
      : requirePaper(record, input.paperId);
  if (paper?.external) {
    const { hash, name, mime } = paper.external;
    return {
      file: { name, mime, base64: Buffer.from(await store.readFile(hash)).toString('base64') },
      draft: false,
    };
  }
  if (paper !== null && paper.issuedPaperId !== null) {
    const issued = requireIssuedPaper(store, paper.issuedPaperId);
    return { file: await issuedPaperFile(store, issued), draft: false };
  }
  const maker = paperMakers[input.form];
  const source = await sourceOf(record, context, paper ? keyOfPaper(paper) : input, paper, undefined);
  if (isDecisionPaper(input.form) && record.decision === null)
    throw new AppError('illegal-step', '作出决定后才有文书可看。');
  const name = paperFileName(source, maker);
  const bytes = await renderContent(store, contentOf(store, input.form, source));
  return { file: wordFile(name, bytes), draft: true };
};
