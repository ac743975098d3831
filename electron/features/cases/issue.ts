import type { z } from 'zod';
import { dayOfInstant } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import type { issueInput, voidNumberInput } from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { paperChecks } from '../../../shared/law/rules/paper.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import {
  allocateNumber,
  issuedPaperFile,
  keepIssuedPaper,
  requireIssuedPaper,
  supersedePaper,
  voidNumber,
} from '../papers/index.ts';
import { readLawPack } from '../standards/index.ts';
import { changeCase, demandOpenTo, demandSeen, requireCase } from './change.ts';
import { sanctionCollection } from './collections.ts';
import { paperSeries, requireDecision } from './decide.ts';
import { fileName, noticeKind, noticeTitle } from './notice-words.ts';
import { contentHash, noticePaper, noticeProposal, type NoticeSource } from './notices.ts';
import { loadPaperTexts } from './paper-texts.ts';
import { serviceRecordPaper } from './service-record.ts';
import { caseView } from './views.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const requirePaper = (record: CaseRecord): NonNullable<CaseRecord['paper']> => {
  if (!record.paper) throw new AppError('illegal-step', '本措施不出具文书。');
  return record.paper;
};

const sourceOf = async (
  record: CaseRecord,
  { store, resourcesDir }: CallContext,
  printedOn: string | undefined,
): Promise<NoticeSource> => ({
  school: readSchool(store),
  texts: await loadPaperTexts(resourcesDir),
  record,
  decision: requireDecision(record),
  printedOn,
  draft: printedOn === undefined,
});

const noticeFileName = ({ school, record, decision }: NoticeSource): string =>
  fileName(`${record.paper?.number ?? ''} ${noticeTitle(school.name, record, decision)}`, 'docx');

/** A rendered paper as a file that travels. */
export const wordFile = (name: string, bytes: Uint8Array): FileContent => ({
  name,
  mime: DOCX,
  base64: Buffer.from(bytes).toString('base64'),
});

/**
 * Prints the paper of a decision and keeps it. Issuing again what would print alike changes nothing; what would differ
 * needs a reason and takes the place of the former one, as long as nobody has got it.
 *
 * @throws AppError `unlawful` when the paper lacks what the law asks of it, `illegal-step` once it was served.
 */
export const issueNotice = async (
  input: z.output<typeof issueInput>,
  context: CallContext,
): Promise<CaseView> => {
  const { store, newId, today } = context;
  const seen = requireCase(store, input.id);
  const paper = requirePaper(seen);
  const former = paper.issuedPaperId === null ? undefined : requireIssuedPaper(store, paper.issuedPaperId);
  if (former) {
    const again = noticePaper(await sourceOf(seen, context, dayOfInstant(former.issued.at)));
    if (contentHash(again) === former.contentHash) {
      const current = requireCase(store, input.id);
      return caseView(current, context);
    }
    if (seen.services.length > 0)
      throw new AppError('illegal-step', '文书已经送达，不能再改。确有错误的，请另发更正通知。');
    if (input.reissueReason === '')
      throw invalidField('reissueReason', '文书内容与已印发的不同，重新印发请写明原因。');
  }
  demandSeen(seen, input.rev);
  demandOpenTo(seen, 'issueNotice');
  const source = await sourceOf(seen, context, today);
  demandLawful(findingsOf(readLawPack(store), paperChecks, noticeProposal(source)));
  const model = noticePaper(source);
  const bytes = await renderWord(model);
  const hash = await store.putFile(bytes);
  const { decision, record, school } = source;

  return changeCase(context, 'issueNotice', input, (current, tx) => {
    if (former) supersedePaper(tx, former.id, input.reissueReason);
    const issued = keepIssuedPaper(tx, {
      id: newId(),
      kind: noticeKind(decision),
      title: noticeTitle(school.name, record, decision),
      numberId: paper.numberId,
      number: paper.number,
      datedOn: decision.decidedOn,
      caseId: record.id,
      staffIds: record.subjects.map(({ staffId }) => staffId),
      file: { hash, name: noticeFileName(source), mime: DOCX, size: bytes.byteLength },
      contentHash: contentHash(model),
    });
    return {
      record: { ...current, paper: { ...paper, issuedPaperId: issued.id } },
      note: former ? `重新印发 ${paper.number}：${input.reissueReason}` : `印发 ${paper.number}`,
    };
  });
};

/**
 * Makes a number void, with the paper that bore it, and gives the decision the next number of its series.
 *
 * @throws AppError `illegal-step` once somebody has got the paper.
 */
export const voidCaseNumber = (
  input: z.output<typeof voidNumberInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'voidNumber', input, (record, tx) => {
    const paper = requirePaper(record);
    const decision = requireDecision(record);
    if (record.services.length > 0) throw new AppError('illegal-step', '文书已经送达，文号不能再作废。');
    if (paper.issuedPaperId !== null)
      supersedePaper(tx, paper.issuedPaperId, `文号 ${paper.number} 作废：${input.reason}`);
    voidNumber(tx, paper.numberId, input.reason);
    const next = allocateNumber(
      tx,
      context.newId,
      paperSeries(tx, decision.measure.numberSuffix, decision.decidedOn),
      { title: noticeTitle(readSchool(tx).name, record, decision), caseId: record.id },
    );
    for (const sanction of tx.by(sanctionCollection, 'case', record.id))
      tx.replace(sanctionCollection, { ...sanction, paperNumber: next.number });
    return {
      record: {
        ...record,
        paper: { numberId: next.id, number: next.number, issuedPaperId: null },
      },
      note: `${paper.number} 作废（${input.reason}），改用 ${next.number}`,
    };
  });

/** The notice or the service record of a person: a draft until the notice is issued, then the file itself. */
export const previewPaper = async (
  input: { id: string; kind: 'notice' | 'service-record'; staffId?: string | undefined },
  context: CallContext,
): Promise<{ file: FileContent; draft: boolean }> => {
  const { store } = context;
  const record = requireCase(store, input.id);
  const decision = requireDecision(record);
  const paper = requirePaper(record);
  const draft = paper.issuedPaperId === null;
  if (input.kind === 'service-record') {
    const subject =
      input.staffId === undefined
        ? record.subjects[0]
        : record.subjects.find(({ staffId }) => staffId === input.staffId);
    if (!subject) throw new AppError('not-found', '此人不是本事项的当事人。');
    const model = serviceRecordPaper(readSchool(store), record, decision, subject, draft);
    const name = fileName(`${paper.number} 送达回证（${subject.name}）`, 'docx');
    return { file: wordFile(name, await renderWord(model)), draft };
  }
  if (paper.issuedPaperId !== null) {
    const issued = requireIssuedPaper(store, paper.issuedPaperId);
    return { file: await issuedPaperFile(store, issued), draft };
  }
  const source = await sourceOf(record, context, undefined);
  return { file: wordFile(noticeFileName(source), await renderWord(noticePaper(source))), draft };
};
