import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import { clockKindLabels } from '../../../../shared/features/cases/clock.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { Block } from '../../../documents/word/model.ts';

/** 期限与经过: every term with its ground and each time it was moved, and every act with who did it. */
export const course = (record: CaseRecord): Block[] => [
  {
    kind: 'table',
    caption: '期限',
    columns: [
      { title: '期限', width: 2.6 },
      { title: '起止', width: 4.8 },
      { title: '依据', width: 5.4 },
      { title: '延长和结束', width: 6 },
    ],
    rows: record.clocks.map(({ kind, startedOn, dueOn, ground, estimated, basis, extensions, endedOn }) => [
      clockKindLabels[kind],
      `${formatDay(startedOn)}起\n${formatDay(dueOn)}止${estimated ? '（预估）' : ''}`,
      `${ground}（${basis}）`,
      [
        ...extensions.map(
          ({ from, to, reason, approver, by }) =>
            `由${formatDay(from)}延至${formatDay(to)}，${approver}批准，${by.name}登记：${reason}`,
        ),
        ...(endedOn === null ? [] : [`${formatDay(endedOn)}结束`]),
      ].join('\n'),
    ]),
    emptyText: '没有期限',
  },
  {
    kind: 'table',
    caption: '经过',
    columns: [
      { title: '时间', width: 5 },
      { title: '办理', width: 2.8 },
      { title: '办理人', width: 2.2 },
      { title: '内容', width: 8 },
    ],
    rows: record.history.map(({ made, act, note }) => [formatInstant(made.at), act, made.by.name, note]),
  },
];
