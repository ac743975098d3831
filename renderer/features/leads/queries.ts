import type { UseQueryResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../../shared/channels.ts';
import { useCall } from '../../app/calls.ts';

export const useLeads = (): UseQueryResult<ChannelOutput<'leads.list'>> => useCall('leads.list', {});

export const useLead = (id: string): UseQueryResult<ChannelOutput<'leads.read'>> =>
  useCall('leads.read', { id });

/** Leads that may tell of the same; the last answer stays while the next one is under way. */
export const useSimilar = (
  input: ChannelInput<'leads.similar'>,
  enabled: boolean,
): UseQueryResult<ChannelOutput<'leads.similar'>> =>
  useCall('leads.similar', input, { enabled, keepPrevious: true });
