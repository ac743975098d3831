import { flawIf, type Flaw, type FlawCheck } from './flaw.ts';
import type { MeasureContent } from './measure.ts';

type PupilPart = NonNullable<MeasureContent['pupil']>;

/** What 第十二条 forbids, where a measure bears its name. */
const FORBIDDEN = /体罚|罚站|罚跪|罚抄|罚跑|罚款|搜身|孤立|示众|停餐|没收|劝退/;
const EXPELLING = /开除|劝退|勒令退学|责令退学|取消学籍/;
const SUSPENDING = /停课|停学/;

/** Measures for pupils: 教育惩戒, 纪律处分, help, and what is handed to others. */
const pupilKinds: readonly MeasureContent['kind'][] = [
  'discipline',
  'pupil-sanction',
  'remedial',
  'referral',
];

const wordFlaws = ({ name }: MeasureContent, pupil: PupilPart | null): readonly Flaw[] => {
  const word = FORBIDDEN.exec(name)?.[0];
  return [
    ...flawIf(
      EXPELLING.test(name) && pupil?.form !== 'expulsion',
      'name',
      'minors-law-28',
      '开除、劝退和变相开除只能按“开除学籍”的形式登记，并且只限高中。',
    ),
    ...flawIf(
      word !== undefined && !EXPELLING.test(name),
      'name',
      'pupil-rules-12',
      `教育惩戒不得采用“${word ?? ''}”。`,
    ),
    ...flawIf(
      SUSPENDING.test(name) && pupil?.form !== 'suspension',
      'pupil.form',
      'pupil-rules-10',
      '停课、停学的形式要选“停课或停学”，不超过七天。',
    ),
  ];
};

const formFlaws = (
  { maxDays, decidedBy }: MeasureContent,
  { form, level, bands }: PupilPart,
): readonly Flaw[] => [
  ...flawIf(
    form === 'suspension' && (maxDays === null || maxDays > 7),
    'maxDays',
    'pupil-rules-10',
    '停课、停学不超过一周，最多天数请填 7 以内的数。',
  ),
  ...flawIf(
    form === 'suspension' && level !== 'grave',
    'pupil.level',
    'pupil-rules-10',
    '停课、停学属于严重情形的教育惩戒。',
  ),
  ...flawIf(
    form === 'standing' && level !== 'light',
    'pupil.level',
    'pupil-rules-8',
    '教室内站立只能由教师当场实施，不超过一节课。',
  ),
  ...flawIf(
    form === 'expulsion' && bands.some((band) => band !== 'senior'),
    'pupil.bands',
    'compulsory-education-27',
    '义务教育阶段不得开除学生，开除学籍只限高中。',
  ),
  ...flawIf(
    form === 'expulsion' && level !== 'sanction',
    'pupil.level',
    'pupil-rules-10',
    '开除学籍属于纪律处分。',
  ),
  ...flawIf(
    form === 'special-school' && decidedBy.some((body) => body !== 'authority'),
    'decidedBy',
    'crime-prevention-43',
    '送入专门学校由教育行政部门决定，学校只能申请。',
  ),
];

const levelFlaws = (
  { decidedBy, requires, kind }: MeasureContent,
  { level, bands }: PupilPart,
): readonly Flaw[] => {
  const grave = level === 'grave' || level === 'sanction';
  return [
    ...flawIf(
      grave && bands.includes('primary-lower'),
      'pupil.bands',
      'pupil-rules-10',
      '严重情形的教育惩戒和纪律处分只适用于小学高年级以上，不能用于小学低年级。',
    ),
    ...flawIf(
      level !== 'light' && decidedBy.includes('teacher'),
      'decidedBy',
      'pupil-rules-9',
      '教师只能当场实施轻微情形的教育惩戒，较重以上的由学校决定。',
    ),
    ...flawIf(
      grave && decidedBy.includes('department'),
      'decidedBy',
      'pupil-rules-10',
      '严重情形的教育惩戒和纪律处分由学校集体决定，不能由部门负责人决定。',
    ),
    ...flawIf(
      grave && (!requires.statement || !requires.guardian),
      'requires.statement',
      'pupil-rules-14',
      '实施前要听取学生陈述申辩，并事先告知家长。',
    ),
    ...flawIf(
      grave && kind !== 'referral' && !requires.hearing,
      'requires.hearing',
      'pupil-rules-14',
      '学生或者家长申请听证的，应当组织听证。',
    ),
    ...flawIf(
      (level === 'sanction') !== (kind === 'pupil-sanction'),
      'pupil.level',
      'pupil-rules-10',
      '纪律处分的性质要选“学生纪律处分”，程度要选“纪律处分”，两者要一致。',
    ),
  ];
};

/** What the rules on pupils want of every measure that pupils may receive. */
export const pupilFlaws: FlawCheck<MeasureContent> = (measure) => {
  const { targets, kind, pupil } = measure;
  const forPupils = targets.includes('pupil');
  const disciplines = kind === 'discipline' || kind === 'pupil-sanction';
  if (!forPupils)
    return [
      ...flawIf(pupil !== null, 'pupil', null, '不用于学生的措施，没有学生惩戒的程度和形式。'),
      ...flawIf(disciplines, 'targets', 'pupil-rules-10', '教育惩戒和学生纪律处分只用于学生。'),
    ];
  return [
    ...flawIf(
      targets.length > 1,
      'targets',
      'practice-matching',
      '学生的措施要单独登记，不能与教职工、部门混用。',
    ),
    ...flawIf(
      !pupilKinds.includes(kind),
      'targets',
      kind === 'circular' ? 'minors-law-103' : 'pupil-rules-10',
      kind === 'circular'
        ? '学生的处理不公示、不通报，只送达学生和监护人。'
        : '这一类措施只用于教职工和部门，学生适用教育惩戒和帮助措施。',
    ),
    ...flawIf(
      disciplines && pupil === null,
      'pupil.level',
      'pupil-rules-10',
      '请选择学生惩戒的程度、形式和学段。',
    ),
    ...wordFlaws(measure, pupil),
    ...(pupil === null ? [] : [...formFlaws(measure, pupil), ...levelFlaws(measure, pupil)]),
  ];
};
