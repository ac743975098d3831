import { decidingBodyLabels, isMeeting, measureTargetLabels } from '../vocabulary.ts';
import { formatDay } from '../../kernel/dates.ts';
import type { Hit, LawChecks } from '../findings.ts';
import type { DecisionProposal } from '../proposal.ts';
import { attendeesOf, isSanction, itemHits, wordsFound } from './items.ts';
import { checkerChecks, conflictHits } from './people.ts';
import { procedureRules } from './procedure.ts';
import { pupilRules } from './pupils.ts';
import { sanctionRules } from './sanctions.ts';
import { fineIn, payCutIn, sanctionIn } from '../wording.ts';

/** Sanctions that the school would decide itself: by their kind, or by words in what is ordered. */
const ownSanctions = (proposal: DecisionProposal): Hit[] => [
  ...proposal.items.flatMap(({ measure, proposal: toAuthority }, at): Hit[] =>
    measure.kind === 'sanction' && !toAuthority
      ? [{ field: `items.${String(at)}.measureCode`, words: { word: measure.name } }]
      : [],
  ),
  ...wordsFound(
    { ...proposal, items: proposal.items.filter(({ measure }) => !isSanction(measure)) },
    sanctionIn,
  ),
];

/** 公办学校的师德案件: warnings and demerits are the authority's to decide. */
const isAuthoritysMatter = ({ school, matter }: DecisionProposal): boolean =>
  school.ownership === 'public' && matter.ethics;

type Post = NonNullable<DecisionProposal['decider']>['posts'][number];
/** Who may decide alone as 部门负责人, and as 任课教师或班主任. */
const HEADS: readonly Post[] = ['leader', 'middle'];
const TEACHERS: readonly Post[] = ['leader', 'middle', 'teacher'];

/** The rules on a decision that is about to be made. */
export const decisionChecks: LawChecks<DecisionProposal> = {
  ...sanctionRules,
  ...pupilRules,
  ...procedureRules,

  'measure-not-for-employment': (proposal) =>
    itemHits(proposal, ({ measure }, { employment }) =>
      employment === null || measure.targets.includes(employment)
        ? undefined
        : { employment: measureTargetLabels[employment] },
    ),

  'measure-not-for-pupils': (proposal) =>
    itemHits(proposal, ({ measure }, { kind }) =>
      kind === 'pupil' && !measure.targets.includes('pupil') ? {} : undefined,
    ),

  'sanction-beyond-school': (proposal) =>
    isAuthoritysMatter(proposal)
      ? ownSanctions(proposal).map((hit) => ({
          ...hit,
          words: { ...hit.words, authority: proposal.school.authority },
        }))
      : [],

  'sanction-on-light-route': (proposal) =>
    proposal.route === 'light' && !isAuthoritysMatter(proposal) ? ownSanctions(proposal) : [],

  fine: (proposal) => wordsFound(proposal, fineIn),

  'pay-cut': (proposal) => wordsFound(proposal, payCutIn),

  'too-few-checkers': (proposal) =>
    // One teacher may establish a slight matter of a pupil; a grave one has a rule of its own.
    proposal.route === 'pupil' ? [] : checkerChecks('checkers')['too-few-checkers'](proposal),

  'checker-conflict': checkerChecks('checkers')['checker-conflict'],

  'decider-conflict': (proposal) => [
    ...conflictHits(proposal, attendeesOf(proposal), 'meeting.members'),
    ...conflictHits(
      proposal,
      proposal.meeting?.recorder ? [proposal.meeting.recorder] : [],
      'meeting.recorderId',
    ),
    ...conflictHits(proposal, proposal.decider ? [proposal.decider] : [], 'deciderId'),
  ],

  'statement-missing': ({ persons, items, matter, statements }) =>
    persons.flatMap(({ id, name, kind }): Hit[] => {
      const needing = items.find(
        ({ personId, measure }) =>
          personId === id && kind !== 'department' && (measure.needsStatement || matter.ethics),
      );
      return needing && !statements.some(({ personId }) => personId === id)
        ? [{ field: 'statements', words: { name, measure: needing.measure.name } }]
        : [];
    }),

  'statement-unanswered': ({ persons, statements }) =>
    statements
      .filter(({ outcome, answered }) => outcome === 'stated' && !answered)
      .map(({ personId }) => ({
        field: 'statements',
        words: { name: persons.find(({ id }) => id === personId)?.name ?? '' },
      })),

  'defence-window-open': ({ persons, statements, decidedOn }) =>
    statements
      .filter(({ outcome, deadlineOn }) => outcome === 'lapsed' && decidedOn <= deadlineOn)
      .map(({ personId, deadlineOn }) => ({
        field: 'decidedOn',
        words: {
          name: persons.find(({ id }) => id === personId)?.name ?? '',
          deadline: formatDay(deadlineOn),
        },
      })),

  'decided-twice': ({ persons, matter, occurredOn, earlier }) =>
    earlier
      .filter((decision) => decision.matterCode === matter.code && decision.occurredOn === occurredOn)
      .flatMap((decision): Hit[] => {
        const person = persons.find(({ id }) => id === decision.personId);
        if (!person) return [];
        return [{ words: { name: person.name, number: decision.caseNumber, measure: decision.measure } }];
      }),

  'same-day-decided': ({ persons, matter, occurredOn, earlier }) =>
    earlier
      .filter((decision) => decision.matterCode !== matter.code && decision.occurredOn === occurredOn)
      .flatMap((decision): Hit[] => {
        const person = persons.find(({ id }) => id === decision.personId);
        if (!person) return [];
        return [{ words: { name: person.name, number: decision.caseNumber, measure: decision.measure } }];
      }),

  'body-not-competent': ({ items, body }) => {
    const beyond = items.find(
      ({ measure, proposal }) => !proposal && !measure.decidedBy.includes(body),
    )?.measure;
    return beyond
      ? [
          {
            field: 'body',
            words: {
              body: decidingBodyLabels[body],
              measure: beyond.name,
              competent: beyond.decidedBy.map((key) => decidingBodyLabels[key]).join('、'),
            },
          },
        ]
      : [];
  },

  'decider-not-entitled': ({ body, decider }) => {
    const needed = body === 'department' ? HEADS : body === 'teacher' ? TEACHERS : null;
    return decider === null || needed === null || decider.posts.some((post) => needed.includes(post))
      ? []
      : [{ field: 'deciderId', words: { name: decider.name, body: decidingBodyLabels[body] } }];
  },

  'no-collective-record': (proposal) =>
    isMeeting(proposal.body) && new Set(attendeesOf(proposal).map(({ id }) => id)).size < 2
      ? [{ field: 'meeting.members', words: { body: decidingBodyLabels[proposal.body] } }]
      : [],

  'rectification-incomplete': ({ items, requirements }) => {
    if (requirements.length === 0)
      return items.some(({ measure }) => measure.needsRectification)
        ? [{ field: 'requirements', words: { what: '没有写明整改事项' } }]
        : [];
    return requirements.flatMap(({ dueOn, responsibleId, checkerId }, at): Hit[] => {
      const item = `第 ${String(at + 1)} 项`;
      const field = (name: string): string => `requirements.${String(at)}.${name}`;
      if (dueOn === null) return [{ field: field('dueOn'), words: { what: `${item}没有期限` } }];
      if (responsibleId === null)
        return [{ field: field('responsibleId'), words: { what: `${item}没有责任人` } }];
      if (checkerId === null) return [{ field: field('checkerId'), words: { what: `${item}没有复查人` } }];
      if (checkerId === responsibleId)
        return [{ field: field('checkerId'), words: { what: `${item}由责任人自己复查` } }];
      return [];
    });
  },

  'ground-missing': ({ grounds }) => (grounds.length === 0 ? [{ field: 'grounds' }] : []),

  'school-rule-unpublished': ({ grounds, occurredOn }) =>
    grounds.flatMap((cited): Hit[] => {
      if (cited.kind !== 'school-rule') return [];
      if (cited.publishedOn === null)
        return [{ field: 'grounds', words: { title: cited.title, why: '尚未公布' } }];
      if (cited.publishedOn > occurredOn)
        return [
          {
            field: 'grounds',
            words: { title: cited.title, why: `${formatDay(cited.publishedOn)}才公布，晚于事发之日` },
          },
        ];
      return [];
    }),

  'article-unchecked': ({ grounds }) =>
    grounds.flatMap((cited): Hit[] =>
      cited.kind === 'law' &&
      cited.ground.kind === 'law' &&
      cited.ground.article !== null &&
      !cited.ground.check
        ? [{ field: 'grounds', words: { law: cited.ground.law, article: cited.ground.article } }]
        : [],
    ),

  'person-left': ({ persons, decidedOn }) =>
    persons.flatMap(({ name, leftOn }): Hit[] =>
      leftOn !== null && leftOn < decidedOn ? [{ words: { name, day: formatDay(leftOn) } }] : [],
    ),
};
