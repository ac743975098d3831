import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import { inForce } from '../../../../shared/features/standards/schema.ts';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import { decidingBodyLabels, type DecidingBody } from '../../../../shared/law/vocabulary.ts';
import type { Remedy } from '../../../ui/law/law-findings.tsx';
import { measureOf, type CaseStandards } from './case-standards.ts';
import { calledMember } from './meeting-fields.tsx';
import {
  competentBodies,
  usualGrounds,
  type DraftGround,
  type DraftItem,
  type DraftMember,
} from './decide-values.ts';
import type { Opened } from './opened.ts';
import { recusalOf } from './team-check.tsx';

/** The form as far as a remedy may change it. */
export interface Remediable {
  readonly view: CaseView;
  readonly standards: CaseStandards;
  readonly items: readonly DraftItem[];
  readonly grounds: readonly DraftGround[];
  readonly members: readonly DraftMember[];
  readonly onItems: (items: DraftItem[]) => void;
  readonly onGrounds: (grounds: DraftGround[]) => void;
  readonly onMembers: (members: DraftMember[]) => void;
  readonly onBody: (body: DecidingBody) => void;
  readonly onRequirement: () => void;
  readonly onOpen: (opened: Opened) => void;
  /** Sends the focus to a field of the form, or to where measures for a person are added. */
  readonly onFocus: (path: string) => void;
  readonly onFocusMeasures: (personId: string) => void;
}

const opening = (
  { view, onOpen }: Pick<Remediable, 'view' | 'onOpen'>,
  opened: Opened,
  label: string,
): Remedy | null => {
  const act = view.acts.find((each) => each === opened.what);
  return act === undefined ? null : { label, run: () => onOpen(opened) };
};

/** What needs an investigation is decided on the ordinary route, which is entered before anybody is told. */
export const towardsOrdinary = (form: Pick<Remediable, 'view' | 'onOpen'>): Remedy | null =>
  opening(form, { what: 'changeRoute', target: 'ordinary' }, '改为一般程序') ??
  opening(form, { what: 'establishFacts' }, '重新确认事实，再改为一般程序');

const ofMeasure = (finding: LawFinding, form: Remediable): Remedy | null => {
  const at = Number(/^items\.(\d+)\./.exec(finding.field ?? '')?.[1]);
  const item = form.items[at];
  if (!item) return null;
  const content = measureOf(form.standards, item.measureCode);
  const light = form.view.record.route === 'light';
  if (light && (content?.requires.investigation === true || content?.kind === 'sanction')) {
    const way = towardsOrdinary(form);
    if (way) return way;
  }
  return {
    label: '换一项措施',
    run: () => {
      form.onItems(form.items.filter((each) => each !== item));
      form.onFocusMeasures(item.personId);
    },
  };
};

const ofGrounds = (finding: LawFinding, form: Remediable): Remedy | null => {
  if (form.grounds.length === 0)
    return {
      label: '按事由和措施填入依据',
      run: () => form.onGrounds(usualGrounds(form.standards, form.items)),
    };
  if (finding.ruleId !== 'school-rule-unpublished') return null;
  const usable = form.grounds.filter(({ kind, ref }) => {
    if (kind === 'law') return true;
    const rule = form.standards.rules.find(({ id }) => id === ref);
    const publishedOn = rule ? inForce(rule).content.publishedOn : null;
    return publishedOn !== null && publishedOn <= form.view.record.occurredOn;
  });
  return { label: '去掉不能引用的制度', run: () => form.onGrounds(usable) };
};

const ofMembers = (finding: LawFinding, form: Remediable): Remedy | null => {
  const { record } = form.view;
  if (finding.ruleId === 'investigator-votes') {
    const team = new Set(record.filing?.team.map(({ id }) => id));
    return {
      label: '列为回避',
      run: () =>
        form.onMembers(
          form.members.map((one) =>
            team.has(one.personId) ? { ...one, attendance: 'recused', note: '参加了本事项的调查' } : one,
          ),
        ),
    };
  }
  const conflicted = form.members.filter(
    ({ personId, attendance }) => attendance === 'present' && recusalOf(record, personId) !== undefined,
  );
  return conflicted.length === 0
    ? { label: '填写参加人员', run: () => form.onFocus('meeting.members') }
    : {
        label: '列为回避',
        run: () =>
          form.onMembers(
            form.members.map((one) => (conflicted.includes(one) ? calledMember(record, one.personId) : one)),
          ),
      };
};

/** Who was heard already can be told anew only from the facts on, or from the report. */
const tellAnew = (form: Remediable): Remedy | null =>
  opening(form, { what: 'notify' }, '去告知本人') ??
  opening(form, { what: 'establishFacts' }, '重新确认事实，再重新告知') ??
  opening(form, { what: 'returnReport' }, '退回补充调查，再重新告知');

const ofStatements = (finding: LawFinding, form: Remediable): Remedy | null => {
  if (finding.ruleId === 'hearing-not-held') return opening(form, { what: 'holdHearing' }, '去记录听证');
  return opening(form, { what: 'hearStatement' }, '去记录陈述') ?? tellAnew(form);
};

/** What can be done about a finding with one press: by the field that it is about. Null where only typing helps. */
export const remedyFor = (finding: LawFinding, form: Remediable): Remedy | null => {
  const { field } = finding;
  if (field === null) return null;
  if (/^items\.\d+\.days$/.test(field)) return null;
  if (field.startsWith('items.')) return ofMeasure(finding, form);
  if (field === 'body') {
    const body = competentBodies(form.standards, form.view.record, form.items).find(
      (each) => each !== 'teacher',
    );
    return body === undefined
      ? null
      : { label: `改由${decidingBodyLabels[body]}决定`, run: () => form.onBody(body) };
  }
  if (field === 'grounds') return ofGrounds(finding, form);
  if (field === 'requirements') return { label: '添加整改事项', run: form.onRequirement };
  if (field.startsWith('meeting.members')) return ofMembers(finding, form);
  if (field.startsWith('statements')) return ofStatements(finding, form);
  if (field.startsWith('notices')) return tellAnew(form);
  if (field.startsWith('checkers')) return opening(form, { what: 'establishFacts' }, '重新确认事实');
  return { label: '去填写', run: () => form.onFocus(field) };
};
