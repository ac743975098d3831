import { paperFormLabels } from '../../../shared/features/standards/measure.ts';
import { decidingBodyLabels, isMeeting } from '../../../shared/law/vocabulary.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { CaseRecord, Decision } from '../../../shared/features/cases/schema.ts';

/** The people of a case as a title names them: by name up to three, then the first with their number. */
export const peopleInTitle = ({ subjects }: Pick<CaseRecord, 'subjects'>): string => {
  const names = subjects.map(({ name }) => name);
  return names.length <= 3 ? names.join('、') : `${names[0] ?? ''}等${String(names.length)}名教职工`;
};

/** What the paper of a decision is called: 通报, 责令整改通知书, 批评教育书. */
export const noticeKind = ({ measure }: Pick<Decision, 'measure'>): string => {
  switch (measure.paper) {
    case 'order':
      return `${measure.name}通知书`;
    case 'letter':
      return '批评教育书';
    case 'notice':
    case 'decision':
    case 'pupil-decision':
    case 'referral':
      return paperFormLabels[measure.paper];
    case 'circular':
    case null:
      return '通报';
  }
};

/** Its title in the register: of an official paper 机关, 事由 and 文种 as printed, of the others kind and people. */
export const noticeTitle = (
  school: string,
  record: CaseRecord,
  decision: Pick<Decision, 'measure'>,
): string =>
  decision.measure.paper === 'circular'
    ? `${school}关于给予${peopleInTitle(record)}${decision.measure.name}的通报`
    : `${noticeKind(decision)}（${peopleInTitle(record)}）`;

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
export const fileName = (title: string, extension: 'docx' | 'xlsx'): string =>
  `${title
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 100)}.${extension}`;
