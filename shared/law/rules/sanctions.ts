import { addMonths, formatDay } from '../../kernel/dates.ts';
import type { Hit, LawChecks } from '../findings.ts';
import { LONGEST_MONTHS, periodEnd } from '../periods.ts';
import type { DecisionProposal } from '../proposal.ts';
import { sanctionsOfTrack } from '../vocabulary.ts';
import { licenceIn } from '../wording.ts';
import { itemHits, personHits, wordsFound } from './items.ts';

/** The shortest time for which qualifications are withdrawn in a 师德 case. */
const SHORTEST_QUALIFICATION = 24;

/** The rules on sanctions of staff: which kinds for whom, by whom, how long. */
export const sanctionRules: LawChecks<DecisionProposal> = {
  'sanction-wrong-track': (proposal) =>
    itemHits(proposal, ({ measure }, { kind, managerial, employment }) => {
      if (kind !== 'staff' || employment !== 'established') return undefined;
      const track = managerial ? 'managerial' : 'other';
      const fits =
        (measure.track === 'any' || measure.track === track) &&
        (measure.sanction === null || sanctionsOfTrack[track].includes(measure.sanction));
      return fits ? undefined : { track: managerial ? '从事管理的人员' : '非管理岗位的教师和工勤人员' };
    }),

  'dismissal-beyond-school': (proposal) =>
    itemHits(proposal, ({ measure, proposal: toAuthority }, { employment }) =>
      measure.sanction === 'dismissal' && employment === 'established' && !toAuthority
        ? { authority: proposal.school.authority }
        : undefined,
    ),

  'licence-beyond-school': (proposal) =>
    wordsFound(proposal, licenceIn).filter(
      ({ field }) =>
        // To ask the authority for it is lawful: the measure that does so is a referral.
        !proposal.items.some(
          ({ measure }, at) => field === `items.${String(at)}.measureCode` && measure.kind === 'referral',
        ),
    ),

  'proposal-mixed': ({ items, school }) => {
    const toAuthority = items.find(({ proposal }) => proposal);
    const own = items.find(({ proposal }) => !proposal);
    return toAuthority && own
      ? [
          {
            field: `items.${String(items.indexOf(own))}.measureCode`,
            words: {
              measure: own.measure.name,
              proposed: toAuthority.measure.name,
              authority: school.authority,
            },
          },
        ]
      : [];
  },

  'several-sanctions': (proposal) =>
    personHits(
      proposal,
      (_person, items) => {
        const sanctions = items.filter(({ measure }) => measure.kind === 'sanction');
        return sanctions.length > 1
          ? { measures: sanctions.map(({ measure }) => measure.name).join('、') }
          : undefined;
      },
      'items',
    ),

  'period-too-long': (proposal) =>
    itemHits(proposal, ({ measure, effectiveOn, endsOn }) =>
      measure.kind === 'sanction' && endsOn !== null && endsOn > periodEnd(effectiveOn, LONGEST_MONTHS)
        ? { end: formatDay(endsOn), longest: formatDay(periodEnd(effectiveOn, LONGEST_MONTHS)) }
        : undefined,
    ),

  'periods-merged': (proposal) =>
    personHits(proposal, ({ id }, items) => {
      const sanction = items.find(({ measure }) => measure.kind === 'sanction');
      const earlier = proposal.running.find(({ personId }) => personId === id);
      if (!sanction || !earlier || sanction.endsOn === null) return undefined;
      return {
        measure: sanction.measure.name,
        earlier: earlier.measure,
        until: formatDay(earlier.endsOn),
        end: formatDay(sanction.endsOn),
      };
    }),

  'qualification-too-short': (proposal) =>
    proposal.matter.ethics
      ? itemHits(proposal, ({ measure }) =>
          measure.kind === 'qualification' && (measure.periodMonths ?? 0) < SHORTEST_QUALIFICATION
            ? { months: String(measure.periodMonths ?? 0) }
            : undefined,
        )
      : [],

  'pay-plan-missing': (proposal) =>
    proposal.grounds.some(({ kind }) => kind === 'school-rule')
      ? []
      : // About what it rests on, not about the measure: it may be chosen, and then the plan is.
        itemHits(proposal, ({ measure }) => (measure.kind === 'pay' ? {} : undefined), 'pay'),

  'investigation-missing': (proposal) =>
    proposal.route === 'ordinary'
      ? []
      : itemHits(proposal, ({ measure }, { kind }) =>
          kind !== 'pupil' && measure.needsInvestigation && measure.kind !== 'sanction' ? {} : undefined,
        ),

  'investigation-overdue': ({ filing, decidedOn }) =>
    filing !== null && decidedOn > filing.dueOn && decidedOn <= addMonths(filing.approvedOn, 12)
      ? [
          {
            field: 'decidedOn',
            words: { approved: formatDay(filing.approvedOn), due: formatDay(filing.dueOn) },
          },
        ]
      : [],

  'investigation-too-long': ({ filing, decidedOn }) =>
    filing !== null && decidedOn > addMonths(filing.approvedOn, 12)
      ? [{ field: 'decidedOn', words: { approved: formatDay(filing.approvedOn) } }]
      : [],

  'sanction-without-meeting': ({ items, body, meeting }): Hit[] => {
    const graver = items.find(
      ({ measure }) => measure.kind === 'sanction' || measure.kind === 'pupil-sanction',
    );
    return graver && meeting === null && body !== 'authority'
      ? [{ field: 'body', words: { measure: graver.measure.name } }]
      : [];
  },
};
