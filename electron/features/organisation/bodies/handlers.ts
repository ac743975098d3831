import type { bodyChannels } from '../../../../shared/features/organisation/bodies/channels.ts';
import type { Body } from '../../../../shared/features/organisation/bodies/schema.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { bodiesPaper, exportBodies } from './papers.ts';
import {
  appoint,
  dissolveBody,
  editMember,
  endMember,
  requireBody,
  restoreBody,
  saveBody,
} from './service.ts';
import { bodiesInOrder, bodyRow, bodyView } from './views.ts';

const seen = async (context: CallContext, body: Promise<Body>) =>
  bodyView(context.store, await body, context.today);

export const bodyHandlers = {
  'organisation.bodies': (_input, { store, today }) => ({
    bodies: bodiesInOrder(store).map((body) => bodyRow(store, body, today)),
  }),
  'organisation.readBody': ({ id, day }, { store, today }) =>
    bodyView(store, requireBody(store, id), day ?? today),
  'organisation.saveBody': (input, context) => seen(context, saveBody(context, input)),
  'organisation.appoint': (input, context) => seen(context, appoint(context, input)),
  'organisation.editMember': (input, context) => seen(context, editMember(context, input)),
  'organisation.endMember': (input, context) => seen(context, endMember(context, input)),
  'organisation.dissolveBody': (input, context) => seen(context, dissolveBody(context, input)),
  'organisation.restoreBody': (input, context) => seen(context, restoreBody(context, input)),
  'organisation.bodiesPaper': bodiesPaper,
  'organisation.exportBodies': exportBodies,
} satisfies Handlers<typeof bodyChannels, CallContext>;
