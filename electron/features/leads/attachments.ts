import type { z } from 'zod';
import type { attachInput } from '../../../shared/features/leads/inputs.ts';
import type { Lead } from '../../../shared/features/leads/schema.ts';
import type { OpenedFile } from '../../../shared/kernel/large-file.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { stampOf } from '../record-acts.ts';
import { changeLead, demandOpen, requireLead } from './change.ts';
import { leadSourceCollection } from './collections.ts';
import { takeFile } from '../file-content.ts';
import { openStored } from '../opened-files.ts';

/**
 * Adds a file; from then on it is known by its hash. One that would give the source away goes to the source.
 *
 * @throws AppError `invalid` when such a file has no source to be kept with.
 */
export const attach = async (input: z.output<typeof attachInput>, context: CallContext): Promise<Lead> => {
  const { store, newId } = context;
  demandOpen(requireLead(store, input.id, context), 'attach', input.rev, context);
  return takeFile(context, input.file, 'file', (file) =>
    changeLead(context, 'attach', input, (lead, tx) => {
      if (!input.reveals)
        return {
          lead: { ...lead, attachments: [...lead.attachments, { id: newId(), file, added: stampOf(tx) }] },
          note: `附件 ${String(lead.attachments.length + 1)}`,
        };
      const [source] = tx.by(leadSourceCollection, 'lead', lead.id);
      if (!source) {
        if (lead.replyTo === 'code')
          throw new AppError('invalid', '匿名线索没有来源可以存放这份材料，请先遮去能看出身份的部分。');
        tx.insert(leadSourceCollection, {
          id: newId(),
          leadId: lead.id,
          name: '',
          contact: '',
          note: '',
          files: [{ id: newId(), file }],
          added: stampOf(tx),
        });
      } else tx.replace(leadSourceCollection, { ...source, files: [...source.files, { id: newId(), file }] });
      return { lead, note: '材料存入来源，另行保管' };
    }),
  );
};

/** @throws AppError `not-found` for an unknown attachment, `storage` when it is damaged. */
export const openAttachment = async (
  { id, attachmentId }: { id: string; attachmentId: string },
  context: CallContext,
): Promise<OpenedFile> => {
  const found = requireLead(context.store, id, context).attachments.find((each) => each.id === attachmentId);
  if (!found) throw new AppError('not-found', '找不到这份附件。');
  return openStored(context, found.file);
};
