import type { evaluationChannels } from '../../../shared/features/evaluation/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';

const waiting = (): never => {
  throw new AppError('not-found', '没有这项功能,请更新程序后重试。');
};

export const evaluationHandlers = {
  'evaluation.systems': waiting,
  'evaluation.readSystem': waiting,
  'evaluation.library': waiting,
  'evaluation.adoptFromLibrary': waiting,
  'evaluation.createSystem': waiting,
  'evaluation.saveVersion': waiting,
  'evaluation.newVersion': waiting,
  'evaluation.cycles': waiting,
  'evaluation.readCycle': waiting,
  'evaluation.waiting': waiting,
  'evaluation.candidates': waiting,
  'evaluation.raterAccounts': waiting,
  'evaluation.createCycle': waiting,
  'evaluation.savePlan': waiting,
  'evaluation.setSubjects': waiting,
  'evaluation.start': waiting,
  'evaluation.scoreSheet': waiting,
  'evaluation.saveScores': waiting,
  'evaluation.results': waiting,
  'evaluation.explain': waiting,
  'evaluation.confirm': waiting,
  'evaluation.reopen': waiting,
  'evaluation.exportSheet': waiting,
  'evaluation.exportResults': waiting,
} satisfies Handlers<typeof evaluationChannels, CallContext>;
