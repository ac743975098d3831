import { useMemo } from 'react';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { isMeeting } from '../../../../shared/law/vocabulary.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm, type ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { overridesFrom, reasonPath } from '../../../ui/law/reasons.ts';
import { useCaseCommand } from '../mutations.ts';
import type { CaseStandards } from './case-standards.ts';
import { competentBodies, decideSchema, proposedItems, sentDecision, usualGrounds } from './decide-values.ts';

/** The form of a decision, begun with what the findings propose; sends it and says which numbers it got. */
export const useDecideForm = (
  record: CaseRecord,
  standards: CaseStandards,
  onClose: () => void,
): ZodFormHandle => {
  const toast = useToast();
  const decide = useCaseCommand('cases.decide');
  const proposed = useMemo(() => proposedItems(standards, record), [standards, record]);
  const today = dayOfMs(Date.now());
  return useZodForm({
    schema: decideSchema,
    initial: {
      items: proposed,
      grounds: usualGrounds(standards, proposed),
      body: competentBodies(standards, record, proposed).find(isMeeting) ?? 'principal-meeting',
      decidedOn: today,
      effectiveOn: today,
      deciderId: null,
      meeting: { name: '', place: '', chairId: '', recorderId: '', members: [], opinions: '' },
      reason: '',
      addressee: '各部门、全体教职工',
      organ: standards.school.authority,
      requirements: [],
    },
    draftKey: `cases.decide:${record.id}:${String(record.round)}`,
    pathOf: (path) => reasonPath(path.replace(/^decision\./, '')),
    onSubmit: async (values) => {
      const { record: after } = await decide.mutateAsync({
        id: record.id,
        rev: record.rev,
        decision: sentDecision(values),
        overrides: overridesFrom(values.reasons),
      });
      const numbers = after.papers.flatMap(({ void: gone, number, itemIds }) =>
        gone || number === null || itemIds.length === 0 ? [] : [number],
      );
      const done = after.state === 'submitted' ? '已形成处分建议' : '已作出决定';
      toast.done(numbers.length > 0 ? `${done}，文号 ${numbers.join('、')}` : done);
      onClose();
    },
  });
};
