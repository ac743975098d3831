import type { Feedback } from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { SheetFacts } from '../../../../../shared/features/evaluation/feedback/views.ts';
import type { Cycle, Subject } from '../../../../../shared/features/evaluation/schema.ts';
import { formatDay } from '../../../../../shared/kernel/dates.ts';
import { fields, opinion, row } from '../../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../../documents/word/model.ts';
import { totalText } from '../facts.ts';
import { signerOf, subjectRows } from './parts.ts';

export interface TalkSource {
  readonly school: string;
  readonly cycle: Cycle;
  readonly subject: Subject;
  readonly facts: SheetFacts;
  /** Null: a form to be filled in by hand during the talk. */
  readonly talk: Feedback['talk'];
}

/** 谈话记录: what was said on both sides, to be signed by both. Without a talk on record it is the empty form. */
export const talkRecord = ({ school, cycle, subject, facts, talk }: TalkSource): PlainForm => {
  const strong = facts.strengths.map(({ name }) => name).join('、');
  const weak = facts.weak.map(({ name }) => name).join('、');
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
        opinion('肯定的成绩', talk?.praise ?? (strong === '' ? '' : `（得分突出的指标：${strong}）`), {
          lines: 2,
        }),
        opinion('指出的不足', talk?.faults ?? (weak === '' ? '' : `（得分偏低的指标：${weak}）`), {
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
