import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { closing } from '../../../documents/word/form-blocks.ts';
import type { Block } from '../../../documents/word/model.ts';
import { itemsOf, subjectsOf, type PaperFacts, type PaperMaker, type PaperSource } from '../paper-source.ts';
import { blankOf } from './lacking.ts';
import { orderedOf, personalNotice } from './personal-notice.ts';

const orderedItems = (items: CaseRecord['rectification']): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 1.3, align: 'center' },
    { title: '要求', width: 5.6 },
    { title: '期限', width: 3.5, align: 'center' },
    { title: '责任人', width: 1.8, align: 'center' },
    { title: '复查人', width: 1.8, align: 'center' },
  ],
  rows: items.map(({ text, dueOn, responsible, checker }, index) => [
    String(index + 1),
    text,
    formatDay(dueOn),
    responsible.name,
    checker.name,
  ]),
});

/** What the people of the paper have to put right. */
const ownItems = (source: PaperFacts): CaseRecord['rectification'] => {
  const ids = subjectsOf(source).map(({ personId }) => personId);
  return source.record.rectification.filter(({ responsible }) => ids.includes(responsible.id));
};

/** Of an order that names a department all that was demanded: somebody of it is responsible. */
const orderItems = (source: PaperFacts): CaseRecord['rectification'] => {
  const own = ownItems(source);
  return own.length > 0 ? own : source.record.rectification;
};

const listed = (source: PaperSource, items: CaseRecord['rectification']): readonly Block[] =>
  items.length > 0 ? [closing(source.texts.order.lead), orderedItems(items)] : [];

const orderNotice = personalNotice({
  orderWords: orderedOf,
  terms: (source) => listed(source, orderItems(source)),
  demand: (source) => source.texts.order.demand,
  lacking: (source) =>
    itemsOf(source).some(({ measure }) => measure.kind === 'order')
      ? blankOf(['整改要求', source.record.rectification.length > 0])
      : [],
});

/** 责令通知书: problem, grounds, items with term, responsible person and checker, how to report, how to object. */
export const orderMaker: PaperMaker = {
  ...orderNotice,
  fields: (source) => {
    const { 查明事实: facts = '', ...rest } = orderNotice.fields(source);
    return {
      ...rest,
      问题: facts,
      整改清单: {
        rows: orderItems(source).map(({ text, dueOn, responsible, checker }, at) => ({
          序号: String(at + 1),
          要求: text,
          期限: formatDay(dueOn),
          责任人: responsible.name,
          复查人: checker.name,
        })),
      },
      回报方式: source.texts.order.demand,
    };
  },
};

/** 批评教育书 */
export const letterMaker: PaperMaker = personalNotice({
  orderWords: orderedOf,
  terms: (source) => listed(source, ownItems(source)),
  demand: (source) => source.texts.letter.demand,
  lacking: () => [],
});
