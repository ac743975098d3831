import { formatDay } from '../../kernel/dates.ts';
import type { LawChecks } from '../findings.ts';
import type { DecisionProposal } from '../proposal.ts';
import { pupilBandLabels } from '../vocabulary.ts';
import { collectiveIn, expulsionIn, marksIn } from '../wording.ts';
import { itemHits, personHits, wordsFound } from './items.ts';

/** 不超过一周: 第十条 of 《中小学教育惩戒规则（试行）》. */
const LONGEST_SUSPENSION = 7;

const isDiscipline = (kind: string): boolean => kind === 'discipline' || kind === 'pupil-sanction';

/** The rules on measures on pupils: 《中小学教育惩戒规则（试行）》, 《义务教育法》, 《未成年人保护法》. */
export const pupilRules: LawChecks<DecisionProposal> = {
  'staff-not-for-pupil-measure': (proposal) =>
    itemHits(proposal, ({ measure }, { kind }) =>
      kind !== 'pupil' && measure.targets.every((target) => target === 'pupil') ? {} : undefined,
    ),

  'department-measure': (proposal) =>
    itemHits(proposal, ({ measure }, { kind }) =>
      kind === 'department' && !measure.targets.includes('department') ? {} : undefined,
    ),

  'pupil-expulsion': (proposal) => [
    ...itemHits(proposal, ({ measure }, { kind, band }) =>
      kind === 'pupil' && measure.pupil?.form === 'expulsion' && band !== 'senior'
        ? { word: measure.name, stage: band === null ? '' : pupilBandLabels[band] }
        : undefined,
    ),
    ...(proposal.persons.some(({ kind }) => kind === 'pupil')
      ? wordsFound(
          { ...proposal, items: proposal.items.filter(({ measure }) => measure.pupil?.form !== 'expulsion') },
          expulsionIn,
        ).map((hit) => ({ ...hit, words: { name: '学生', stage: '', ...hit.words } }))
      : []),
  ],

  'pupil-suspension-too-long': (proposal) =>
    itemHits(
      proposal,
      ({ measure, days }) =>
        measure.pupil?.form === 'suspension' && days !== null && days > LONGEST_SUSPENSION
          ? { days: String(days) }
          : undefined,
      'days',
    ),

  'pupil-grade': (proposal) =>
    itemHits(proposal, ({ measure }, { kind, band }) =>
      kind === 'pupil' &&
      band !== null &&
      measure.pupil !== null &&
      measure.pupil.form !== 'expulsion' &&
      (!measure.pupil.bands.includes(band) ||
        ((measure.pupil.level === 'grave' || measure.pupil.level === 'sanction') && band === 'primary-lower'))
        ? { stage: pupilBandLabels[band] }
        : undefined,
    ),

  'pupil-for-marks': (proposal) =>
    proposal.items.some(({ measure }) => isDiscipline(measure.kind))
      ? proposal.matter.academic
        ? [{ words: { why: `事由是“${proposal.matter.name}”` } }]
        : marksIn(proposal.reason) === undefined
          ? []
          : [{ field: 'reason', words: { why: `理由中写有“${marksIn(proposal.reason) ?? ''}”` } }]
      : [],

  'pupil-collective': (proposal) => {
    if (!proposal.items.some(({ measure }) => isDiscipline(measure.kind))) return [];
    const word = collectiveIn(proposal.reason);
    return [
      ...(word === undefined ? [] : [{ field: 'reason', words: { word } }]),
      ...wordsFound(proposal, collectiveIn),
    ];
  },

  'guardian-untold': (proposal) =>
    personHits(
      proposal,
      ({ id, kind }, items) => {
        if (kind !== 'pupil') return undefined;
        const needing = items.find(({ measure }) => measure.needsGuardian);
        if (!needing) return undefined;
        const told = proposal.notices.find(({ personId }) => personId === id)?.guardianToldOn ?? null;
        if (told !== null && told <= proposal.decidedOn) return undefined;
        return {
          measure: needing.measure.name,
          when: told === null ? '还没有告知监护人' : `监护人在${formatDay(told)}才被告知`,
        };
      },
      'notices',
    ),

  'pupil-checkers': ({ items, checkers }) => {
    const grave = items.find(
      ({ measure }) => measure.pupil?.level === 'grave' || measure.pupil?.level === 'sanction',
    );
    return grave && new Set(checkers.map(({ id }) => id)).size < 2
      ? [{ field: 'checkers', words: { measure: grave.measure.name } }]
      : [];
  },

  'pupil-rule-missing': (proposal) =>
    proposal.items.some(({ measure }) => isDiscipline(measure.kind)) &&
    !proposal.grounds.some(({ kind }) => kind === 'school-rule')
      ? [{ field: 'grounds' }]
      : [],
};
