import type { z } from 'zod';
import type { PublicityView } from '../../../shared/features/publicity/channels.ts';
import type {
  addProofInput,
  createPublicityInput,
  editPublicityInput,
} from '../../../shared/features/publicity/inputs.ts';
import type { Publicity, PublicityContent } from '../../../shared/features/publicity/schema.ts';
import { shownContent } from '../../../shared/features/publicity/shown.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import type { Target } from '../../../shared/kernel/entity.ts';
import { invalidField } from '../../../shared/kernel/result.ts';
import type { LawOverride } from '../../../shared/law/findings.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { bytesOf } from '../file-content.ts';
import { allocateNumber, voidNumber } from '../papers/index.ts';
import { stampOf } from '../record-acts.ts';
import { changePublicity, demandOpen, requirePublicity } from './change.ts';
import { publicityCollection } from './collections.ts';
import { contentOf } from './content.ts';
import { lawOf } from './law.ts';
import { publicityView } from './views.ts';

/** The warnings of a publicity that are gone past, with message and article as they stand now. */
export const overridesOf = (
  reader: Reader,
  content: PublicityContent,
  given: readonly LawOverride[],
): Publicity['overrides'] => {
  const warnings = lawOf(reader, content).filter(({ level }) => level === 'warn');
  return given.flatMap(({ ruleId, reason }) => {
    const finding = warnings.find((each) => each.ruleId === ruleId);
    return finding ? [{ ruleId, message: finding.message, article: finding.article, reason }] : [];
  });
};

/** Drafts a publicity and gives it its number. */
export const createPublicity = async (
  { content: draft, overrides }: z.output<typeof createPublicityInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, actor, channel, newId, today } = context;
  const created = await store.transact({ actor, act: channel }, (tx) => {
    const id = newId();
    const content = contentOf(tx, draft, newId);
    const number = allocateNumber(
      tx,
      newId,
      { kind: 'publicity', prefix: '公示', year: yearOf(today) },
      { title: shownContent(content).title, caseId: id },
    );
    return tx.insert(publicityCollection, {
      id,
      number: number.number,
      numberId: number.id,
      state: 'draft',
      content,
      createdBy: tx.actor,
      createdOn: today,
      run: null,
      overrides: overridesOf(tx, content, overrides),
      objections: [],
      takedown: null,
      result: null,
      proofs: [],
      papers: { notice: null, result: null },
      history: [{ made: stampOf(tx), what: '草拟公示', note: number.number }],
    });
  });
  return publicityView(created, context);
};

export const editPublicity = (
  { content: draft, overrides, ...target }: z.output<typeof editPublicityInput>,
  context: CallContext,
): Promise<PublicityView> =>
  changePublicity(context, 'edit', target, (record, tx) => {
    const content = contentOf(tx, draft, context.newId);
    return {
      record: { ...record, content, overrides: overridesOf(tx, content, overrides) },
      note: shownContent(content).title,
    };
  });

/** Larger pictures belong on a disk of their own. */
const LARGEST = 20 * 1024 * 1024;

export const addProof = async (
  input: z.output<typeof addProofInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const seen = requirePublicity(context.store, input.id);
  demandOpen(seen, 'addProof', input.rev);
  const bytes = bytesOf(input.file);
  if (bytes.byteLength === 0) throw invalidField('file', `“${input.file.name}”是空文件，请重新选择。`);
  if (bytes.byteLength > LARGEST)
    throw invalidField('file', `“${input.file.name}”超过 20 MB，请压缩后再添加。`);
  const { name, mime } = input.file;
  const ref = { hash: await context.store.putFile(bytes), name, mime, size: bytes.byteLength };
  if (seen.proofs.some(({ hash }) => hash === ref.hash))
    throw invalidField('file', `“${name}”已经添加过，内容完全相同。`);
  return changePublicity(context, 'addProof', input, (record) => ({
    record: { ...record, proofs: [...record.proofs, ref] },
    note: name,
  }));
};

/** Removes a draft that nobody has seen; its number stays in the register as void. */
export const discard = async (target: Target, context: CallContext): Promise<{ number: string }> => {
  const { store, actor, channel } = context;
  return store.transact({ actor, act: channel }, (tx) => {
    const record = requirePublicity(tx, target.id);
    demandOpen(record, 'discard', target.rev);
    voidNumber(tx, record.numberId, '草稿删除，未公示');
    tx.remove(publicityCollection, record.id, record.rev);
    return { number: record.number };
  });
};
