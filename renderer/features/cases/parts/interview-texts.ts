import type { z } from 'zod';
import type { interviewKindSchema } from '../../../../shared/features/cases/investigation.ts';
import type { Line } from './question-lines.tsx';

type Kind = z.output<typeof interviewKindSchema>;

const asked = (questions: readonly string[]): Line[] =>
  questions.map((question) => ({ question, answer: '' }));

const opening = [
  '我们是学校调查组的工作人员，现就有关情况向您询问，请如实回答，不得隐瞒、编造。您有权申请与本事项有利害关系的人员回避，是否申请回避？',
  '请说明您的姓名、所在部门和岗位。',
];
const closing = '您还有什么要补充的吗？以上记录请您核对，与您所说的一致请逐页签名。';

/** The questions that no record of its kind can do without, as a beginning. */
export const usualQuestions: Readonly<Record<Kind, readonly Line[]>> = {
  subject: asked([...opening, '请说明事情的经过。', '您对这件事怎样认识？有什么要申辩的？', closing]),
  witness: asked([...opening, '您与当事人是什么关系？', '请说明您看到、听到的情况。', closing]),
  complainant: asked([
    ...opening,
    '请说明您反映的情况，以及您是怎样知道的。',
    '您能提供哪些证据或者知情人？',
    closing,
  ]),
  talk: asked([
    '今天按照学校的决定与您谈话，请认真听取，如实说明情况。',
    '学校认为您存在以下问题，您对此有什么说明？',
    '对学校提出的要求，您怎样落实、何时改正？',
    closing,
  ]),
};

export const talkDemands =
  '一、深刻认识问题，向学校写出书面说明；二、在期限内改正；三、今后不再发生同类问题。';
