import type { Feedback } from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { SheetFacts } from '../../../../../shared/features/evaluation/feedback/views.ts';
import type { Cycle, Subject } from '../../../../../shared/features/evaluation/schema.ts';
import { formatDay } from '../../../../../shared/kernel/dates.ts';
import { fields, opinion, row } from '../../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../../documents/word/model.ts';
import { totalText } from '../facts.ts';
import { signerOf, subjectRows, subjectValues } from './parts.ts';
import type { ReadyPaper } from './ready.ts';

export interface TalkSource {
  readonly school: string;
  readonly cycle: Cycle;
  readonly subject: Subject;
  readonly facts: SheetFacts;
  /** Null: a form to be filled in by hand during the talk. */
  readonly talk: Feedback['talk'];
}

const hint = (of: string, standings: SheetFacts['standings']): string =>
  standings.length === 0 ? '' : `（${of}的指标：${standings.map(({ name }) => name).join('、')}）`;

/** 谈话记录: what was said on both sides, to be signed by both. Without a talk on record it is the empty form. */
export const talkRecord = ({ school, cycle, subject, facts, talk }: TalkSource): PlainForm => {
  return {
    form: 'plain',
    issuer: school,
    title: '考核反馈谈话记录',
    body: [
      fields(
        ...subjectRows(cycle, subject),
        row(['考核等次', facts.grade], ['总分', totalText(facts.total)]),
        row(['谈话时间', talk ? formatDay(talk.on) : ''], ['谈话地点', talk?.place ?? '']),
        row(['谈话人', talk?.talkers ?? ''], ['记录人', talk?.recorder ?? '']),
        opinion('肯定的成绩', talk?.praise ?? hint('得分突出', facts.strengths), {
          lines: 2,
        }),
        opinion('指出的不足', talk?.faults ?? hint('得分偏低', facts.weak), {
          lines: 2,
        }),
        opinion('提出的要求', talk?.demands ?? '', { lines: 2 }),
        opinion('本人陈述', talk?.reply ?? '', { lines: 3 }),
        opinion('核对签名', '以上记录已核对，与谈话内容一致。', {
          sign: `${signerOf(cycle)}（签名）：`,
          lines: 3,
        }),
        opinion('谈话人签名', '', { sign: '谈话人（签名）：', lines: 2 }),
      ),
    ],
    draft: false,
    properties: {
      title: `${cycle.name}反馈谈话记录 ${subject.name}`,
      author: school,
      createdAt: talk?.made.at ?? facts.confirmedAt,
    },
  };
};

/** To be filled in by hand. */
const BY_HAND = '＿＿＿＿＿＿＿＿';
const DAY_BY_HAND = '＿＿＿＿年＿＿月＿＿日';

/** The record with what it says, for the school's own form. */
export const readyTalk = (source: TalkSource): ReadyPaper => {
  const { cycle, subject, facts, talk } = source;
  return {
    code: 'evaluation-talk',
    model: talkRecord(source),
    values: {
      ...subjectValues(cycle, subject),
      考核等次: facts.grade,
      总分: totalText(facts.total),
      谈话时间: talk ? formatDay(talk.on) : DAY_BY_HAND,
      谈话地点: talk?.place ?? BY_HAND,
      谈话人: talk?.talkers ?? BY_HAND,
      记录人: talk?.recorder ?? BY_HAND,
      肯定的成绩: talk?.praise ?? hint('得分突出', facts.strengths),
      指出的不足: talk?.faults ?? hint('得分偏低', facts.weak),
      提出的要求: talk?.demands ?? '',
      本人陈述: talk?.reply ?? BY_HAND,
    },
  };
};
