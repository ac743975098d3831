import { formatDay } from '../../kernel/dates.ts';
import type { LawGround, LawRule } from '../../law/pack.ts';
import {
  decidingBodyLabels,
  measureKindLabels,
  measureTargetLabels,
  pupilBandLabels,
  pupilFormLabels,
  pupilLevelLabels,
  sanctionKindLabels,
  staffTrackLabels,
} from '../../law/vocabulary.ts';
import type { DescribedField } from './difference.ts';
import { effectLabels, paperFormLabels, requirementLabels, type MeasureContent } from './measure.ts';
import type { PaperTextContent } from './paper-text.ts';
import { matterFieldLabels, matterSubjectLabels, type MatterContent } from './schema.ts';
import { ruleScopeLabels, type SchoolRuleContent } from './school-rule.ts';
import { bandAt, circumstanceEffectLabels, type SeverityMatrixContent } from './severity-matrix.ts';
import { allGravities, degreeLabels, impactLabels, natureLabels, severityLabels } from './severity.ts';
import { showSlots } from './slots.ts';

/** How a code of a ground or a measure is called; asked for whatever a standard refers to. */
export interface Names {
  readonly ground: (code: string) => string;
  readonly measure: (code: string) => string;
}

const list = (words: readonly string[]): string => words.join('、');
const yes = (is: boolean): string => (is ? '是' : '否');
const day = (on: string | null): string => (on === null ? '' : formatDay(on));

/** Which of several facts hold, by their labels. */
const holding = <K extends string>(
  labels: Readonly<Record<K, string>>,
  facts: Readonly<Record<NoInfer<K>, boolean>>,
): string => {
  const held: string[] = [];
  for (const key in labels) if (facts[key]) held.push(labels[key]);
  return list(held);
};

export const effectWords = ({ effect }: Pick<MeasureContent, 'effect'>): string =>
  list(
    [
      holding(effectLabels, effect),
      effect.ungradedYears > 0 ? `${String(effect.ungradedYears)} 个年度考核不定档次` : '',
    ].filter((words) => words !== ''),
  );

export const periodWords = ({
  periodMonths,
  maxDays,
}: Pick<MeasureContent, 'periodMonths' | 'maxDays'>): string =>
  list([
    ...(periodMonths === null ? [] : [`${String(periodMonths)} 个月`]),
    ...(maxDays === null ? [] : [`不超过 ${String(maxDays)} 天`]),
  ]);

export const describeMeasure = (measure: MeasureContent, names: Names): DescribedField[] => [
  { label: '措施', text: measure.name },
  { label: '性质', text: measureKindLabels[measure.kind] },
  { label: '说明', text: measure.about },
  { label: '适用对象', text: list(measure.targets.map((target) => measureTargetLabels[target])) },
  { label: '人员类别', text: staffTrackLabels[measure.track] },
  { label: '处分种类', text: measure.sanction === null ? '' : sanctionKindLabels[measure.sanction] },
  { label: '学生惩戒程度', text: measure.pupil === null ? '' : pupilLevelLabels[measure.pupil.level] },
  { label: '学生惩戒形式', text: measure.pupil === null ? '' : pupilFormLabels[measure.pupil.form] },
  {
    label: '适用学段',
    text: measure.pupil === null ? '' : list(measure.pupil.bands.map((band) => pupilBandLabels[band])),
  },
  { label: '决定机构', text: list(measure.decidedBy.map((body) => decidingBodyLabels[body])) },
  { label: '依据', text: list(measure.grounds.map(names.ground)) },
  { label: '程序', text: holding(requirementLabels, measure.requires) },
  { label: '文书', text: measure.paper === null ? '不出文书' : paperFormLabels[measure.paper] },
  { label: '文号类别', text: measure.numberSuffix },
  { label: '期间', text: periodWords(measure) },
  { label: '影响', text: effectWords(measure) },
  { label: '影响说明', text: measure.effects },
  { label: '常用档次', text: list(measure.severity.map((band) => severityLabels[band])) },
];

export const describeMatter = (matter: MatterContent, names: Names): DescribedField[] => [
  { label: '事由', text: matter.name },
  { label: '领域', text: matterFieldLabels[matter.field] },
  { label: '表现', text: matter.about },
  { label: '涉及对象', text: list(matter.subjects.map((subject) => matterSubjectLabels[subject])) },
  { label: '师德事项', text: yes(matter.ethics) },
  { label: '学业成绩', text: yes(matter.academic) },
  { label: '依据', text: list(matter.grounds.map(names.ground)) },
  { label: '常用措施', text: list(matter.usualMeasures.map(names.measure)) },
];

export const describeGround = (ground: LawGround): DescribedField[] => [
  { label: '法规', text: ground.law },
  { label: '条号', text: ground.article ?? '' },
  { label: '要旨', text: ground.paraphrase },
  { label: '版本', text: ground.version },
  { label: '施行日期', text: day(ground.inForceFrom) },
  {
    label: '核对',
    text:
      ground.kind === 'practice'
        ? '工作要求'
        : ground.check
          ? `${ground.check.by}，${day(ground.check.on)}`
          : '未核对',
  },
];

export const ruleLevelLabels = { refuse: '不允许', warn: '提醒' } as const;

/** `shipped` is the rule as it came with the program: it tells which blanks the texts have. */
export const describeLawRule = (
  rule: LawRule,
  shipped: LawRule,
  names: Pick<Names, 'ground'>,
): DescribedField[] => [
  { label: '检查', text: rule.title },
  { label: '等级', text: ruleLevelLabels[rule.level] },
  { label: '要写理由', text: yes(rule.reasonRequired) },
  { label: '依据', text: names.ground(rule.ground) },
  { label: '提示', text: showSlots(rule.message, shipped.message) },
  { label: '合法做法', text: showSlots(rule.instead, shipped.instead) },
];

export const describeSchoolRule = (rule: SchoolRuleContent): DescribedField[] => [
  { label: '制度', text: rule.title },
  { label: '文号', text: rule.number },
  { label: '适用', text: ruleScopeLabels[rule.scope] },
  {
    label: '征求意见',
    text: list([day(rule.consulted.on), rule.consulted.note].filter((text) => text !== '')),
  },
  { label: '讨论', text: list([day(rule.discussed.on), rule.discussed.note].filter((text) => text !== '')) },
  { label: '通过', text: list([day(rule.adoptedOn), rule.adoptedBy].filter((text) => text !== '')) },
  { label: '备案', text: list([day(rule.filed.on), rule.filed.note].filter((text) => text !== '')) },
  { label: '公布', text: day(rule.publishedOn) },
  { label: '原文', text: rule.file?.name ?? '' },
  ...rule.clauses.map(({ no, text }) => ({ label: no, text })),
];

export const describeMatrix = (
  matrix: SeverityMatrixContent,
  names: Pick<Names, 'ground'>,
): DescribedField[] => [
  ...allGravities.map((gravity) => ({
    label: `${natureLabels[gravity.nature]}·${degreeLabels[gravity.degree]}·${impactLabels[gravity.impact]}`,
    text: severityLabels[bandAt(matrix.cells, gravity)],
  })),
  { label: '情节最多移动', text: `${String(matrix.maxShift)} 档` },
  { label: '可以免予处理', text: `${severityLabels[matrix.exemptUpTo]}及以下` },
  ...matrix.circumstances.map(({ name, effect, shift, subjects, grounds }) => ({
    label: `${circumstanceEffectLabels[effect]}：${name}`,
    text: [
      shift === 0 ? '本档内考虑' : `${shift > 0 ? '上调' : '下调'} ${String(Math.abs(shift))} 档`,
      list(subjects.map((subject) => matterSubjectLabels[subject])),
      list(grounds.map(names.ground)),
    ].join('；'),
  })),
];

export const describePaperText = (text: PaperTextContent, shipped: PaperTextContent): DescribedField[] => [
  { label: '文书', text: text.group },
  { label: '名称', text: text.label },
  { label: '用语', text: showSlots(text.text, shipped.text) },
];
