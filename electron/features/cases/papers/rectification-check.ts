import { formatDay } from '../../../../shared/kernel/dates.ts';
import { decisionPapers } from '../../../../shared/features/cases/conditions.ts';
import type { RectificationItem } from '../../../../shared/features/cases/carrying-out.ts';
import { fields, opinion, row } from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forOthers } from './audience.ts';
import { blankOf } from './lacking.ts';
import { instantOf, propertiesOf } from './parts.ts';

const itemOf = ({ record, aboutId }: PaperFacts): { item: RectificationItem | undefined; place: number } => {
  const at = record.rectification.findIndex(({ id }) => id === aboutId);
  return { item: record.rectification[at], place: at + 1 };
};

const titleOf = (source: PaperFacts): string => {
  const { place } = itemOf(source);
  return `整改复查销号单（${source.record.number}第${String(place)}项）`;
};

const dated = (entries: readonly { readonly on: string; readonly text: string }[]): string =>
  entries.map(({ on, text }) => `${formatDay(on)}：${text}`).join('\n');

/** 整改复查销号单: the demand and its term, what was done with which proofs, each check, and that the item is closed. */
const checkPaper = (source: PaperSource): PlainForm => {
  const { school, record } = source;
  const { item, place } = itemOf(source);
  const last = item?.checks.at(-1);
  const proofs = new Set(item?.reports.flatMap(({ evidence }) => evidence) ?? []);
  const issued = decisionPapers(record);
  const orders = issued.filter(({ form }) => form === 'order');
  const numbers = (orders.length > 0 ? orders : issued).flatMap(({ number }) => number ?? []);
  return {
    form: 'plain',
    issuer: school.name,
    title: '整改复查销号单',
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      fields(
        row(['案号', record.number], ['依据文书', numbers.join('、')]),
        row(
          ['事项', record.matter.name],
          ['序号', `第${String(place)}项，共${String(record.rectification.length)}项`],
        ),
        opinion('整改要求', item?.text ?? '', { lines: 3 }),
        row(['责任人', item?.responsible.name ?? ''], ['整改期限', item ? formatDay(item.dueOn) : '']),
        opinion(
          '整改情况',
          dated(item?.reports.map(({ reportedOn, text }) => ({ on: reportedOn, text })) ?? []),
          {
            sign: '责任人（签名）：',
            lines: 4,
          },
        ),
        row([
          '证明材料',
          record.evidence
            .filter(({ id }) => proofs.has(id))
            .map(({ title }) => title)
            .join('、') || '无',
        ]),
        opinion(
          '复查情况',
          dated(
            item?.checks.map(({ checkedOn, passed, note }) => ({
              on: checkedOn,
              text: `${passed ? '合格' : '不合格'}。${note}`,
            })) ?? [],
          ),
          { sign: '复查人（签名）：', lines: 4 },
        ),
        row(
          ['复查人', item?.checker.name ?? ''],
          ['复查结论', last === undefined ? '' : last.passed ? '合格，同意销号' : '不合格，继续整改'],
        ),
        opinion('销号', last?.passed === true ? `${formatDay(last.checkedOn)}销号。` : '', {
          sign: '负责人（签名）：',
          lines: 2,
        }),
      ),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOf(source), last?.checked.at ?? instantOf(record.registeredOn)),
  };
};

export const rectificationCheckMaker: PaperMaker = forOthers({
  numberSuffix: '销',
  title: titleOf,
  lacking: (source) => {
    const { item } = itemOf(source);
    return blankOf(
      ['整改情况', (item?.reports.length ?? 0) > 0],
      ['复查合格的意见', item?.checks.at(-1)?.passed === true],
    );
  },
  make: checkPaper,
  datedOn: (source) => itemOf(source).item?.checks.at(-1)?.checkedOn ?? source.record.registeredOn,
  fields: (source) => {
    const { item } = itemOf(source);
    const last = item?.checks.at(-1);
    return {
      整改要求: item?.text ?? '',
      整改期限: item ? formatDay(item.dueOn) : '',
      责任人: item?.responsible.name ?? '',
      整改情况: item?.reports.map(({ reportedOn, text }) => `${formatDay(reportedOn)}：${text}`) ?? [],
      复查结论: last ? `${last.passed ? '合格，同意销号' : '不合格，继续整改'}。${last.note}` : '',
      复查人: item?.checker.name ?? '',
      复查日期: last ? formatDay(last.checkedOn) : '',
    };
  },
});
