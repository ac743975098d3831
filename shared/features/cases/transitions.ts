import { decisionTransitions } from './decision-transitions.ts';
import { inquiryTransitions } from './inquiry-transitions.ts';
import type { Transition } from './transition.ts';

/**
 * The one description of how a case goes. Of several transitions of one act the first whose conditions hold is taken.
 *
 * 简易办理 (light): facts are checked by two, the person is told and heard, a body decides.
 * 一般程序 (ordinary): 立案, investigation by two, report, findings, intended measure told, statement and hearing,
 * collective decision, and where the school has no power of its own, a proposal to the authority instead of a decision.
 * 学生教育惩戒 (pupil): like light, with the guardian told and one checker where the measure is slight.
 * 移送办理 (transferred): the matter goes to the organ that has to deal with it, and its answer is kept.
 */
export const transitions: readonly Transition[] = [...inquiryTransitions, ...decisionTransitions];
