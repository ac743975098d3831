import { inForce, type Matter, type Measure } from '../standards/schema.ts';
import type { MeasureContent } from '../standards/measure.ts';
import { measureKindLabels } from '../../law/vocabulary.ts';
import { subjectKindLabels, type SubjectKind } from './people.ts';
import type { Route } from './states.ts';

/** Which way a matter goes, and why. A proposal: whoever registers may take another. */
export interface ProposedRoute {
  readonly route: Route;
  readonly why: string;
}

const isFor = (content: MeasureContent, kinds: readonly SubjectKind[]): boolean =>
  content.targets.some((target) =>
    kinds.includes(target === 'pupil' || target === 'department' ? target : 'staff'),
  );

/** The first measure usual for the matter that cannot be had without 立案调查. */
const investigatedMeasure = (
  matter: Matter,
  measures: readonly Measure[],
  kinds: readonly SubjectKind[],
): MeasureContent | undefined =>
  inForce(matter)
    .content.usualMeasures.flatMap((code) => measures.find(({ id }) => id === code) ?? [])
    .map((measure) => inForce(measure).content)
    .find((content) => content.requires.investigation && isFor(content, kinds));

/**
 * Pupils take the route of the rules on 教育惩戒. For all others a matter whose usual measures need an investigation takes
 * the ordinary route from the beginning: what was found out on the light one would have to be found out anew. What is
 * left is light.
 */
export const proposeRoute = (
  kinds: readonly SubjectKind[],
  matter: Matter | undefined,
  measures: readonly Measure[],
): ProposedRoute => {
  if (kinds.includes('pupil'))
    return {
      route: 'pupil',
      why: `当事人是${subjectKindLabels.pupil}，按《中小学教育惩戒规则（试行）》办理。`,
    };
  if (!matter) return { route: 'light', why: '选好事由后，程序按常用措施建议办理方式。' };
  const { name } = inForce(matter).content;
  const heavy = investigatedMeasure(matter, measures, kinds.length > 0 ? kinds : ['staff']);
  if (heavy)
    return {
      route: 'ordinary',
      why: `“${name}”可能用到“${heavy.name}”（${measureKindLabels[heavy.kind]}），要先立案调查才能决定。`,
    };
  return { route: 'light', why: `“${name}”常用的措施不需要立案调查，核实、告知、听取陈述后即可决定。` };
};

/** Routes that people of these kinds may take at all. */
export const routesOpenTo = (kinds: readonly SubjectKind[]): readonly Route[] =>
  kinds.includes('pupil') ? ['pupil', 'transferred'] : ['light', 'ordinary', 'transferred'];

/** What was chosen as long as these people may take it, else the proposal: people may change after a route was chosen. */
export const routeTaken = (
  chosen: Route | undefined,
  kinds: readonly SubjectKind[],
  matter: Matter | undefined,
  measures: readonly Measure[],
): Route =>
  chosen !== undefined && routesOpenTo(kinds).includes(chosen)
    ? chosen
    : proposeRoute(kinds, matter, measures).route;
