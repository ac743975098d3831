import { outcomeLabels } from '../../../shared/features/appeals/kinds.ts';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import type { Reader } from '../../store/types.ts';
import { appealCollection } from './collections.ts';
import { kindWord, measuresOf } from './words.ts';

/**
 * What appeals put into a person's archive: those that left something standing. With an annulled decision its appeal goes
 * out of the archive too, for it would tell of what is not to be told any more (E3).
 */
export const appealTimeline = (reader: Reader, personId: string): TimelineEntry[] =>
  reader.by(appealCollection, 'person', personId).flatMap((appeal): TimelineEntry[] => {
    const { decision } = appeal;
    if (!decision || decision.outcome === 'annul') return [];
    const changed = decision.replacements.map(({ before, after }) => `${before}变更为${after}`).join('；');
    const number = appeal.papers.find(({ form }) => form === 'decision')?.number ?? decision.number;
    return [
      {
        day: decision.decidedOn,
        kind: '申诉复核',
        title: `${kindWord(appeal)}${outcomeLabels[decision.outcome]}：${decision.outcome === 'change' ? '处理已变更' : measuresOf(appeal.items)}`,
        about: [changed === '' ? '' : `${changed}。`, number === '' ? '' : `文号 ${number}。`].join(''),
        link: `/appeals/${appeal.id}`,
        tone: decision.outcome === 'change' ? 'good' : 'neutral',
      },
    ];
  });
