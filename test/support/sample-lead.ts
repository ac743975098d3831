import type { Lead } from '../../shared/features/leads/schema.ts';

const made = { at: '2026-11-20T02:00:00.000Z', by: { userId: 'u1', name: '周敏' } };

/** A lead with something in every field; `texts` is what stands in every text that somebody typed. */
export const sampleLead = ({
  texts = '反映的情况',
  ...change
}: Partial<Lead> & { texts?: string } = {}): Lead => ({
  id: 'l1',
  rev: 1,
  number: '线索〔2026〕1号',
  numberId: 'n1',
  state: 'received',
  channel: 'parent',
  way: 'letter',
  receivedOn: '2026-11-20',
  content: texts,
  occurredOn: '2026-11-18',
  occurredNote: texts,
  people: [
    { kind: 'staff', id: 's1', name: '王立新' },
    { kind: 'pupil', id: 'p1', name: '林小满' },
    { kind: 'other', name: texts, minor: false },
  ],
  matter: { code: 'duty-patrol', version: 1, name: '值班与巡查' },
  attachments: [
    { id: 'a1', file: { hash: 'a'.repeat(64), name: texts, mime: 'image/png', size: 3 }, added: made },
  ],
  replyTo: 'source',
  registered: made,
  acknowledgement: null,
  triage: {
    way: 'transfer',
    reason: texts,
    transfer: {
      receiverKind: 'authority',
      receiver: texts,
      request: texts,
      transferredOn: '2026-11-21',
      answerBy: null,
    },
    case: null,
    made,
  },
  replies: [{ id: 'r1', repliedOn: '2026-11-23', way: 'letter', outcome: 'partly', text: texts, made }],
  closing: { note: texts, outcome: 'partly', withoutReply: texts, made },
  merged: { leadId: 'l2', number: '线索〔2026〕2号', reason: texts, made },
  related: [{ leadId: 'l3', reason: texts, made }],
  redactions: [{ reason: texts, places: 1, made }],
  clocks: [],
  history: [{ made, act: '登记线索', state: 'received', note: texts }],
  ...change,
});

/** A lead that was just registered. */
export const freshLead = (change: Partial<Lead> = {}): Lead => ({
  ...sampleLead(),
  triage: null,
  replies: [],
  closing: null,
  merged: null,
  related: [],
  redactions: [],
  ...change,
});
