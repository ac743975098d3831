import type { publicityChannels } from '../../../shared/features/publicity/channels.ts';
import { shownItems } from '../../../shared/features/publicity/shown.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { storedFile } from '../file-content.ts';
import { candidatesOf, overallOf } from './candidates.ts';
import { requirePublicity } from './change.ts';
import { publicityCollection } from './collections.ts';
import { exportList, publicityPaper } from './exports.ts';
import { lawOf } from './law.ts';
import {
  addProof,
  answerObjection,
  contentOf,
  createPublicity,
  discard,
  editPublicity,
  finish,
  recordObjection,
  showPublicity,
  takeDown,
} from './service.ts';
import { publicityRow, publicityView } from './views.ts';

export const publicityHandlers = {
  'publicity.list': (_input, { store, today }) => ({
    publicities: [...store.all(publicityCollection)]
      .sort((a, b) =>
        a.createdOn === b.createdOn
          ? b.number.localeCompare(a.number, 'zh-CN', { numeric: true })
          : a.createdOn < b.createdOn
            ? 1
            : -1,
      )
      .map((record) => publicityRow(record, today)),
  }),
  'publicity.read': ({ id }, context) => publicityView(requirePublicity(context.store, id), context),
  'publicity.candidates': ({ caseId }, { store }) => ({ candidates: candidatesOf(store, caseId) }),
  'publicity.overall': (period, { store }) => overallOf(store, period),
  'publicity.check': ({ content }, { store, newId }) => {
    const whole = contentOf(content, newId);
    return { findings: lawOf(store, whole), shown: shownItems(whole) };
  },
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
