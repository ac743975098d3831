import {
  checkedGround,
  decision,
  educated,
  lawful,
  measured,
  sanctioned,
  warned,
  type LawSamples,
} from './base.ts';

const noticed = (change: Partial<(typeof lawful.notices)[number]>) =>
  warned().notices.map((notice) => ({ ...notice, ...change }));
const heard = (change: Partial<(typeof lawful.statements)[number]>) =>
  lawful.statements.map((statement) => ({ ...statement, ...change }));
const staffLaw = { ...checkedGround, code: 'sanction-rules-2', law: '事业单位工作人员处分规定' };

const worse = { name: '王立新', pupil: false, appeal: '申〔2026〕1号', before: '警告', after: '记过' };

/** How a decision comes about. */
export const procedureSamples: LawSamples = {
  'too-few-investigators': decision(warned({ investigators: warned().investigators.slice(0, 1) }), warned()),
  'investigator-conflict': decision(
    warned({ conflicts: [{ personId: 's4', name: '刘芳', outcome: 'withdrawn' }] }),
    warned({ conflicts: [{ personId: 's4', name: '刘芳', outcome: 'dismissed' }] }),
  ),
  'notice-missing': decision(
    { ...lawful, notices: [] },
    { ...measured({ needsStatement: false }), notices: [] },
  ),
  'intention-untold': decision(warned({ notices: noticed({ intended: '' }) }), {
    ...lawful,
    notices: lawful.notices.map((notice) => ({ ...notice, intended: '' })),
  }),
  'hearing-not-offered': decision(
    sanctioned({ name: '降低岗位等级', sanction: 'lower-post', needsHearing: true }),
    {
      ...sanctioned({ name: '降低岗位等级', sanction: 'lower-post', needsHearing: true }),
      notices: noticed({ hearingOffered: true }),
    },
  ),
  'hearing-not-held': decision(
    { ...lawful, statements: heard({ hearingAsked: true }) },
    { ...lawful, statements: heard({ hearingAsked: true, hearingHeld: true }) },
  ),
  'no-quorum': decision(
    { ...lawful, meeting: lawful.meeting && { ...lawful.meeting, quorum: 3, hasQuorum: false } },
    lawful,
  ),
  'meeting-off-roll': decision(
    {
      ...lawful,
      meeting: lawful.meeting && {
        ...lawful.meeting,
        roll: { body: '问责工作领导小组', strangers: ['刘芳'], uncalled: [] },
      },
    },
    {
      ...lawful,
      meeting: lawful.meeting && {
        ...lawful.meeting,
        roll: { body: '问责工作领导小组', strangers: [], uncalled: [] },
      },
    },
  ),
  'investigator-votes': decision(
    warned({ investigators: [...warned().investigators, { id: 's7', name: '李建国' }] }),
    warned({ investigators: [...warned().investigators, { id: 's10', name: '钱学礼' }] }),
  ),
  'out-of-band': decision({ ...lawful, bands: { s1: 'grave' } }, { ...lawful, bands: {} }),
  'ground-mismatch': decision(
    educated({}, {}, { grounds: [...educated().grounds, { kind: 'law', ground: staffLaw }] }),
    warned({ grounds: [...lawful.grounds, { kind: 'law', ground: staffLaw }] }),
  ),
  'redecided-heavier': decision(
    warned({ heavier: [worse] }),
    warned({ heavier: [{ ...worse, pupil: true }] }),
  ),
  'pupil-redecided-heavier': decision(
    educated({}, {}, { heavier: [{ ...worse, pupil: true }] }),
    educated({}, {}, { heavier: [worse] }),
  ),
  'decided-before-told': decision(
    { ...lawful, notices: lawful.notices.map((notice) => ({ ...notice, notifiedOn: '2026-11-21' })) },
    { ...lawful, notices: lawful.notices.map((notice) => ({ ...notice, notifiedOn: '2026-11-20' })) },
  ),
};
