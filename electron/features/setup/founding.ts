import type { Account } from '../../../shared/features/accounts/schema.ts';
import type { foundingChannels } from '../../../shared/features/setup/channels.ts';
import type { ParsedInputOf } from '../../../shared/kernel/channel.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import {
  createFirstAdministrator,
  founder,
  prepareFirstAdministrator,
  someoneCanLogIn,
} from '../accounts/index.ts';
import type { CallContext } from '../context.ts';
import { insertSchool } from '../organisation/index.ts';
import { loadStandards, seedStandards } from '../standards/index.ts';

const demandUnfounded = (reader: Reader): void => {
  if (someoneCanLogIn(reader)) {
    throw new AppError('forbidden', '这个数据文件夹里已经建立了学校，请直接登录。');
  }
};

/**
 * Founds the school of an empty data folder: profile, first administrator and the shipped standards, all or nothing.
 * Signed by the administrator whom it makes.
 *
 * @throws AppError `forbidden` as soon as somebody can log in here.
 */
export const foundSchool = async (
  { store, newId, resourcesDir, channel }: CallContext,
  { school, administrator }: ParsedInputOf<(typeof foundingChannels)['setup.createSchool']>,
): Promise<Account> => {
  demandUnfounded(store);
  const library = await loadStandards(resourcesDir);
  const first = await prepareFirstAdministrator(newId(), administrator);
  return store.transact({ actor: founder(first), act: channel }, (tx) => {
    demandUnfounded(tx);
    insertSchool(tx, newId, school);
    seedStandards(tx, library);
    return createFirstAdministrator(tx, first);
  });
};
