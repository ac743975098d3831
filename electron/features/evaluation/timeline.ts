import { subjectSourceOf } from '../../../shared/features/evaluation/schema.ts';
import { shownRows } from '../../../shared/features/evaluation/results/kept-back.ts';
import { formatResult } from '../../../shared/features/evaluation/decimal.ts';
import { dayOfInstant } from '../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import type { Reader } from '../../store/types.ts';
import { confirmedResultCollection, cycleCollection } from './collections.ts';
import { feedbackCollection } from './feedback/collections.ts';
import { currentResults } from './results.ts';

const toneOf = (grade: string): TimelineEntry['tone'] =>
  grade === '优秀' ? 'good' : grade === '不合格' ? 'bad' : 'neutral';

/** What was proposed for a reward on the ground of results that stand; what was declined stays out of the archive. */
const rewardEntries = (reader: Reader, staffId: string): TimelineEntry[] =>
  reader.by(feedbackCollection, 'subject', staffId).flatMap((held) => {
    const cycle = reader.get(cycleCollection, held.cycleId);
    if (cycle?.state !== 'confirmed' || cycle.confirmations !== held.confirmation) return [];
    return held.proposals.flatMap((one): TimelineEntry[] => {
      if (one.kind !== 'reward' || one.settled?.outcome === 'declined') return [];
      const { settled } = one;
      return [
        {
          day: settled?.on ?? dayOfInstant(one.made.at),
          kind: '奖励',
          title: `${settled ? '给予奖励' : '建议奖励'}：${one.reward}`,
          about: `${cycle.name}：${one.text}${settled ? `办理情况：${settled.note}` : ''}`,
          link: `/evaluation/cycles/${cycle.id}/feedback/${staffId}`,
          tone: settled ? 'good' : 'neutral',
        },
      ];
    });
  });

/** Confirmed results of a member of staff and what they led to, for the archive; withdrawn ones stay out of it. */
export const evaluationTimeline = (reader: Reader, staffId: string): TimelineEntry[] => [
  ...resultEntries(reader, staffId),
  ...rewardEntries(reader, staffId),
];

const resultEntries = (reader: Reader, staffId: string): TimelineEntry[] =>
  reader.by(confirmedResultCollection, 'subject', staffId).flatMap((result): TimelineEntry[] => {
    const cycle = reader.get(cycleCollection, result.cycleId);
    if (!cycle || result.withdrawn !== null || subjectSourceOf(cycle.kind) !== 'staff') return [];
    const entry = {
      day: dayOfInstant(result.confirmed.at),
      kind: '考核',
      title: cycle.name,
      link: `/evaluation/cycles/${cycle.id}/feedback/${staffId}`,
    };
    const { outcome } = result;
    if (outcome.kind === 'undetermined')
      return [{ ...entry, about: `不定等次：${outcome.reason}`, tone: 'neutral' }];
    if (outcome.kind === 'assigned')
      return [
        { ...entry, about: `直接定为${outcome.grade}：${outcome.reason}`, tone: toneOf(outcome.grade) },
      ];
    const { total, grade, rank, vetoes } = outcome.figures;
    const told = shownRows(cycle, currentResults(reader, cycle).rows, false).find(
      ({ subject }) => subject.id === staffId,
    );
    if (told?.outcome.kind === 'concealed')
      return [{ ...entry, about: `等次${grade}，总分不公开。`, tone: toneOf(grade) }];
    const place =
      rank === null ? '不参加排名' : `第 ${String(rank)} 名（共 ${String(outcome.ranked)} 人参加排名）`;
    const veto = vetoes.some(({ struck }) => struck) ? '，一票否决' : '';
    return [
      {
        ...entry,
        about: `等次${grade}${veto}，总分 ${formatResult(total)}，${place}。`,
        tone: toneOf(grade),
      },
    ];
  });
