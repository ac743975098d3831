import type { publicityChannels } from '../../../shared/features/publicity/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { storedFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { candidatesOf } from './candidates.ts';
import { requirePublicity } from './change.ts';
import { publicityCollection } from './collections.ts';
import { contentOf } from './content.ts';
import { exportList, publicityPaper } from './exports.ts';
import { readingOf } from './law.ts';
import { answerObjection, recordObjection } from './objections.ts';
import { overallOf } from './overall.ts';
import { finish, showPublicity, takeDown, termOf } from './run.ts';
import { addProof, createPublicity, discard, editPublicity } from './service.ts';
import { newestPublicities, publicityRow, publicityView } from './views.ts';

export const publicityHandlers = {
  'publicity.list': (_input, { store, today }) => ({
    publicities: newestPublicities(store.all(publicityCollection)).map((record) =>
      publicityRow(store, record, today),
    ),
  }),
  'publicity.ofCase': ({ caseId }, { store, today }) => ({
    publicities: newestPublicities(store.by(publicityCollection, 'case', caseId)).map((record) =>
      publicityRow(store, record, today),
    ),
  }),
  'publicity.read': ({ id }, context) => publicityView(requirePublicity(context.store, id), context),
  'publicity.candidates': ({ caseId }, { store }) => ({ candidates: candidatesOf(store, caseId) }),
  'publicity.overall': (period, { store }) => overallOf(store, period),
  'publicity.usual': (_input, { store }) => {
    const [last] = newestPublicities(store.all(publicityCollection));
    return (
      last?.content.contact ?? {
        department: '学校办公室',
        phone: readSchool(store).phone,
        how: '以书面形式实名提出，写明事实和依据。',
      }
    );
  },
  'publicity.term': (input, context) => termOf(context, input),
  'publicity.check': ({ content }, { store, newId }) =>
    readingOf(store, contentOf(store, content, newId), null),
  'publicity.create': createPublicity,
  'publicity.edit': editPublicity,
  'publicity.show': showPublicity,
  'publicity.addProof': addProof,
  'publicity.readProof': ({ id, hash }, { store }) => {
    const proof = requirePublicity(store, id).proofs.find((each) => each.hash === hash);
    if (!proof) throw new AppError('not-found', '找不到这份照片或材料。');
    return storedFile(store, proof);
  },
  'publicity.recordObjection': recordObjection,
  'publicity.answerObjection': answerObjection,
  'publicity.takeDown': takeDown,
  'publicity.finish': finish,
  'publicity.discard': discard,
  'publicity.paper': publicityPaper,
  'publicity.exportList': exportList,
} satisfies Handlers<typeof publicityChannels, CallContext>;
