import type { Paper } from '../../../documents/word/model.ts';
import { serviceLacking } from '../../cases/index.ts';
import { correctionPaper } from './correction.ts';
import { decisionPaper, minutesPaper } from './decision.ts';
import {
  acceptancePaper,
  applicationPaper,
  completionPaper,
  extensionPaper,
  refusalPaper,
} from './notices.ts';
import { servedIn, servicePaper } from './service.ts';
import type { AppealPaperFacts, AppealPaperSource } from './source.ts';

/** A paper of an appeal as plain data. @throws AppError `illegal-step` while there is nothing to print. */
export const makePaper = (source: AppealPaperSource): Paper => {
  switch (source.paper.form) {
    case 'application':
      return applicationPaper(source);
    case 'completion':
      return completionPaper(source);
    case 'acceptance':
      return acceptancePaper(source);
    case 'refusal':
      return refusalPaper(source);
    case 'extension':
      return extensionPaper(source);
    case 'minutes':
      return minutesPaper(source);
    case 'decision':
      return decisionPaper(source);
    case 'correction':
      return correctionPaper(source);
    case 'service-record':
      return servicePaper(source);
  }
};

const blank = (text: string | undefined, label: string): string[] =>
  (text ?? '').trim() === '' ? [label] : [];

/**
 * Mandatory fields that are still blank, in words: 申请人, 收到日, 理由 for notices; 请求, 原决定, 查明事实, 理由, 结果 and 下一步救济 for
 * the decision.
 */
export const lackingOf = ({ appeal, record, school, paper }: AppealPaperFacts): string[] => {
  const { form } = paper;
  if (form === 'service-record') return serviceLacking(servedIn({ appeal, paper }));
  const { decision } = appeal;
  const numbered = form !== 'application' && form !== 'minutes';
  return [
    ...blank(appeal.applicant.name, '申请人'),
    ...blank(appeal.requests, '请求事项'),
    ...blank(school.authority, '下一步救济的受理机关'),
    ...(numbered ? blank(paper.number ?? '', '文号') : []),
    ...(form === 'refusal' ? blank(appeal.admission?.reason, '不予受理的理由') : []),
    ...(form === 'completion' ? blank(appeal.completion?.lacking, '需要补正的内容') : []),
    ...(form === 'decision'
      ? [
          ...blank(record.facts, '原决定认定的事实'),
          ...blank(decision?.facts, '查明的事实'),
          ...blank(decision?.reason, '理由'),
          ...(decision ? [] : ['维持、变更或者撤销的结果']),
        ]
      : []),
    ...(form === 'correction' && (paper.former?.reached.length ?? 0) === 0 ? ['通知的对象'] : []),
  ];
};
