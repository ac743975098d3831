import { flawIf, type Flaw } from './flaw.ts';
import type { MeasureContent } from './measure.ts';
import type { MatterContent } from './schema.ts';

/** Whom a measure is for, in the words of matters. */
const subjectsOf = ({ targets }: MeasureContent): readonly MatterContent['subjects'][number][] => [
  ...(targets.some((target) => target !== 'pupil' && target !== 'department') ? (['staff'] as const) : []),
  ...(targets.includes('pupil') ? (['pupil'] as const) : []),
  ...(targets.includes('department') ? (['department'] as const) : []),
];

/** Why a matter cannot stand as it is; `measureOf` gives a measure in its version in force. */
export const matterFlaws = (
  matter: MatterContent,
  measureOf: (code: string) => MeasureContent | undefined,
): Flaw[] => [
  ...flawIf(
    matter.ethics && !matter.subjects.includes('staff'),
    'ethics',
    'ethics-rules-3',
    '师德事项只涉及教职工。',
  ),
  ...flawIf(
    matter.academic && matter.subjects.some((subject) => subject !== 'pupil'),
    'academic',
    'pupil-rules-12',
    '学业成绩只涉及学生。',
  ),
  ...matter.usualMeasures.flatMap((code, at): readonly Flaw[] => {
    const measure = measureOf(code);
    const path = `usualMeasures.${String(at)}`;
    if (!measure) return [{ path, message: '所选的措施不存在。', ground: null }];
    return [
      ...flawIf(
        matter.academic && (measure.kind === 'discipline' || measure.kind === 'pupil-sanction'),
        path,
        'pupil-rules-12',
        `不得因学业成绩实施教育惩戒，“${measure.name}”不能用于这一事由。`,
      ),
      ...flawIf(
        !subjectsOf(measure).some((subject) => matter.subjects.includes(subject)),
        path,
        'practice-matching',
        `“${measure.name}”不适用于这一事由涉及的对象。`,
      ),
    ];
  }),
];
