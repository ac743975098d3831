import type { UseQueryResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../../shared/channels.ts';
import { useCall } from '../../app/calls.ts';

/** Running terms; the last answer stays in view while another stretch of days is asked for. */
export const useDeadlines = (
  filter: ChannelInput<'deadlines.list'>,
): UseQueryResult<ChannelOutput<'deadlines.list'>> =>
  useCall('deadlines.list', filter, { keepPrevious: true });
