import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import type { Account } from '../../../shared/features/accounts/schema.ts';

type Secret = Account['secret'];

/** What new passwords are hashed with: about 32 MB and a tenth of a second each (OWASP Password Storage). */
const COST = { n: 2 ** 15, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = (
  password: string,
  salt: Buffer,
  length: number,
  { n, r, p }: Pick<Secret, 'n' | 'r' | 'p'>,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // The same password may be typed with composed or decomposed letters.
    scrypt(password.normalize('NFKC'), salt, length, { N: n, r, p, maxmem: 256 * n * r }, (cause, key) =>
      cause ? reject(cause) : resolve(key),
    );
  });

/** Hashes a password with a salt of its own. */
export const hashPassword = async (password: string): Promise<Secret> => {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, HASH_BYTES, COST);
  return { algorithm: 'scrypt', ...COST, salt: salt.toString('base64'), hash: key.toString('base64') };
};

/** Stands in for the secret of an account that does not exist: refusing takes as long as a wrong password. */
const nobodysSecret: Secret = {
  algorithm: 'scrypt',
  ...COST,
  salt: randomBytes(SALT_BYTES).toString('base64'),
  hash: randomBytes(HASH_BYTES).toString('base64'),
};

/** True when the password is the one behind `secret`; always false without a secret, after the same work. */
export const isPassword = async (password: string, secret: Secret | undefined): Promise<boolean> => {
  const against = secret ?? nobodysSecret;
  const expected = Buffer.from(against.hash, 'base64');
  const key = await derive(password, Buffer.from(against.salt, 'base64'), expected.length, against);
  return timingSafeEqual(key, expected) && secret !== undefined;
};

/** True when the hash was made with weaker or other parameters than new ones are. */
export const isOutdated = ({ n, r, p }: Secret): boolean => n !== COST.n || r !== COST.r || p !== COST.p;

/** No letters or digits that are mistaken for one another when read aloud or from paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password for one use, in three groups of four: about 59 bits. */
export const temporaryPassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => READABLE.charAt(randomInt(READABLE.length))).join(''),
  ).join('-');
