import type { UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../../../shared/channels.ts';
import type { CallError } from '../../../api.ts';
import { useRecordCommand } from '../../../app/record-command.ts';

/** A command on a feedback, which is read anew when somebody else changed it meanwhile. */
export const useFeedbackCommand = <C extends Extract<ChannelName, `evaluation.${string}`>>(
  channel: C,
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> =>
  useRecordCommand(channel, 'evaluation.readFeedback');
