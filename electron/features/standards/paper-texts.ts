import { inForce, shippedOf, type PaperText } from '../../../shared/features/standards/schema.ts';
import type { PaperTextContent } from '../../../shared/features/standards/paper-text.ts';
import { slotFaults } from '../../../shared/features/standards/slots.ts';
import { fineIn, payCutIn } from '../../../shared/law/wording.ts';
import type { Target } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { paperTextCollection } from './collections.ts';
import { demandFlawless, withVersion, type StandardsEdit } from './versions.ts';
import { commit } from '../record-acts.ts';

/** @throws Error for a text that never came with the program: the seed brings all of them. */
const shippedText = (text: PaperText): PaperTextContent => {
  const shipped = shippedOf(text);
  if (!shipped) throw new Error(`text ${text.id} has no shipped version`);
  return shipped;
};

/** How many days somebody has to object, as a text says it; null where it says nothing of the kind. */
const daysToObject = (text: string): string | null => /[0-9]+\s*(个工作)?日内/.exec(text)?.[0] ?? null;

/**
 * Words a text of the papers otherwise. Its blanks stay, and where it tells how to object the days stay as well.
 *
 * @throws AppError `unlawful` for a fine, a pay cut or a paper that would no longer tell how to object.
 */
export const editPaperText = (
  { id, rev, text, why }: StandardsEdit & { text: string },
  context: CallContext,
): Promise<PaperText> =>
  commit(context, (tx) => {
    const before = tx.require(paperTextCollection, id, '文书用语');
    const shipped = shippedText(before);
    const { lost, unknown } = slotFaults(text, shipped.text);
    if (lost.length > 0) throw invalidField('text', `请保留${lost.join('、')}，印发时会填入具体内容。`);
    if (unknown.length > 0) throw invalidField('text', `程序不认识${unknown.join('、')}，请用文字写明。`);
    const days = daysToObject(shipped.text);
    const word = fineIn(text) ?? payCutIn(text);
    demandFlawless(tx, [
      ...(days !== null && daysToObject(text) === null
        ? [
            {
              path: 'text',
              message: `请保留“${days}”这样的期限，文书要写明向谁、在多少日内提出。`,
              ground: 'sanction-rules-notice',
            },
          ]
        : []),
      ...(word === undefined
        ? []
        : [
            {
              path: 'text',
              message: `“${word}”不能写进文书，学校没有这项权力。`,
              ground: 'penalties-law-17',
            },
          ]),
    ]);
    const content = { ...inForce(before).content, text };
    const versions = withVersion(tx, before.versions, content, why);
    return tx.replace(paperTextCollection, { ...before, rev, versions });
  });

/** Puts a text back as it came with the program. @throws AppError `illegal-step` when it is so already. */
export const resetPaperText = ({ id, rev }: Target, context: CallContext): Promise<PaperText> =>
  commit(context, (tx) => {
    const before = tx.require(paperTextCollection, id, '文书用语');
    const shipped = shippedText(before);
    if (inForce(before).content.text === shipped.text)
      throw new AppError('illegal-step', '这段用语就是随程序提供的内容，不需要恢复。');
    const versions = withVersion(tx, before.versions, shipped, '恢复随程序提供的内容');
    return tx.replace(paperTextCollection, { ...before, rev, versions });
  });
