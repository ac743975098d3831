import { roleLabel } from '../../../../shared/features/organisation/bodies/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../../shared/kernel/timeline.ts';
import type { Reader } from '../../../store/types.ts';
import { bodyCollection } from './collection.ts';

/** The bodies in which a person sat: coming in, and leaving. */
export const bodyTimeline = (reader: Reader, staffId: string): TimelineEntry[] =>
  reader.by(bodyCollection, 'member', staffId).flatMap((body) =>
    body.members
      .filter((member) => member.staffId === staffId)
      .flatMap(({ role, startsOn, endsOn, basis, endReason }): TimelineEntry[] => {
        const office = `${body.name}${roleLabel(body.kind, role)}`;
        const link = `/organisation/bodies/${body.id}`;
        return [
          {
            day: startsOn,
            kind: '任职',
            title: `任${office}`,
            about: `依据：${basis}。`,
            tone: 'neutral',
            link,
          },
          ...(endsOn === null
            ? []
            : [
                {
                  day: endsOn,
                  kind: '任职',
                  title: `不再任${office}`,
                  about: `到${formatDay(endsOn)}为止${endReason === '' ? '' : `，${endReason}`}。`,
                  tone: 'neutral' as const,
                  link,
                },
              ]),
        ];
      }),
  );
