import { paperFormLabels } from '../../../shared/features/standards/measure.ts';
import { groundTexts } from '../../../shared/features/cases/grounds.ts';
import { decidingBodyLabels, isMeeting } from '../../../shared/law/vocabulary.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { casePaperFormLabels, type CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import type { Decision, DecisionItem } from '../../../shared/features/cases/decision.ts';
import type { CaseSubject } from '../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { publicName } from './papers/masking.ts';

type People = Pick<CaseRecord, 'subjects'>;

/** The people of a paper as a title names them: up to three, then the first with their number; pupils by grade alone. */
export const peopleInTitle = (record: People, subjects: readonly CaseSubject[] = record.subjects): string => {
  const names = subjects.map((subject) => publicName(record, subject));
  if (names.length <= 3) return names.join('、');
  const kind =
    subjects[0]?.kind === 'pupil' ? '学生' : subjects[0]?.kind === 'department' ? '部门' : '教职工';
  const unit = kind === '部门' ? '个' : '名';
  return `${names[0] ?? ''}等${String(names.length)}${unit}${kind}`;
};

/** Names of the measures of some items, each once: 警告、责令整改. */
export const measureNames = (items: readonly Pick<DecisionItem, 'measure'>[]): string =>
  [...new Set(items.map(({ measure }) => measure.name))].join('、');

type Named = Pick<DecisionItem, 'personId' | 'measure'>;

/** What the paper of a decision is called: 通报, 责令整改通知书, 批评教育书. */
export const noticeKind = (form: CasePaperForm, items: readonly Named[]): string => {
  const names = measureNames(items);
  if (form === 'order') return `${names}通知书`;
  if (form === 'letter' && names.startsWith('书面')) return `${names.slice(2)}书`;
  if (form === 'notice') return names.includes('、') ? paperFormLabels.notice : `${names}通知书`;
  if (form === 'pupil-decision')
    return items.some(({ measure }) => measure.kind === 'pupil-sanction')
      ? '学生纪律处分决定书'
      : '学生教育惩戒决定书';
  return form === 'proposal' ? '请示' : casePaperFormLabels[form];
};

const isSanction = (items: readonly Named[]): boolean =>
  items.every(({ measure }) => measure.kind === 'sanction' || measure.kind === 'pupil-sanction');

/** 记过处分; 免职 */
const withSanction = (items: readonly Named[]): string =>
  isSanction(items) && !measureNames(items).endsWith('处分')
    ? `${measureNames(items)}处分`
    : measureNames(items);

const circularSubject = (people: string, matter: string, items: readonly Named[]): string => {
  const names = measureNames(items);
  if (names.endsWith('通报批评')) return `关于给予${people}通报批评的通报`;
  return `关于${people}${matter}问题的${names.endsWith('通报') ? names : '通报'}`;
};

const proposalSubject = (people: string, items: readonly Named[]): string => {
  const names = measureNames(items);
  if (isSanction(items)) return `关于给予${people}${withSanction(items)}的请示`;
  if (names === '免职') return `关于免去${people}职务的请示`;
  return names.startsWith('申请')
    ? `关于申请将${people}${names.slice(2)}的请示`
    : `关于对${people}${names}的请示`;
};

/** What letters ask for that carry a measure of the shipped catalogue; every other one hands a matter over. */
const letterSubjects: Readonly<Record<string, (people: string) => string>> = {
  'dispatch-inform': (people) => `关于转告${people}有关情况的函`,
  'dispatch-return': (people) => `关于退回派遣人员${people}的函`,
  'qualification-report': (people) => `关于报请撤销${people}教师资格的函`,
  'pupil-report': (people) => `关于报告${people}有关情况的函`,
};

const letterSubject = (people: string, matter: string, items: readonly Named[]): string =>
  letterSubjects[items[0]?.measure.code ?? '']?.(people) ?? `关于移送${people}${matter}问题线索的函`;

/** Its title in the register: of an official paper 机关, 事由 and 文种 as printed, of the others kind and people. */
export const decisionPaperTitle = (
  school: string,
  record: People & { readonly matter: Pick<CaseRecord['matter'], 'name'> },
  form: CasePaperForm,
  items: readonly Named[],
): string => {
  const subjects = record.subjects.filter(({ personId }) => items.some((item) => item.personId === personId));
  const people = peopleInTitle(record, subjects);
  if (form === 'circular') return school + circularSubject(people, record.matter.name, items);
  if (form === 'decision') return `${school}关于给予${people}${withSanction(items)}的决定`;
  if (form === 'proposal') return school + proposalSubject(people, items);
  if (form === 'referral') return school + letterSubject(people, record.matter.name, items);
  return `${noticeKind(form, items)}（${people}）`;
};

/** 关于解除王立新记过处分的通知; of what is no 处分 关于解除…的通知 as well. */
export const liftingTitle = (
  record: People,
  personId: string,
  {
    measureName,
    measureKind,
  }: { readonly measureName: string; readonly measureKind: DecisionItem['measure']['kind'] },
): string => {
  const subject = record.subjects.find((each) => each.personId === personId);
  const people = subject ? publicName(record, subject) : '';
  const isOne = measureKind === 'sanction' || measureKind === 'pupil-sanction';
  return `关于解除${people}${measureName}${isOne && !measureName.endsWith('处分') ? '处分' : ''}的通知`;
};

/** Who decided, and when: 经校长办公会2026年11月20日研究. */
export const decidedBy = ({ body, decidedOn }: Pick<Decision, 'body' | 'decidedOn'>): string =>
  isMeeting(body)
    ? `经${decidingBodyLabels[body]}${formatDay(decidedOn)}研究`
    : `由${decidingBodyLabels[body]}于${formatDay(decidedOn)}研究`;

/** Each ground once, in one line. */
export const groundsLine = (grounds: readonly { readonly text: string }[]): string =>
  groundTexts(grounds).join('、');

/** The grounds as they were cited: 依据《…》第三条、《…》. */
export const citedGrounds = ({ grounds }: Pick<Decision, 'grounds'>): string => `依据${groundsLine(grounds)}`;

/** A name that every file system takes. */
export const fileName = (title: string, extension: 'docx' | 'xlsx' | 'zip'): string =>
  `${title
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 100)}.${extension}`;
