import type { PublicityRow, PublicityView } from '../../../shared/features/publicity/channels.ts';
import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import { shownItems } from '../../../shared/features/publicity/shown.ts';
import { isOpenTo, missingToFinish, publicityActs } from '../../../shared/features/publicity/workflow.ts';
import { daysBetween } from '../../../shared/kernel/dates.ts';
import type { CallContext } from '../context.ts';
import { lawOf } from './law.ts';

export const publicityRow = (record: Publicity, today: string): PublicityRow => ({
  id: record.id,
  number: record.number,
  title: record.content.title,
  kind: record.content.kind,
  scope: record.content.scope,
  state: record.state,
  items: record.content.items.length,
  startsOn: record.run?.startsOn ?? null,
  endsOn: record.run?.endsOn ?? null,
  daysLeft: record.state === 'shown' && record.run ? daysBetween(today, record.run.endsOn) : null,
  openObjections: record.objections.filter(({ answer }) => answer === null).length,
});

export const publicityView = (
  record: Publicity,
  { store, today, can }: Pick<CallContext, 'store' | 'today' | 'can'>,
): PublicityView => ({
  record,
  acts: can('publicity.manage') ? publicityActs.filter((act) => isOpenTo(record.state, act)) : [],
  missing: record.state === 'shown' ? missingToFinish(record, today) : [],
  shown: shownItems(record.content),
  findings: record.state === 'draft' ? lawOf(store, record.content) : [],
});
