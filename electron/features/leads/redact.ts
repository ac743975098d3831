import type { z } from 'zod';
import type { copyInput, redactInput } from '../../../shared/features/leads/inputs.ts';
import type { Lead } from '../../../shared/features/leads/schema.ts';
import { mapTexts } from '../../../shared/features/leads/texts.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { BLOCK, blackOut } from '../../../shared/kernel/masking.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { stampOf } from '../record-acts.ts';
import { changeLead, requireLead } from './change.ts';
import { leadNoteCollection } from './collections.ts';
import { DOCX, fileOf } from '../file-content.ts';
import { redactedCopy } from './papers.ts';

/** How many places of a text were blacked out: runs of blocks that were not there before. */
const placesIn = (before: string, after: string): number => {
  const runs = (text: string): number => text.split(/■+/u).length - 1;
  return before === after ? 0 : Math.max(1, runs(after) - runs(before));
};

/**
 * 临时遮盖: a Word copy of what was reported, with words blacked out. The lead stays as it is; that a copy was made,
 * for what and by whom, is put on record before it is handed over.
 */
export const makeCopy = async (
  { id, phrases, purpose }: z.output<typeof copyInput>,
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock } = context;
  const seen = requireLead(store, id, context);
  const lead = await changeLead(context, 'copy', { id, rev: seen.rev }, (held) => ({
    lead: held,
    note: `遮盖 ${String(phrases.length)} 处词句。用途：${blackOut(purpose, phrases)}`,
  }));
  const model = redactedCopy(readSchool(store), lead, {
    hide: (text) => blackOut(text, phrases),
    purpose: blackOut(purpose, phrases),
    createdAt: instantOfMs(clock.now()),
  });
  return fileOf(`${lead.number} 遮盖副本.docx`, DOCX, await renderWord(model));
};

/**
 * 永久遮盖: words of the lead and of its notes replaced by blocks for good. Only who, when and why is kept of it, with
 * the number of places.
 *
 * @throws AppError `invalid` when none of the words stands anywhere.
 */
export const redact = (input: z.output<typeof redactInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'redact', input, (lead, tx) => {
    let places = 0;
    const hide = (text: string): string => {
      const hidden = blackOut(text, input.phrases);
      places += placesIn(text, hidden);
      return hidden;
    };
    const hidden = mapTexts(lead, hide);
    for (const note of tx.by(leadNoteCollection, 'lead', lead.id)) {
      const text = hide(note.text);
      if (text !== note.text) tx.replace(leadNoteCollection, { ...note, text });
    }
    if (places === 0) throw new AppError('invalid', '线索里没有找到要遮盖的词句，请核对后再试。');
    const reason = blackOut(input.reason, input.phrases);
    return {
      lead: {
        ...hidden,
        redactions: [...hidden.redactions, { reason, places, made: stampOf(tx) }],
      },
      note: `遮盖 ${String(places)} 处（${BLOCK}）：${reason}`,
    };
  });
