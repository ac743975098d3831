import { assessmentChecks, type AssessmentProposal } from '../../../shared/law/rules/assessment.ts';
import { sample, type LawSamples } from './base.ts';

const assessed = (
  excellent: number,
  total: number,
  first: Partial<AssessmentProposal['persons'][number]> = {},
  approval = '',
  condition: AssessmentProposal['condition'] = 'usual',
): AssessmentProposal => ({
  excellent: '优秀',
  lowest: '不合格',
  condition,
  approval,
  persons: Array.from({ length: total }, (_, at) => ({
    id: `s${String(at)}`,
    name: '王立新',
    grade: at < excellent ? '优秀' : '合格',
    barred: [],
    ungraded: [],
    filed: null,
    leaveDays: 0,
    newlyEmployed: false,
    refused: false,
    ...(at === 0 ? first : {}),
  })),
});

const assessment = (hit: AssessmentProposal, miss: AssessmentProposal) => sample(assessmentChecks, hit, miss);

/** 年度考核 of staff. */
export const assessmentSamples: LawSamples = {
  'excellent-over-quota': assessment(assessed(3, 10), assessed(2, 10)),
  'excellent-while-sanctioned': assessment(
    assessed(1, 10, { barred: ['警告'] }),
    assessed(0, 10, { barred: ['警告'] }),
  ),
  'graded-while-sanctioned': assessment(
    assessed(0, 10, { ungraded: ['记过'] }),
    assessed(0, 10, { ungraded: ['记过'], grade: null }),
  ),
  'graded-while-filed': assessment(
    assessed(0, 10, { filed: '问责〔2026〕5号' }),
    assessed(0, 10, { filed: '问责〔2026〕5号', grade: null }),
  ),
  'graded-after-leave': assessment(assessed(0, 10, { leaveDays: 184 }), assessed(0, 10, { leaveDays: 183 })),
  'graded-while-new': assessment(
    assessed(0, 10, { newlyEmployed: true }),
    assessed(0, 10, { newlyEmployed: true, grade: null }),
  ),
  'refusal-not-lowest': assessment(
    assessed(0, 10, { refused: true }),
    assessed(0, 10, { refused: true, grade: '不合格' }),
  ),
};
