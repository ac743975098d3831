import { formatDay } from '../../../../shared/kernel/dates.ts';
import { sourceKindLabels } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { PEN_DATE, fields, opinion, row } from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forOthers } from './audience.ts';
import { blankOf, isFilled } from './lacking.ts';
import { instantOf, nameList, propertiesOf } from './parts.ts';
import { placeOf, standingOf } from './people.ts';

const titleOf = ({ record }: PaperFacts): string => `立案审批表（${record.number}）`;

const conflictOutcomes = { open: '尚未处理', dismissed: '不必回避', withdrawn: '已回避' } as const;

/** 回避审查: what was declared and decided, or that nothing was. */
const conflictText = ({ conflicts }: CaseRecord): string =>
  conflicts.length === 0
    ? '办案人员与本事项、当事人没有利害关系，不需要回避。'
    : conflicts
        .map(
          ({ person, relation, outcome, note }) =>
            `${person.name}：${relation}，${conflictOutcomes[outcome]}${note === '' ? '' : `（${note}）`}。`,
        )
        .join('\n');

/** Where the matter comes from; a record that papers read names nobody who told of it. */
export const sourceText = ({ source }: CaseRecord): string =>
  source.note === '' ? sourceKindLabels[source.kind] : `${sourceKindLabels[source.kind]}：${source.note}`;

const dueText = ({ clocks }: CaseRecord): string => {
  const clock = clocks.find(({ kind }) => kind === 'investigation');
  return clock ? `自批准立案之日起${clock.basis.replace(/\s/gu, '')}内，至${formatDay(clock.dueOn)}` : '';
};

/** 立案审批表: source, what was found at first, what may have been breached, team of two, recusal, who approved and when. */
const filingPaper = (source: PaperSource): PlainForm => {
  const { school, record } = source;
  const { filing } = record;
  const suspended = filing?.suspension;
  const suspendedNames = record.subjects.filter(({ personId }) => suspended?.personIds.includes(personId));
  return {
    form: 'plain',
    issuer: school.name,
    title: '立案审批表',
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      fields(
        row(['案号', record.number], ['事项', record.matter.name]),
        row(['登记日期', formatDay(record.registeredOn)], ['发生日期', formatDay(record.occurredOn)]),
        row(['线索来源', sourceText(record)]),
        ...record.subjects.flatMap((subject) => [
          row(['当事人', subject.name], ['部门岗位', placeOf(subject)]),
          row(['岗位等级', subject.postGrade], ['身份', standingOf(subject)]),
        ]),
        row(['事由', record.summary]),
        opinion('初步核实情况', record.facts, { lines: 6 }),
        row(
          ['核实人员', nameList(record.checkers)],
          ['核实日期', record.establishedOn === null ? '' : formatDay(record.establishedOn)],
        ),
        opinion('涉嫌违反的规定', filing?.suspected ?? '', { lines: 2 }),
        opinion('立案理由', filing?.reason ?? '', { lines: 3 }),
        row(['办案人员', nameList(filing?.team ?? [])]),
        opinion('回避审查', conflictText(record), { lines: 2 }),
        ...(suspended
          ? [
              row([
                '停职检查',
                `${nameList(suspendedNames)}，自${formatDay(suspended.from)}起：${suspended.reason}`,
              ]),
            ]
          : []),
        opinion('承办意见', '', { sign: '承办人（签名）：', lines: 3 }),
        opinion('批准意见', filing ? `同意立案。批准人：${filing.approver.name}。` : '', {
          sign: '批准人（签名）：',
          lines: 3,
        }),
        row(['批准日期', filing ? formatDay(filing.approvedOn) : PEN_DATE]),
        row(['办案期限', dueText(record)]),
      ),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOf(source), instantOf(filing?.approvedOn ?? record.registeredOn)),
  };
};

export const filingMaker: PaperMaker = forOthers({
  numberSuffix: '立',
  title: titleOf,
  lacking: ({ record }) => {
    const { filing } = record;
    return blankOf(
      ['初步核实的事实', isFilled(record.facts)],
      ['涉嫌违反的规定', isFilled(filing?.suspected)],
      ['立案理由', isFilled(filing?.reason)],
      ['批准人和批准日期', filing !== null],
      ['两名以上办案人员', (filing?.team.length ?? 0) >= 2],
      ['回避审查（还有未处理的回避申报）', record.conflicts.every(({ outcome }) => outcome !== 'open')],
    );
  },
  make: filingPaper,
  datedOn: ({ record }) => record.filing?.approvedOn ?? record.registeredOn,
  fields: ({ record }) => ({
    线索来源: sourceText(record),
    初核情况: record.facts,
    涉嫌条款: record.filing?.suspected ?? '',
    办案人员: nameList(record.filing?.team ?? []),
    回避审查: conflictText(record),
    批准人: record.filing?.approver.name ?? '',
    批准日期: record.filing ? formatDay(record.filing.approvedOn) : '',
  }),
});
