import { useEffect, useRef } from 'react';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { isMeeting, type DecidingBody } from '../../../../shared/law/vocabulary.ts';
import { useCall } from '../../../app/calls.ts';
import { valueAt } from '../../../ui/form/field-path.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { fillIn } from '../../../ui/form/watched.ts';
import type { DraftMember } from './decide-values.ts';
import { calledMember } from './meeting-fields.tsx';

const keyOf = (members: readonly DraftMember[]): string => JSON.stringify(members);

/**
 * Begins a meeting with those of the body's last one. Members that somebody has typed or changed are left alone; those that
 * were only filled in give way when another body is chosen.
 */
export const useLastMeeting = (
  of: ZodFormHandle,
  record: CaseRecord,
  body: DecidingBody,
  members: readonly DraftMember[],
): void => {
  const collective = isMeeting(body);
  const { data } = useCall('cases.lastMeeting', { body }, { enabled: collective });
  const filled = useRef<{ body: DecidingBody; key: string } | null>(null);
  useEffect(() => {
    const last = data?.meeting;
    if (!collective || !last || filled.current?.body === body) return;
    if (members.length > 0 && keyOf(members) !== filled.current?.key) return;
    const called = last.memberIds.map((id) => calledMember(record, id));
    const isPresent = (id: string | null): boolean =>
      called.some(({ personId, attendance }) => personId === id && attendance === 'present');
    filled.current = { body, key: keyOf(called) };
    fillIn(of, {
      'meeting.members': called,
      ...(valueAt(of.form.getFieldsValue(true), 'meeting.place') === ''
        ? { 'meeting.place': last.place }
        : {}),
      'meeting.chairId': isPresent(last.chairId) ? last.chairId : '',
      'meeting.recorderId': last.recorderId ?? '',
    });
  }, [of, record, body, members, collective, data]);
};
