import type { z } from 'zod';
import type { OpenedFile } from '../../../shared/kernel/large-file.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import type { attachEvidenceInput } from '../../../shared/features/cases/inputs.ts';
import type { CallContext } from '../context.ts';
import { takeFile } from '../file-content.ts';
import { openStored } from '../opened-files.ts';
import { demandPast, stampOf } from '../record-acts.ts';
import { changeCase, demandOpenTo, demandSeenCase, requireCaseFor } from './change.ts';
import { personRef } from './people.ts';

/** Adds a file to a case; from then on it is known by its hash and cannot be exchanged unseen. */
export const attachEvidence = async (
  input: z.output<typeof attachEvidenceInput>,
  context: CallContext,
): Promise<CaseView> => {
  const before = requireCaseFor(context, input.id);
  demandSeenCase(before, input.rev);
  demandOpenTo(before, 'attachEvidence');
  if (input.collectedOn !== null) demandPast('collectedOn', '提取日期', input.collectedOn, context.today);
  return takeFile(context, input.file, 'file', (file) =>
    changeCase(context, 'attachEvidence', input, (record, tx) => ({
      record: {
        ...record,
        evidence: [
          ...record.evidence,
          {
            id: context.newId(),
            title: input.title,
            kind: input.kind,
            form: input.form,
            origin: input.origin,
            collector: input.collectorId === null ? null : personRef(tx, input.collectorId),
            collectedOn: input.collectedOn,
            file,
            added: stampOf(tx),
          },
        ],
      },
      note: input.title,
    })),
  );
};

/** @throws AppError `not-found` for unknown evidence, `storage` when the file is damaged. */
export const openEvidence = async (
  { id, evidenceId }: { id: string; evidenceId: string },
  context: CallContext,
): Promise<OpenedFile> => {
  const found = requireCaseFor(context, id).evidence.find((each) => each.id === evidenceId);
  if (!found) throw new AppError('not-found', '找不到这份证据。');
  return openStored(context, found.file);
};
