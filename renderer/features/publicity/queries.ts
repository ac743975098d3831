import type { UseQueryResult } from '@tanstack/react-query';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { useCall } from '../../app/calls.ts';

export const usePublicities = (): UseQueryResult<ChannelOutput<'publicity.list'>> =>
  useCall('publicity.list', {});

export const usePublicity = (id: string): UseQueryResult<ChannelOutput<'publicity.read'>> =>
  useCall('publicity.read', { id });
