import type { UseQueryResult } from '@tanstack/react-query';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { useCall } from '../../app/calls.ts';

export const useCases = (): UseQueryResult<ChannelOutput<'cases.list'>> => useCall('cases.list', {});

export const useCase = (id: string): UseQueryResult<ChannelOutput<'cases.read'>> =>
  useCall('cases.read', { id });
