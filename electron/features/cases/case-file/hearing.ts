import { formatDay } from '../../../../shared/kernel/dates.ts';
import {
  adoptionLabels,
  guardianWayLabels,
  statementOutcomeLabels,
} from '../../../../shared/features/cases/hearing.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { fields, heading, row } from '../../../documents/word/form-blocks.ts';
import type { Block } from '../../../documents/word/model.ts';

const nameIn = ({ subjects }: CaseRecord, id: string): string =>
  subjects.find(({ personId }) => personId === id)?.name ?? '';

/** 告知、陈述和听证, of every round: facts established anew are told anew. */
export const heard = (record: CaseRecord): Block[] => [
  {
    kind: 'table',
    caption: '告知',
    columns: [
      { title: '当事人', width: 2.2 },
      { title: '轮次', width: 1.8, align: 'center' },
      { title: '告知和陈述期限', width: 5.6 },
      { title: '拟作出的处理', width: 4.6 },
      { title: '告知监护人', width: 4.4 },
    ],
    rows: record.notifications.map((told) => [
      nameIn(record, told.personId),
      `第${String(told.round)}轮`,
      `${formatDay(told.notifiedOn)}${told.way === 'written' ? '书面' : '口头'}告知\n期限至${formatDay(told.deadlineOn)}`,
      `${told.intended}${told.hearingOffered ? '（已告知听证权利）' : ''}`,
      told.guardian
        ? `${told.guardian.name}，${guardianWayLabels[told.guardian.way]}，${formatDay(told.guardian.toldOn)}`
        : '',
    ]),
    emptyText: '没有告知记录',
  },
  {
    kind: 'table',
    caption: '陈述申辩和复核意见',
    columns: [
      { title: '当事人', width: 2.4 },
      { title: '日期', width: 4.2 },
      { title: '陈述申辩', width: 6 },
      { title: '复核意见', width: 5 },
    ],
    rows: record.statements.map((statement) => [
      `${nameIn(record, statement.personId)}（第${String(statement.round)}轮）`,
      formatDay(statement.heardOn),
      `${statementOutcomeLabels[statement.outcome]}${statement.text === '' ? '' : `：${statement.text}`}${statement.hearingAsked ? '（要求听证）' : ''}`,
      statement.adoption === null ? '' : `${adoptionLabels[statement.adoption]}：${statement.adoptionReason}`,
    ]),
    emptyText: '没有陈述记录',
  },
  ...record.hearings.flatMap((hearing): Block[] => [
    heading(`听证（${nameIn(record, hearing.personId)}）`, 2),
    fields(
      row(['听证日期', formatDay(hearing.heldOn)], ['地点', hearing.place]),
      row(['主持人', hearing.chair.name], ['记录人', hearing.recorder.name]),
      row(['参加人员', hearing.attendees]),
      row(['听证情况', hearing.minutes]),
      row(['听证意见', hearing.opinion]),
    ),
  ]),
];
