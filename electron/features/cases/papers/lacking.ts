import { decisionOf, type PaperFacts } from '../paper-source.ts';

/** Names of the fields that are blank: what keeps a paper from being issued, in words that a person reads. */
export const blankOf = (...fields: readonly (readonly [name: string, isThere: boolean])[]): string[] =>
  fields.filter(([, isThere]) => !isThere).map(([name]) => name);

export const isFilled = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

/** What every paper of a decision has to have before it leaves the house. */
export const lackingOfDecision = (source: PaperFacts): string[] => {
  const { record, school, paper } = source;
  const decision = decisionOf(source);
  return blankOf(
    ['查明的事实', isFilled(record.facts)],
    ['认定与处理理由', isFilled(decision.reason)],
    ['依据', decision.grounds.length > 0],
    ['复核和申诉的受理机关（在学校信息中填写主管教育部门）', isFilled(school.authority)],
    ['文号', isFilled(paper?.number)],
  );
};

/** A collective decision has to be on record: who was there and how they voted, or who decided alone. */
export const lackingOfDecider = (source: PaperFacts): string[] => {
  const { meeting, decider } = decisionOf(source);
  return blankOf(['集体讨论记录或者决定人', meeting !== null || decider !== null]);
};
