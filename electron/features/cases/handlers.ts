import type { casesChannels } from '../../../shared/features/cases/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { caseCollection } from './collections.ts';

const later = (): Promise<never> => Promise.reject(new AppError('illegal-step', '这一步还不能办理。'));

export const casesHandlers = {
  'cases.list': (_input, { store }) => ({
    cases: store.all(caseCollection).map((record) => ({
      id: record.id,
      number: record.number,
      state: record.state,
      matter: record.matter.name,
      summary: record.summary,
      people: record.subjects.map(({ name }) => name),
      occurredOn: record.occurredOn,
      registeredOn: record.registeredOn,
      measure: record.decision?.measure.name ?? null,
      paperNumber: record.paper?.number ?? null,
      nextClock: null,
    })),
  }),
  'cases.read': later,
  'cases.waiting': later,
  'cases.register': later,
  'cases.declareConflict': later,
  'cases.settleConflict': later,
  'cases.attachEvidence': later,
  'cases.readEvidence': later,
  'cases.establishFacts': later,
  'cases.notify': later,
  'cases.hearStatement': later,
  'cases.checkDecision': later,
  'cases.decide': later,
  'cases.previewPaper': later,
  'cases.issueNotice': later,
  'cases.voidNumber': later,
  'cases.recordService': later,
  'cases.reportRectification': later,
  'cases.checkRectification': later,
  'cases.close': later,
  'cases.withdraw': later,
  'cases.exportList': later,
  'cases.exportFile': later,
} satisfies Handlers<typeof casesChannels, CallContext>;
