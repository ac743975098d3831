import { ratersOf, type Involved } from '../../../../shared/features/evaluation/feedback/reviewers.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { Reader } from '../../../store/types.ts';
import { accountCollection } from '../../accounts/index.ts';
import { confirmedResults } from '../results.ts';
import { adjustmentCollection, meetingCollection } from '../results/collections.ts';

/** Names as they stand in the minutes: 张三、李四（副校长）. */
const namesIn = (text: string): string[] =>
  text
    .replace(/[（(][^）)]*[）)]/gu, '')
    .split(/[、，,；;\s]+/u)
    .filter((name) => name !== '');

/** Everybody who had a hand in the result of a subject: who rated, who settled it in the meeting, who confirmed. */
export const involvedIn = (reader: Reader, cycle: Cycle, subjectId: string): Involved[] => {
  const staffOf = (userId: string): string | null => reader.get(accountCollection, userId)?.staffId ?? null;
  const confirmed = confirmedResults(reader, cycle).find(
    (result) => result.subjectId === subjectId,
  )?.confirmed;
  const meetings = reader.by(meetingCollection, 'cycle', cycle.id);
  const adjusted = reader
    .by(adjustmentCollection, 'cycle', cycle.id)
    .filter((one) => one.subjectId === subjectId && one.undone === null);
  return [
    ...ratersOf(cycle, subjectId, staffOf),
    ...meetings.flatMap(({ chair, present }) =>
      [chair, ...namesIn(present)].map((name) => ({ staffId: null, name, how: '参加了校准会议' })),
    ),
    ...adjusted.map(({ made: { by } }) => ({
      staffId: staffOf(by.userId),
      name: by.name,
      how: '调整过这个结果',
    })),
    ...(confirmed
      ? [{ staffId: staffOf(confirmed.by.userId), name: confirmed.by.name, how: '确认了这次结果' }]
      : []),
  ];
};
