import type { DecisionProposal, ProposedMeasure, ProposedPerson } from './proposal.ts';

/**
 * Whose decision a measure is. The school can only propose what belongs to the authority.
 *
 * 《中小学教师违反职业道德行为处理办法》第七条: in a public school every sanction in a 师德 case is the authority's.
 * 《事业单位工作人员处分规定》: 开除 of staff in 编制 is decided by the authority. What the catalogue gives to the authority
 * alone (转入专门学校, 免职 of leaders it appoints) is the authority's too.
 */
export const powerOf = (
  school: DecisionProposal['school'],
  matter: Pick<DecisionProposal['matter'], 'ethics'>,
  person: Pick<ProposedPerson, 'employment'>,
  measure: Pick<ProposedMeasure, 'kind' | 'sanction' | 'decidedBy'>,
): 'school' | 'authority' => {
  if (measure.decidedBy.every((body) => body === 'authority')) return 'authority';
  if (measure.kind !== 'sanction') return 'school';
  if (school.ownership === 'public' && matter.ethics) return 'authority';
  return measure.sanction === 'dismissal' && person.employment === 'established' ? 'authority' : 'school';
};
