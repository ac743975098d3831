import { paperFormLabels } from '../../../shared/features/standards/measure.ts';
import { decidingBodyLabels, isMeeting } from '../../../shared/law/vocabulary.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { casePaperFormLabels, type CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import type { Decision, DecisionItem } from '../../../shared/features/cases/decision.ts';
import type { CaseSubject } from '../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';

/** The people of a paper as a title names them: by name up to three, then the first with their number. */
export const peopleInTitle = (subjects: readonly Pick<CaseSubject, 'name' | 'kind'>[]): string => {
  const names = subjects.map(({ name }) => name);
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
  if (form === 'order') return `${measureNames(items)}通知书`;
  if (form === 'notice') return items.length === 1 ? `${measureNames(items)}通知书` : paperFormLabels.notice;
  if (form === 'pupil-decision')
    return items.some(({ measure }) => measure.kind === 'pupil-sanction')
      ? '学生纪律处分决定书'
      : '学生教育惩戒决定书';
  return casePaperFormLabels[form];
};

/** Its title in the register: of an official paper 机关, 事由 and 文种 as printed, of the others kind and people. */
export const decisionPaperTitle = (
  school: string,
  record: Pick<CaseRecord, 'subjects'>,
  form: CasePaperForm,
  items: readonly Named[],
): string => {
  const subjects = record.subjects.filter(({ personId }) => items.some((item) => item.personId === personId));
  const people = peopleInTitle(subjects);
  switch (form) {
    case 'circular':
      return `${school}关于给予${people}${measureNames(items)}的通报`;
    case 'decision':
      return `${school}关于给予${people}${measureNames(items)}处分的决定`;
    case 'proposal':
      return `${school}关于给予${people}${measureNames(items)}处分的请示`;
    default:
      return `${noticeKind(form, items)}（${people}）`;
  }
};

/** Who decided, and when: 经校长办公会2026年11月20日研究. */
export const decidedBy = ({ body, decidedOn }: Decision): string =>
  isMeeting(body)
    ? `经${decidingBodyLabels[body]}${formatDay(decidedOn)}研究`
    : `由${decidingBodyLabels[body]}于${formatDay(decidedOn)}研究`;

/** The grounds as they were cited: 依据《…》第三条、《…》. */
export const citedGrounds = ({ grounds }: Decision): string =>
  `依据${grounds.map(({ text }) => text).join('、')}`;

/** A text as whole sentences: closed with a full stop when it is not. */
export const sentence = (text: string): string =>
  /[。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`;

/** A name that every file system takes. */
export const fileName = (title: string, extension: 'docx' | 'xlsx' | 'zip'): string =>
  `${title
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 100)}.${extension}`;
