import { z } from 'zod';
import type {
  Access,
  ChannelMap,
  ChannelSpec,
  Handler,
  HandlerOutputOf,
  Handlers,
  ParsedInputOf,
} from '../../shared/kernel/channel.ts';
import { AppError, type FieldIssue } from '../../shared/kernel/result.ts';
import type { CallContext } from '../features/context.ts';

/** A handler joined to its channel: outside data goes in unchecked, and only checked data comes out. */
export interface Bound<C = CallContext> {
  readonly kind: ChannelSpec['kind'];
  readonly access: Access;
  /** Parses, handles, checks the answer. Throws AppError('invalid') with the fields at fault. */
  run(raw: unknown, context: C): Promise<unknown>;
}

export type Registry<C = CallContext> = ReadonlyMap<string, Bound<C>>;

/** Issues of a schema as the screens show them: dotted path and Chinese sentence. */
export const fieldIssues = (error: z.core.$ZodError): FieldIssue[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));

const summary = (fields: readonly FieldIssue[]): string => {
  const [first] = fields;
  if (!first) return '填写的内容不符合要求，请检查后重试。';
  const more = fields.length > 1 ? `（另有 ${String(fields.length - 1)} 处）` : '';
  return `${first.message}${more}`;
};

const bind = <S extends ChannelSpec, C>(spec: S, handler: Handler<S, C>): Bound<C> => ({
  kind: spec.kind,
  access: spec.access,
  async run(raw, context) {
    const input = z.safeParse<S['input']>(spec.input, raw);
    if (!input.success) {
      const fields = fieldIssues(input.error);
      throw new AppError('invalid', summary(fields), { fields });
    }
    const parsed: ParsedInputOf<S> = input.data;
    const answer: HandlerOutputOf<S> = await handler(parsed, context);
    return z.parse(spec.output, answer);
  },
});

const isKeyOf = <T extends object>(object: T, key: PropertyKey): key is keyof T => Object.hasOwn(object, key);

/** Joins a feature's channels to its handlers. Two features with the same channel name are a defect: it throws. */
export const register = <M extends ChannelMap<M>, C = CallContext>(
  registry: Map<string, Bound<C>>,
  specs: M,
  handlers: Handlers<M, C>,
): void => {
  for (const name of Object.keys(specs)) {
    if (!isKeyOf(specs, name)) continue;
    if (registry.has(name)) throw new Error(`channel declared twice: ${name}`);
    registry.set(name, bind(specs[name], handlers[name]));
  }
};
