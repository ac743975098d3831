/**
 * 查询码 of an anonymous lead: four groups of four, from an alphabet without characters that are mistaken for one
 * another (0 O 1 I L). 31^16 codes are about 79 bits: nobody guesses one, however long he tries.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUP = 4;
const LENGTH = 16;
/** The largest multiple of the alphabet's length below 256: higher bytes would favour its first characters. */
const FAIR = Math.floor(256 / ALPHABET.length) * ALPHABET.length;

const grouped = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

/** A new code, `7K3M-QX9P-…`. `randomBytes` gives as many random bytes as it is asked for. */
export const newReceiptCode = (randomBytes: (count: number) => Uint8Array): string => {
  let code = '';
  while (code.length < LENGTH)
    for (const byte of randomBytes(LENGTH * 2))
      if (byte < FAIR && code.length < LENGTH) code += ALPHABET.charAt(byte % ALPHABET.length);
  return grouped(code);
};

/** Reads a code as people type it: any case, with or without dashes and blanks, in full or half width. Else undefined. */
export const readReceiptCode = (typed: string): string | undefined => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '');
  const known = code.length === LENGTH && Array.from(code).every((each) => ALPHABET.includes(each));
  return known ? grouped(code) : undefined;
};

export const receiptGroups = LENGTH / GROUP;
