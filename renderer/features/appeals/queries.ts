import type { UseQueryResult } from '@tanstack/react-query';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { useCall } from '../../app/calls.ts';

export const useAppeals = (): UseQueryResult<ChannelOutput<'appeals.list'>> => useCall('appeals.list', {});

export const useAppeal = (id: string): UseQueryResult<ChannelOutput<'appeals.read'>> =>
  useCall('appeals.read', { id });

/** What of a case may be complained of; not asked before a case is chosen. */
export const useComplaints = (caseId: string): UseQueryResult<ChannelOutput<'appeals.begin'>> =>
  useCall('appeals.begin', { caseId }, { enabled: caseId !== '' });
