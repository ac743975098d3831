/**
 * Pieces from one that makes them to one that takes them. The maker asks `room` before it makes more, so that what
 * waits in between stays small however slow the taker is.
 */
export interface Outflow {
  push(piece: Uint8Array): void;
  end(): void;
  fail(cause: unknown): void;
  /** Resolves once what was pushed has been taken. Rejects when nobody takes any more. */
  room(): Promise<void>;
  /** To be gone through once. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

export const createOutflow = (): Outflow => {
  const waiting: Uint8Array[] = [];
  let ended = false;
  let left = false;
  let failure: { readonly cause: unknown } | undefined;
  let wakeTaker: (() => void) | undefined;
  let wakeMaker: (() => void) | undefined;

  const change = (how: () => void): void => {
    how();
    wakeTaker?.();
  };

  async function* take(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const piece = waiting.shift();
        if (piece !== undefined) {
          yield piece;
          continue;
        }
        if (failure) throw failure.cause;
        if (ended) return;
        wakeMaker?.();
        await new Promise<void>((resolve) => (wakeTaker = resolve));
      }
    } finally {
      left = true;
      waiting.length = 0;
      wakeMaker?.();
    }
  }

  return {
    push: (piece) =>
      change(() => {
        if (!left) waiting.push(piece);
      }),
    end: () => change(() => void (ended = true)),
    fail: (cause) => change(() => void (failure ??= { cause })),
    async room() {
      while (!left && waiting.length > 0) await new Promise<void>((resolve) => (wakeMaker = resolve));
      if (left) throw new Error('nobody takes any more');
    },
    pieces: take(),
  };
};
