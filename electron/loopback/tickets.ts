import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits that fit into an address and a cookie. */
const secret = (): string => randomBytes(32).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** One-time tokens for addresses. Only digests are kept, and compared in constant time. */
export interface Tickets {
  issue(): string;
  /** True once for each issued token. */
  redeem(token: string): boolean;
}

export const createTickets = (): Tickets => {
  let open: Buffer[] = [];
  return {
    issue() {
      const token = secret();
      open.push(digest(token));
      return token;
    },
    redeem(token) {
      const asked = digest(token);
      const found = open.find((each) => timingSafeEqual(each, asked));
      open = open.filter((each) => each !== found);
      return found !== undefined;
    },
  };
};

/** What each browser's cookie stands for. */
export interface Visitors<V> {
  /** Admits a browser and returns the value of its cookie. */
  admit(visitor: V): string;
  find(cookieHeader: string | undefined): V | undefined;
  /** The Set-Cookie header: unseen by scripts, never sent from another site, gone with the browser. */
  header(value: string): string;
}

/** Cookies know no ports: the name carries it, or two servers on one machine would overwrite each other's. */
export const createVisitors = <V>(port: number): Visitors<V> => {
  const name = `mingze-${String(port)}`;
  const visitors = new Map<string, V>();
  const keyOf = (value: string): string => digest(value).toString('hex');
  return {
    admit(visitor) {
      const value = secret();
      visitors.set(keyOf(value), visitor);
      return value;
    },
    find(cookieHeader) {
      for (const pair of (cookieHeader ?? '').split(';')) {
        const at = pair.indexOf('=');
        if (at < 0 || pair.slice(0, at).trim() !== name) continue;
        const visitor = visitors.get(keyOf(pair.slice(at + 1).trim()));
        if (visitor !== undefined) return visitor;
      }
      return undefined;
    },
    header: (value) => `${name}=${value}; HttpOnly; SameSite=Strict; Path=/`,
  };
};
