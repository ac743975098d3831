import { sanctionKindLabels } from '../../law/vocabulary.ts';
import { fineIn, payCutIn, sanctionIn } from '../../law/wording.ts';
import { flawIf, type Flaw, type FlawCheck } from './flaw.ts';
import type { MeasureContent } from './measure.ts';
import { pupilFlaws } from './pupil-flaws.ts';
import { sanctionFlaws } from './sanction-flaws.ts';

const texts = ['name', 'about', 'effects'] as const;

const moneyFlaws: FlawCheck<MeasureContent> = (measure) =>
  texts.flatMap((path): readonly Flaw[] => {
    const fine = fineIn(measure[path]);
    const cut = payCutIn(measure[path]);
    return [
      ...flawIf(
        fine !== undefined,
        path,
        'penalties-law-17',
        `“${fine ?? ''}”不能写。学校没有罚款权，也不能收取押金、保证金；有实际损失的可以凭票据要求赔偿。`,
      ),
      ...flawIf(
        cut !== undefined,
        path,
        'labour-law-50',
        `“${cut ?? ''}”不能写。工资和津贴补贴不能作为问责手段扣减，只能按已通过的奖励性绩效方案核算。`,
      ),
    ];
  });

const nameFlaws: FlawCheck<MeasureContent> = ({ name, kind }) => {
  const whole = Object.values(sanctionKindLabels).find((label) => label === name);
  const word = kind === 'sanction' || kind === 'pupil-sanction' ? undefined : (whole ?? sanctionIn(name));
  return [
    ...flawIf(
      word !== undefined,
      'name',
      'personnel-rules-29',
      `“${word ?? ''}”是处分的名称，不能用作其他措施的名称。`,
    ),
    ...flawIf(
      /(撤销|吊销|取消|收回)教师资格/.test(name) && kind !== 'referral',
      'name',
      'teacher-qualification-19',
      '教师资格由县级以上教育行政部门撤销，学校只能报请。',
    ),
  ];
};

const employmentFlaws: FlawCheck<MeasureContent> = ({ kind, targets, grounds, periodMonths }) => [
  ...flawIf(
    targets.includes('dispatched') && (kind === 'post' || kind === 'pay' || kind === 'qualification'),
    'targets',
    'labour-contract-dispatch',
    '劳务派遣人员的人事处理由派遣单位作出，学校只能批评教育、责令整改、转告或者依法退回。',
  ),
  ...flawIf(
    targets.includes('department') &&
      (kind === 'pay' || kind === 'post' || kind === 'contract' || kind === 'talk'),
    'targets',
    'practice-responsibility',
    '部门不是个人，这一类措施只用于个人；部门适用责令整改、通报和取消评优。',
  ),
  ...flawIf(
    kind === 'post' && targets.some((target) => target === 'contract' || target === 'temporary'),
    'targets',
    'labour-contract-35',
    '合同制和临时聘用人员调整岗位要协商一致并变更合同，请用“聘用（劳动）合同处理”。',
  ),
  ...flawIf(
    kind === 'qualification' &&
      grounds.includes('ethics-rules-3') &&
      (periodMonths === null || periodMonths < 24),
    'periodMonths',
    'ethics-rules-3',
    '因师德问题取消资格的期限不得少于二十四个月。',
  ),
];

const orderFlaws: FlawCheck<MeasureContent> = ({ kind, requires, paper, effect }) => [
  ...flawIf(
    requires.rectification && paper === null,
    'paper',
    null,
    '需要整改的措施要出具文书，否则整改要求无法送达本人。',
  ),
  ...flawIf(
    kind === 'pay' && !effect.touchesPerformancePay,
    'effect.touchesPerformancePay',
    'performance-pay-plan',
    '绩效核减只能按已通过并批准的奖励性绩效方案核算，请勾选。',
  ),
  ...flawIf(
    kind === 'pay' && !requires.statement,
    'requires.statement',
    'appeals-rules-11',
    '核减绩效可以申诉，决定前要告知本人并听取陈述。',
  ),
];

/**
 * Why a school may not have a measure like this in its catalogue, every reason with its ground. The same checks hold
 * for what is shipped. Empty for a lawful one.
 */
export const measureFlaws: FlawCheck<MeasureContent> = (measure) =>
  [moneyFlaws, nameFlaws, sanctionFlaws, pupilFlaws, employmentFlaws, orderFlaws].flatMap((check) =>
    check(measure),
  );
