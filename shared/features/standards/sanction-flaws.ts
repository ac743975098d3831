import { sanctionKindLabels, sanctionMonths, sanctionsOfTrack } from '../../law/vocabulary.ts';
import { flawIf, type Flaw, type FlawCheck } from './flaw.ts';
import type { MeasureContent } from './measure.ts';

/** Bodies that may decide a sanction: it is decided by talking it over, by those who manage the staff. */
const sanctionBodies = ['party-meeting', 'principal-meeting', 'authority'];

const trackFlaws = ({ sanction, track }: MeasureContent): readonly Flaw[] => {
  if (sanction === null) return [];
  const name = sanctionKindLabels[sanction];
  const managerial = sanctionsOfTrack.managerial.includes(sanction);
  const other = sanctionsOfTrack.other.includes(sanction);
  return [
    ...flawIf(
      !managerial && track !== 'other',
      'track',
      'governance-sanctions-7',
      `从事管理的人员没有“${name}”这一种处分，人员类别请改为“仅限非管理人员”。`,
    ),
    ...flawIf(
      !other && track !== 'managerial',
      'track',
      'sanction-rules-kinds',
      `普通教师和工勤人员没有“${name}”这一种处分，人员类别请改为“仅限从事管理的人员”。`,
    ),
  ];
};

const periodFlaws = ({ sanction, periodMonths, track }: MeasureContent): readonly Flaw[] => {
  if (sanction === null) return [];
  const months = sanctionMonths[sanction];
  return flawIf(
    periodMonths !== months,
    'periodMonths',
    track === 'managerial' ? 'governance-sanctions-8' : 'sanction-rules-periods',
    months === null
      ? `“${sanctionKindLabels[sanction]}”没有期间。`
      : `“${sanctionKindLabels[sanction]}”的期间是 ${String(months)} 个月，不能自行增减。`,
  );
};

/** What the law wants of every sanction of staff. */
export const sanctionFlaws: FlawCheck<MeasureContent> = (measure) => {
  const { kind, sanction, targets, decidedBy, requires, paper } = measure;
  if (kind !== 'sanction')
    return flawIf(sanction !== null, 'sanction', null, '只有处分才有处分种类，请清空处分种类。');
  return [
    ...flawIf(sanction === null, 'sanction', 'personnel-rules-29', '处分的种类由法规列明，请选择处分种类。'),
    ...flawIf(
      targets.some((target) => target !== 'established'),
      'targets',
      'sanction-rules-2',
      '处分只适用于在编人员。编外合同、临时聘用人员按劳动合同和规章制度处理，派遣人员转告派遣单位，学生适用教育惩戒规则。',
    ),
    ...trackFlaws(measure),
    ...periodFlaws(measure),
    ...flawIf(
      sanction === 'dismissal' && decidedBy.some((body) => body !== 'authority'),
      'decidedBy',
      'sanction-rules-authority',
      '开除由主管部门决定，学校只能建议。',
    ),
    ...flawIf(
      decidedBy.some((body) => !sanctionBodies.includes(body)),
      'decidedBy',
      'governance-sanctions-4',
      '处分要由有人事管理权限的会议集体讨论决定，或者由主管教育部门决定。',
    ),
    ...flawIf(
      !requires.statement || !requires.investigation,
      'requires.statement',
      'sanction-rules-procedure',
      '处分要先立案调查，并告知本人、听取陈述申辩。',
    ),
    ...flawIf(paper !== 'decision', 'paper', 'sanction-rules-notice', '处分要出具处分决定，书面通知本人。'),
  ];
};
