import type { UseQueryResult } from '@tanstack/react-query';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { useCall } from '../../app/calls.ts';

export const useAccounts = (): UseQueryResult<ChannelOutput<'accounts.list'>> => useCall('accounts.list', {});
