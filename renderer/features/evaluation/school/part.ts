import type { UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../../../shared/channels.ts';
import type { SelfEvaluationView } from '../../../../shared/features/evaluation/school/channels.ts';
import { call } from '../../../api.ts';
import type { CallError } from '../../../api.ts';
import { useRecordCommand } from '../../../app/record-command.ts';

/** What every part of the page is given. */
export interface PartProps {
  readonly view: SelfEvaluationView;
}

/** What every command names. */
export const targetOf = ({ cycleId, subject, rev }: SelfEvaluationView) => ({
  cycleId,
  subjectId: subject.id,
  rev,
});

/** A command on a self-evaluation, which is read anew when somebody else changed it meanwhile. */
export const useSchoolCommand = <C extends Extract<ChannelName, `evaluation.${string}`>>(
  channel: C,
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> =>
  useRecordCommand(channel, 'evaluation.readSelfEvaluation');

/** Opens a file that was filed with a self-evaluation. */
export const readFile =
  ({ cycleId, subject }: SelfEvaluationView) =>
  ({ hash }: { readonly hash: string }) =>
    call('evaluation.selfEvaluationFile', { cycleId, subjectId: subject.id, hash });
