import { z } from 'zod';
import {
  channels,
  type ChannelInput,
  type ChannelName,
  type ChannelOutput,
  type Channels,
} from '../../shared/channels.ts';
import type { ChannelSpec, OutputOf } from '../../shared/kernel/channel.ts';
import type { App } from '../app/create-app.ts';

/** One person of the demo school at a screen: everything is done through the declared channels. */
export interface Caller {
  /** @throws Error naming the channel and the refusal: a demo school that is refused something is a defect. */
  call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>>;
}

const readOutput = <S extends ChannelSpec>(spec: S, value: unknown): OutputOf<S> =>
  z.parse<S['output']>(spec.output, value);

/** A new session with nobody logged in. */
export const callerOf = (app: App): Caller => {
  const session = app.connect();
  return {
    async call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>> {
      const result = await app.call(channel, input, session);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return readOutput<Channels[C]>(channels[channel], result.value);
    },
  };
};
