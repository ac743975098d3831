import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, sanctionCollection } from './collections.ts';

/**
 * What cases put into a person's archive: founded matters alone. A matter that was never decided, or whose decision
 * was taken back, leaves no trace there (E3).
 */
export const caseTimeline = (reader: Reader, personId: string): TimelineEntry[] =>
  reader
    .by(sanctionCollection, 'person', personId)
    .filter(({ annulled }) => annulled === null)
    .flatMap((sanction): TimelineEntry[] => {
      const record = reader.get(caseCollection, sanction.caseId);
      if (!record || record.state === 'withdrawn') return [];
      const link = `/cases/${record.id}`;
      const done = record.rectification.filter(
        (item) => item.responsible.id === personId && item.checks.at(-1)?.passed === true,
      );
      return [
        {
          day: sanction.decidedOn,
          kind: '问责决定',
          title: `${sanction.measureName}：${sanction.matterName}`,
          about: [
            `${formatDay(sanction.occurredOn)}，${sanction.summary.replace(/。$/, '')}。`,
            // Where the school could only propose, the decision is another's.
            record.submission?.organ === sanction.decidedBy ? `由${sanction.decidedBy}决定。` : '',
            sanction.paperNumber === null ? '' : `文号 ${sanction.paperNumber}。`,
          ].join(''),
          link,
          tone: 'bad',
        },
        ...done.map((item): TimelineEntry => ({
          day: item.checks.at(-1)?.checkedOn ?? sanction.decidedOn,
          kind: '整改',
          title: '整改复查合格',
          about: item.text,
          link,
          tone: 'good',
        })),
      ];
    });
