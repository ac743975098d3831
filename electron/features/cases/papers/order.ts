import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { Block } from '../../../documents/word/model.ts';
import { itemsOf, type PaperMaker, type PaperSource } from '../paper-source.ts';
import { blankOf } from './lacking.ts';
import { paragraph } from './parts.ts';
import { orderedOf, personalNotice } from './personal-notice.ts';

const orderedItems = (record: CaseRecord): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 1.3, align: 'center' },
    { title: '要求', width: 5.6 },
    { title: '期限', width: 3.5, align: 'center' },
    { title: '责任人', width: 1.8, align: 'center' },
    { title: '复查人', width: 1.8, align: 'center' },
  ],
  rows: record.rectification.map(({ text, dueOn, responsible, checker }, index) => [
    String(index + 1),
    text,
    formatDay(dueOn),
    responsible.name,
    checker.name,
  ]),
});

const items = (source: PaperSource): readonly Block[] =>
  source.record.rectification.length > 0
    ? [paragraph(source.texts.order.lead), orderedItems(source.record)]
    : [];

/** 责令通知书: problem, grounds, items with term, responsible person and checker, how to report, how to object. */
export const orderMaker: PaperMaker = personalNotice({
  orderWords: orderedOf,
  terms: items,
  demand: (source) => source.texts.order.demand,
  lacking: (source) =>
    itemsOf(source).some(({ measure }) => measure.kind === 'order')
      ? blankOf(['整改要求', source.record.rectification.length > 0])
      : [],
});

/** 批评教育书 */
export const letterMaker: PaperMaker = personalNotice({
  orderWords: orderedOf,
  terms: items,
  demand: (source) => source.texts.letter.demand,
  lacking: () => [],
});
