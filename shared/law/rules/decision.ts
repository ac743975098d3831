import { decidingBodyLabels, isMeeting } from '../vocabulary.ts';
import { formatDay } from '../../kernel/dates.ts';
import type { Hit, LawChecks } from '../findings.ts';
import { type DecisionProposal } from '../proposal.ts';
import { checkerChecks, conflictHits } from './people.ts';
import { fineIn, payCutIn, sanctionIn } from '../wording.ts';

const employmentWords = {
  established: '在编人员',
  contract: '编外合同人员',
  dispatched: '劳务派遣人员',
  temporary: '临时聘用人员',
} as const;

/** What the decision orders, with the field it stands in. */
const orders = ({ measure, requirements }: DecisionProposal): { field: string; text: string }[] => [
  { field: 'measureCode', text: measure.name },
  ...requirements.map(({ text }, at) => ({ field: `requirements.${String(at)}.text`, text })),
];

const wordsFound = (proposal: DecisionProposal, find: (text: string) => string | undefined): Hit[] =>
  orders(proposal).flatMap(({ field, text }): Hit[] => {
    const word = find(text);
    return word === undefined ? [] : [{ field, words: { word } }];
  });

const sanctions = (proposal: DecisionProposal): Hit[] =>
  proposal.measure.kind === 'sanction'
    ? [{ field: 'measureCode', words: { word: proposal.measure.name } }]
    : wordsFound(proposal, sanctionIn);

/** 公办学校的师德案件: warnings and demerits are the authority's to decide. */
const isAuthoritysMatter = ({ school, matter }: DecisionProposal): boolean =>
  school.ownership === 'public' && matter.ethics;

/** The rules on a decision that is about to be made. */
export const decisionChecks: LawChecks<DecisionProposal> = {
  'measure-not-for-employment': ({ persons, measure }) =>
    persons.flatMap(({ name, employment }): Hit[] =>
      employment === null || measure.targets.includes(employment)
        ? []
        : [
            {
              field: 'measureCode',
              words: { name, employment: employmentWords[employment], measure: measure.name },
            },
          ],
    ),

  'measure-not-for-pupils': ({ persons, measure }) =>
    persons
      .filter(({ kind }) => kind === 'pupil' && !measure.targets.includes('pupil'))
      .map(({ name }) => ({ field: 'measureCode', words: { name, measure: measure.name } })),

  'sanction-beyond-school': (proposal) =>
    isAuthoritysMatter(proposal)
      ? sanctions(proposal).map((hit) => ({
          ...hit,
          words: { ...hit.words, authority: proposal.school.authority },
        }))
      : [],

  'sanction-on-light-route': (proposal) => (isAuthoritysMatter(proposal) ? [] : sanctions(proposal)),

  fine: (proposal) => wordsFound(proposal, fineIn),

  'pay-cut': (proposal) => wordsFound(proposal, payCutIn),

  ...checkerChecks('checkers'),

  'decider-conflict': (proposal) => conflictHits(proposal, proposal.attendees, 'attendeeIds'),

  'statement-missing': ({ persons, measure, matter, statements }) =>
    measure.needsStatement || matter.ethics
      ? persons
          .filter(({ id }) => !statements.some(({ personId }) => personId === id))
          .map(({ name }) => ({ field: 'statements', words: { name, measure: measure.name } }))
      : [],

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

  'body-not-competent': ({ measure, body }) =>
    measure.decidedBy.includes(body)
      ? []
      : [
          {
            field: 'body',
            words: {
              body: decidingBodyLabels[body],
              measure: measure.name,
              competent: measure.decidedBy.map((key) => decidingBodyLabels[key]).join('、'),
            },
          },
        ],

  'no-collective-record': ({ body, attendees }) =>
    isMeeting(body) && new Set(attendees.map(({ id }) => id)).size < 2
      ? [{ field: 'attendeeIds', words: { body: decidingBodyLabels[body] } }]
      : [],

  'rectification-incomplete': ({ measure, requirements }) => {
    if (requirements.length === 0)
      return measure.needsRectification
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
