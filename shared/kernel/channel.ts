import type { z } from 'zod';
import type { Permission } from '../features/accounts/permissions.ts';

/**
 * Who may call: `public` before anybody is logged in (wizard, login), `signed-in` any unlocked user,
 * otherwise the permission that the user's roles must include.
 */
export type Access = 'public' | 'signed-in' | Permission;

/** One channel: the whole agreement between a screen and a service. */
export interface ChannelSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** A query changes nothing and may be repeated; a command writes and is journalled. */
  readonly kind: 'query' | 'command';
  readonly access: Access;
  readonly input: I;
  readonly output: O;
}

/** A feature's channels by name. Self-referring, so that a name known to be there is never `undefined`. */
export type ChannelMap<M> = { readonly [K in keyof M]: ChannelSpec };

interface Declaration<I extends z.ZodType, O extends z.ZodType> {
  readonly access: Access;
  readonly input: I;
  readonly output: O;
}

export const query = <I extends z.ZodType, O extends z.ZodType>(
  spec: Declaration<I, O>,
): ChannelSpec<I, O> => ({ kind: 'query', ...spec });

export const command = <I extends z.ZodType, O extends z.ZodType>(
  spec: Declaration<I, O>,
): ChannelSpec<I, O> => ({ kind: 'command', ...spec });

/** What a caller passes (before defaults are filled in). */
export type InputOf<S extends ChannelSpec> = z.input<S['input']>;
/** What a handler receives (parsed, defaults filled in). */
export type ParsedInputOf<S extends ChannelSpec> = z.output<S['input']>;
/** What a caller gets. */
export type OutputOf<S extends ChannelSpec> = z.output<S['output']>;
/** What a handler returns. */
export type HandlerOutputOf<S extends ChannelSpec> = z.input<S['output']>;

/**
 * The handlers of a feature, checked with `satisfies Handlers<typeof channels, Context>`:
 * a missing, misspelt or wrongly typed handler does not compile.
 */
export type Handler<S extends ChannelSpec, Context> = (
  input: ParsedInputOf<S>,
  context: Context,
) => HandlerOutputOf<S> | Promise<HandlerOutputOf<S>>;

export type Handlers<M extends ChannelMap<M>, Context> = {
  readonly [K in keyof M]: Handler<M[K], Context>;
};
