import type { Proposal } from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { SheetFacts } from '../../../../../shared/features/evaluation/feedback/views.ts';
import type { Cycle, Subject } from '../../../../../shared/features/evaluation/schema.ts';
import { fields, opinion, row } from '../../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../../documents/word/model.ts';
import { totalText } from '../facts.ts';
import { subjectRows, subjectValues } from './parts.ts';
import type { ReadyPaper } from './ready.ts';

/** 奖励建议表, with room for the opinions that decide about it. */
export const rewardPaper = (
  school: string,
  cycle: Cycle,
  subject: Subject,
  facts: Pick<SheetFacts, 'grade' | 'total'>,
  proposal: Extract<Proposal, { kind: 'reward' }>,
): PlainForm => ({
  form: 'plain',
  issuer: school,
  title: '奖励建议表',
  body: [
    fields(
      ...subjectRows(cycle, subject),
      row(['考核等次', facts.grade], ['总分', totalText(facts.total)]),
      row(['建议的奖励', proposal.reward]),
      opinion('主要事迹', proposal.text, { lines: 7 }),
      opinion('考核组织部门意见', '', { sign: '负责人（签名）：', lines: 3 }),
      opinion('集体研究意见', '', { sign: '负责人（签名）：', lines: 3 }),
      opinion('学校意见', '', { sign: '校长（签名）：', lines: 3 }),
    ),
  ],
  draft: false,
  properties: {
    title: `${cycle.name}奖励建议表 ${subject.name}`,
    author: school,
    createdAt: proposal.made.at,
  },
});

/** The proposal with what it says, for the school's own form. */
export const readyReward = (
  school: string,
  cycle: Cycle,
  subject: Subject,
  facts: Pick<SheetFacts, 'grade' | 'total'>,
  proposal: Extract<Proposal, { kind: 'reward' }>,
): ReadyPaper => ({
  code: 'evaluation-reward',
  model: rewardPaper(school, cycle, subject, facts, proposal),
  values: {
    ...subjectValues(cycle, subject),
    考核等次: facts.grade,
    总分: totalText(facts.total),
    建议的奖励: proposal.reward,
    主要事迹: proposal.text,
    学校全称: school,
  },
});
