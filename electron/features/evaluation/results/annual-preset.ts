import type { z } from 'zod';
import { freshGroup } from '../../../../shared/features/evaluation/fresh.ts';
import { annualBands, hasAnnualBands } from '../../../../shared/features/evaluation/results/annual.ts';
import type { annualPlanSchema } from '../../../../shared/features/evaluation/results/channels.ts';
import type { IndicatorVersion } from '../../../../shared/features/evaluation/indicators.ts';
import { subjectSourceOf, type RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import { invalidField } from '../../../../shared/kernel/result.ts';
import { excellentShare } from '../../../../shared/law/rules/assessment.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext, NewId } from '../../context.ts';
import { cycleCollection, indicatorSystemCollection, indicatorVersionCollection } from '../collections.ts';
import { viewCycle } from '../cycles.ts';
import { cycleEvent } from '../plan.ts';
import { chooseSubjects } from '../subjects.ts';
import { requireVersion } from '../systems.ts';

const ABOUT = [
  '依据《事业单位工作人员考核规定》（人社部发〔2023〕6号）。',
  '程序：听取教职工意见后发布方案；个人总结、述职；测评、核实、评价；领导班子集体研究确定档次；优秀档次公示不少于五个工作日；书面告知本人并由本人签署意见。',
].join('\n');

/** 领导评价, 民主测评 and 考核小组: as most schools weigh them. Raters are named while the plan is made. */
const groupsOf = (newId: NewId): RaterGroup[] => [
  { ...freshGroup(newId(), 'leader', 4000), name: '领导评价' },
  {
    ...freshGroup(newId(), 'peer', 3000),
    name: '民主测评',
    minRaters: 3,
    trim: { highest: 1, lowest: 1, from: 5 },
  },
  { ...freshGroup(newId(), 'panel', 3000), name: '考核小组' },
];

/** The version with the four grades of the yearly assessment: itself, changed while it is a draft, or a new one. */
const withAnnualBands = (tx: Tx, version: IndicatorVersion, newId: NewId): IndicatorVersion => {
  if (hasAnnualBands(version.content)) return version;
  const content = { ...version.content, bands: [...annualBands] };
  const saved = { at: instantOfMs(tx.now), by: tx.actor };
  const newest = [...tx.by(indicatorVersionCollection, 'system', version.systemId)].sort(
    (a, b) => b.number - a.number,
  )[0];
  if (version.frozen === null) return tx.replace(indicatorVersionCollection, { ...version, content, saved });
  if (newest?.frozen === null)
    throw invalidField(
      'annual.versionId',
      `这一版指标已经用于考核，请改用正在起草的第 ${String(newest.number)} 版`,
    );
  return tx.insert(indicatorVersionCollection, {
    id: newId(),
    systemId: version.systemId,
    number: (newest?.number ?? version.number) + 1,
    content,
    created: saved,
    saved,
    frozen: null,
  });
};

/**
 * A draft of the yearly assessment: whom it is about, groups, four grades, and the share of 优秀 by condition (第十五条).
 *
 * @throws AppError `not-found` for an unknown version, `invalid` for indicators that are not for staff, and where
 *   nobody of their kind works in the departments.
 */
export const createAnnual = (
  { annual }: { readonly annual: z.output<typeof annualPlanSchema> },
  context: CallContext,
): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const chosen = requireVersion(tx, annual.versionId);
    const { kind } = tx.require(indicatorSystemCollection, chosen.systemId, '指标体系');
    if (subjectSourceOf(kind) !== 'staff')
      throw invalidField('annual.versionId', '年度考核只用于教职工，请选择教职工的指标体系');
    if (annual.endsOn < annual.startsOn) throw invalidField('annual.endsOn', '结束日期不能早于开始日期');
    const version = withAnnualBands(tx, chosen, context.newId);
    const { condition, approval, departmentIds } = annual;
    const cycle = tx.insert(cycleCollection, {
      id: context.newId(),
      name: `${String(annual.year)}年度考核`,
      versionId: version.id,
      schoolYearId: null,
      term: null,
      startsOn: annual.startsOn,
      endsOn: annual.endsOn,
      about: ABOUT,
      whenAbsent: 'block',
      standardise: null,
      rankWithin: 'all',
      minSample: 3,
      quota: { share: excellentShare(condition, approval), by: 'all', poolBelow: 0, floor: 0, approval },
      annual: condition,
      assessedYear: annual.year,
      groups: groupsOf(context.newId),
      kind,
      subjects: chooseSubjects(
        tx,
        kind,
        { by: 'kind', departmentIds: departmentIds.length === 0 ? null : departmentIds },
        context.today,
      ),
      state: 'draft',
      confirmations: 0,
      sealed: null,
      published: null,
      history: [cycleEvent(tx, 'created', '按年度考核规定预置')],
    });
    return viewCycle(tx, cycle, context);
  });
