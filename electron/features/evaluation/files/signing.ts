import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { entityShape } from '../../../../shared/kernel/entity.ts';
import { defineCollection, type Reader, type Store } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';

/** The school's own key with which electronic score sheets are signed: one record, made when the first are handed out. */
export const bookKeyCollection = defineCollection({
  name: 'scoreSheetKeys',
  schema: z.object({ ...entityShape, secret: z.base64() }),
  indexes: {},
  unique: [],
  duplicateMessage: () => '电子评分表的签名已经建立，请重试。',
});

const THE_ONE = 'score-sheets';
const BYTES = 32;

const secretOf = (reader: Reader): string | undefined => reader.get(bookKeyCollection, THE_ONE)?.secret;

const mark = (secret: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(text, 'utf8').digest();

/** What signs a text (hexadecimal). Makes the school's key at the first time. */
export const bookSigner = async ({
  store,
  actor,
  channel,
}: Pick<CallContext, 'store' | 'actor' | 'channel'>): Promise<(text: string) => string> => {
  const held = secretOf(store);
  const secret =
    held ??
    (await store.transact({ actor, act: channel }, (tx) => {
      // Two hand-outs at once: the second finds the first one's key.
      const meanwhile = secretOf(tx);
      if (meanwhile !== undefined) return meanwhile;
      return tx.insert(bookKeyCollection, { id: THE_ONE, secret: randomBytes(BYTES).toString('base64') })
        .secret;
    }));
  return (text) => mark(secret, text).toString('hex');
};

/** Whether a signature is this school's for a text; false as long as it has handed out none. */
export const bookSignatureFits = (store: Store, text: string, signature: string): boolean => {
  const secret = secretOf(store);
  if (secret === undefined) return false;
  const [own, other] = [mark(secret, text), Buffer.from(signature, 'hex')];
  return own.byteLength === other.byteLength && timingSafeEqual(own, other);
};
