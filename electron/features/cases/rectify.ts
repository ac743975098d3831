import type { z } from 'zod';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { stopClocks } from '../../../shared/features/cases/clocks.ts';
import type {
  checkRectificationInput,
  reportRectificationInput,
} from '../../../shared/features/cases/inputs.ts';
import type { RectificationItem } from '../../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { isItemDone } from '../../../shared/features/cases/conditions.ts';
import type { CallContext } from '../context.ts';
import { keepFile } from '../file-content.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { changeCase, demandOpenTo, demandSeenCase, requireCaseFor } from './change.ts';

/** @throws AppError `not-found` for an unknown item, `illegal-step` for one that passed its check. */
const openItem = (record: CaseRecord, itemId: string): { item: RectificationItem; number: number } => {
  const at = record.rectification.findIndex(({ id }) => id === itemId);
  const item = record.rectification[at];
  if (!item) throw new AppError('not-found', '找不到这项整改。');
  if (isItemDone(item)) throw new AppError('illegal-step', `第 ${String(at + 1)} 项整改已经销号。`);
  return { item, number: at + 1 };
};

const withItem = (record: CaseRecord, changed: RectificationItem): CaseRecord => ({
  ...record,
  rectification: record.rectification.map((item) => (item.id === changed.id ? changed : item)),
});

/** Keeps what was reported on an item, with its proofs as evidence of the case. */
export const reportRectification = async (
  input: z.output<typeof reportRectificationInput>,
  context: CallContext,
): Promise<CaseView> => {
  const { store, newId, today } = context;
  const seen = requireCaseFor(context, input.id);
  demandSeenCase(seen, input.rev);
  demandOpenTo(seen, 'reportRectification');
  const { number } = openItem(seen, input.itemId);
  demandPast('reportedOn', '报告日期', input.reportedOn, today);
  demandNotBefore('reportedOn', '报告日期', input.reportedOn, seen.decision?.decidedOn ?? '', '决定日期');
  const files = await Promise.all(
    input.files.map((file, at) => keepFile(store, file, `files.${String(at)}`)),
  );
  return changeCase(context, 'reportRectification', input, (record, tx) => {
    const { item } = openItem(record, input.itemId);
    const proofs = files.map((file) => ({
      id: newId(),
      title: `整改第 ${String(number)} 项：${file.name}`.slice(0, 60),
      kind: 'document' as const,
      form: 'copy' as const,
      origin: '整改责任人提交',
      collector: null,
      collectedOn: input.reportedOn,
      file,
      added: stampOf(tx),
    }));
    return {
      record: {
        ...withItem(record, {
          ...item,
          reports: [
            ...item.reports,
            { reportedOn: input.reportedOn, text: input.text, evidence: proofs.map(({ id }) => id) },
          ],
        }),
        evidence: [...record.evidence, ...proofs],
      },
      note: `第 ${String(number)} 项`,
    };
  });
};

/** Keeps the result of a check; an item that passed is closed and its term ends. */
export const checkRectification = (
  input: z.output<typeof checkRectificationInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('checkedOn', '复查日期', input.checkedOn, context.today);
  return changeCase(context, 'checkRectification', input, (record, tx) => {
    const { item, number } = openItem(record, input.itemId);
    demandNotBefore('checkedOn', '复查日期', input.checkedOn, record.decision?.decidedOn ?? '', '决定日期');
    const { checkedOn, passed, note } = input;
    return {
      record: {
        ...withItem(record, {
          ...item,
          checks: [...item.checks, { checkedOn, passed, note, checked: stampOf(tx) }],
        }),
        clocks: stopClocks(record.clocks, context.today, ({ itemId }) => passed && itemId === item.id),
      },
      note: `第 ${String(number)} 项${passed ? '合格，销号' : '不合格'}：${note}`,
    };
  });
};
