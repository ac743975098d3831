import { formatDay } from '../../kernel/dates.ts';
import type { Hit, LawChecks } from '../findings.ts';
import type { DecisionProposal } from '../proposal.ts';
import { attendeesOf, itemHits, personHits } from './items.ts';
import { conflictHits } from './people.ts';

/** Laws that speak of one kind of person alone; all others may be cited for both. */
const AUDIENCE: Readonly<Record<string, 'staff' | 'pupil'>> = {
  '中小学教育惩戒规则（试行）': 'pupil',
  预防未成年人犯罪法: 'pupil',
  事业单位工作人员处分规定: 'staff',
  事业单位人事管理条例: 'staff',
  事业单位工作人员考核规定: 'staff',
  公职人员政务处分法: 'staff',
  中小学教师违反职业道德行为处理办法: 'staff',
  新时代中小学教师职业行为十项准则: 'staff',
  教师法: 'staff',
  劳动法: 'staff',
  劳动合同法: 'staff',
};
const audienceOf = (law: string): 'staff' | 'pupil' | undefined => AUDIENCE[law];

/** 不得因复核、申诉加重: what was annulled must not come back harder when the matter is decided anew. */
const redecided = (heavier: DecisionProposal['heavier']): Hit[] =>
  heavier.map(({ name, appeal, before, after }) => ({
    field: 'items',
    words: { name, appeal, before, after },
  }));

/** The rules on how a decision comes about: told, heard, investigated by two, decided by a body that may. */
export const procedureRules: LawChecks<DecisionProposal> = {
  'too-few-investigators': ({ filing, investigators }) =>
    filing !== null && new Set(investigators.map(({ id }) => id)).size < 2
      ? [{ words: { count: String(new Set(investigators.map(({ id }) => id)).size) } }]
      : [],

  'investigator-conflict': (proposal) => conflictHits(proposal, proposal.investigators, 'investigators'),

  'notice-missing': (proposal) =>
    personHits(
      proposal,
      ({ id, kind }, items) =>
        kind !== 'department' &&
        items.some(({ measure }) => measure.needsStatement) &&
        !proposal.notices.some(({ personId }) => personId === id)
          ? {}
          : undefined,
      'notices',
    ),

  'intention-untold': (proposal) =>
    personHits(
      proposal,
      ({ id }, items) => {
        const notice = proposal.notices.find(({ personId }) => personId === id);
        const grave = items.find(
          ({ measure }) => measure.kind === 'sanction' || measure.kind === 'pupil-sanction',
        );
        return notice && grave && notice.intended.trim() === '' ? { measure: grave.measure.name } : undefined;
      },
      'notices',
    ),

  'hearing-not-offered': (proposal) =>
    personHits(
      proposal,
      ({ id }, items) => {
        const needing = items.find(({ measure }) => measure.needsHearing);
        const notice = proposal.notices.find(({ personId }) => personId === id);
        return needing && notice && !notice.hearingOffered ? { measure: needing.measure.name } : undefined;
      },
      'notices',
    ),

  'hearing-not-held': (proposal) =>
    personHits(
      proposal,
      ({ id }) => {
        const statement = proposal.statements.find(({ personId }) => personId === id);
        return statement?.hearingAsked === true && !statement.hearingHeld ? {} : undefined;
      },
      'statements',
    ),

  'no-quorum': ({ meeting }) =>
    meeting !== null && meeting.members.length > 0 && !meeting.hasQuorum
      ? [{ field: 'meeting.members', words: { needed: String(meeting.quorum) } }]
      : [],

  'meeting-off-roll': ({ meeting }) => {
    const roll = meeting?.roll ?? null;
    if (meeting === null || roll === null || meeting.members.length === 0) return [];
    const { body, strangers, uncalled } = roll;
    const hit = (names: readonly string[], what: string): Hit[] =>
      names.length === 0 ? [] : [{ field: 'meeting.members', words: { name: names.join('、'), body, what } }];
    return [
      ...hit(strangers, `不是“${body}”的成员，却参加表决`),
      ...hit(uncalled, `是“${body}”的成员，却没有列入参加人员`),
    ];
  },

  'investigator-votes': (proposal) =>
    attendeesOf(proposal)
      .filter(({ id }) => proposal.investigators.some((investigator) => investigator.id === id))
      .map(({ name }) => ({ field: 'meeting.members', words: { name } })),

  'out-of-band': (proposal) =>
    itemHits(proposal, ({ measure }, { id }) => {
      const band = proposal.bands[id];
      return band === undefined ||
        measure.severity.length === 0 ||
        measure.severity.includes(band) ||
        measure.kind === 'remedial'
        ? undefined
        : {};
    }),

  'ground-mismatch': ({ grounds, matter, items, persons }) => {
    const laws = grounds.flatMap((cited) => (cited.kind === 'law' ? [cited.ground] : []));
    const pupils = persons.some(({ kind }) => kind === 'pupil');
    const foreign = laws.find(({ law }) => audienceOf(law) === (pupils ? 'staff' : 'pupil'));
    if (foreign)
      return [
        {
          field: 'grounds',
          words: { why: `《${foreign.law}》只适用于${pupils ? '教职工' : '学生'}` },
        },
      ];
    const fitting = new Set([...matter.grounds, ...items.flatMap(({ measure }) => measure.grounds)]);
    const fits =
      laws.length < grounds.length || fitting.size === 0 || laws.some(({ code }) => fitting.has(code));
    return laws.length === 0 || fits
      ? []
      : [{ field: 'grounds', words: { why: `没有一项是“${matter.name}”或者所选措施的依据` } }];
  },

  'redecided-heavier': ({ heavier }) => redecided(heavier.filter(({ pupil }) => !pupil)),
  'pupil-redecided-heavier': ({ heavier }) => redecided(heavier.filter(({ pupil }) => pupil)),

  'decided-before-told': ({ notices, persons, decidedOn }) =>
    notices
      .filter(({ notifiedOn }) => notifiedOn > decidedOn)
      .map(({ personId, notifiedOn }) => ({
        field: 'decidedOn',
        words: {
          name: persons.find(({ id }) => id === personId)?.name ?? '',
          told: formatDay(notifiedOn),
        },
      })),
};
