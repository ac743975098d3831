import type { CaseAct } from '../../../shared/features/cases/acts.ts';
import { clockKindLabels, type Clock, type ClockKind } from '../../../shared/features/cases/clock.ts';
import { isOthersTerm } from '../../../shared/features/cases/clocks.ts';
import type { CaseSubject } from '../../../shared/features/cases/people.ts';
import type { Sanction } from '../../../shared/features/cases/sanction.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { isEnded, nextAct, permissionOf } from '../../../shared/features/cases/workflow.ts';
import { maskName } from '../../../shared/kernel/masking.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, isAboutUser, sanctionCollection, visibleTo } from '../cases/index.ts';
import type { Deadline, DeadlineContext, DeadlineSource, Responsible } from '../deadline-source.ts';
import { applyRecount, previewRecount } from './case-recompute.ts';

/** What has to be done, or may be done, before a term ends. */
const purposes: Readonly<Record<ClockKind, string>> = {
  handling: '作出决定',
  investigation: '调查终结并作出决定',
  statement: '本人陈述申辩',
  service: '送达文书',
  review: '本人可以申请复核',
  'pupil-appeal': '学生及家长可以申诉',
  rectification: '完成整改',
  reply: '催办批复或反馈',
  task: '落实执行事项',
};

/** The act that ends a term; null: whichever is next in the case. */
const endedBy: Readonly<Record<ClockKind, CaseAct | null>> = {
  handling: null,
  investigation: null,
  statement: 'hearStatement',
  service: 'recordService',
  review: null,
  'pupil-appeal': null,
  rectification: 'checkRectification',
  reply: 'recordReply',
  task: 'completeTask',
};

const responsibleOf = (record: CaseRecord, kind: ClockKind): Responsible | null => {
  if (isOthersTerm(kind)) return null;
  const act = endedBy[kind] ?? nextAct(record);
  return act === null ? null : { permission: permissionOf(act) };
};

/** Lists and sheets show no child by name. */
const shownName = ({ kind, minor, name }: CaseSubject): string =>
  kind === 'pupil' || minor ? maskName(name) : name;

/** Whom or what of the case a term is about: a person, an item to be put right, a task. */
const aboutOf = (record: CaseRecord, { personId, itemId }: Clock): string | undefined => {
  const task = record.tasks.find(({ id }) => id === itemId);
  if (task) return task.text;
  const person = record.subjects.find((subject) => subject.personId === personId);
  if (person) return shownName(person);
  const item = record.rectification.findIndex(({ id }) => id === itemId);
  return item < 0 ? undefined : `第 ${String(item + 1)} 项`;
};

const ofCase = (record: CaseRecord, personId: string | null) => {
  const concerned = record.subjects.filter((subject) => subject.personId === personId);
  return {
    recordPath: `/cases/${record.id}`,
    recordNumber: record.number,
    recordTitle: record.matter.name,
    people: (concerned.length > 0 ? concerned : record.subjects).map(shownName),
    permission: 'cases.read' as const,
  };
};

const clockTerm = (record: CaseRecord, clock: Clock): Deadline => {
  const about = aboutOf(record, clock);
  return {
    ...ofCase(record, clock.personId),
    key: clock.id,
    kind: clock.kind,
    label: clockKindLabels[clock.kind],
    title: purposes[clock.kind] + (about === undefined ? '' : `（${about}）`),
    ground: clock.ground,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    rolledFrom: clock.rolledFrom,
    estimated: clock.estimated,
    responsible: responsibleOf(record, clock.kind),
    othersTerm: isOthersTerm(clock.kind),
  };
};

/** Sanctions that end by being lifted, and were neither lifted nor taken back nor carried on in a later one. */
const toBeLifted = (reader: Reader): Sanction[] => {
  const standing = reader.all(sanctionCollection).filter(({ annulled }) => annulled === null);
  const merged = new Set(standing.flatMap(({ mergedWith }) => mergedWith));
  return standing.filter(
    ({ id, lifting, measureKind, pupilLevel }) =>
      lifting === null &&
      !merged.has(id) &&
      (measureKind === 'sanction' || measureKind === 'qualification' || pupilLevel === 'sanction'),
  );
};

/** The end of a period is no last day for an act, so days off do not move it. */
const liftingTerm = (reader: Reader, sanction: Sanction, context: DeadlineContext): Deadline[] => {
  const record = reader.get(caseCollection, sanction.caseId);
  if (!record || sanction.endsOn === null || isAboutUser(reader, record, context.userId)) return [];
  const person = ofCase(record, sanction.personId);
  return [
    {
      ...person,
      key: `${sanction.id}-lifting`,
      kind: 'lifting',
      label: '处理期满',
      title: `办理期满解除（${person.people.join('、')}：${sanction.measureName}）`,
      ground: '决定中写明的期间，期满不因节假日顺延',
      startedOn: sanction.effectiveOn,
      dueOn: sanction.endsOn,
      rolledFrom: null,
      estimated: false,
      responsible: { permission: permissionOf('liftSanction') },
      othersTerm: false,
    },
  ];
};

/** The running terms of cases that have not ended, and the periods after which something has to be lifted. */
export const caseDeadlineSource: DeadlineSource = {
  name: 'cases',
  label: '问责事项',
  access: 'cases.read',
  exportAccess: 'cases.export',
  deadlines: (reader, _today, context) => [
    ...visibleTo(reader, reader.all(caseCollection), context)
      .filter(({ state }) => !isEnded(state))
      .flatMap((record) =>
        record.clocks.filter(({ endedOn }) => endedOn === null).map((clock) => clockTerm(record, clock)),
      ),
    ...toBeLifted(reader).flatMap((sanction) => liftingTerm(reader, sanction, context)),
  ],
  recompute: { preview: previewRecount, apply: applyRecount },
};
