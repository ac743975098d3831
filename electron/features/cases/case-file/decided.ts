import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import { replyOutcomeLabels, type Decision } from '../../../../shared/features/cases/decision.ts';
import {
  attendanceLabels,
  tallyOf,
  tallyText,
  voteLabels,
  type Meeting,
} from '../../../../shared/features/cases/meeting.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { decidingBodyLabels } from '../../../../shared/law/vocabulary.ts';
import { fields, heading, paragraph, row } from '../../../documents/word/form-blocks.ts';
import type { Block } from '../../../documents/word/model.ts';
import { groundsLine } from '../notice-words.ts';

const nameIn = ({ subjects }: CaseRecord, id: string): string =>
  subjects.find(({ personId }) => personId === id)?.name ?? '';

/** Who was called and how each voted on each proposal. */
const meetingBlocks = (record: CaseRecord, meeting: Meeting): Block[] => [
  heading('会议和表决', 2),
  fields(
    row(['会议', meeting.name], ['日期', formatDay(meeting.heldOn)]),
    row(['地点', meeting.place], ['主持', meeting.chair.name]),
    row(['记录', meeting.recorder.name], ['应到', `${String(meeting.members.length)}人`]),
    row([
      '到会情况',
      meeting.members
        .map(
          ({ person, attendance, note }) =>
            `${person.name}（${attendanceLabels[attendance]}${note === '' ? '' : `：${note}`}）`,
        )
        .join('、'),
    ]),
    row(['讨论情况', meeting.opinions || '无']),
  ),
  {
    kind: 'table',
    caption: '表决',
    columns: [
      { title: '当事人', width: 2 },
      { title: '处理意见', width: 3 },
      { title: '各人表决', width: 6 },
      { title: '结果', width: 5 },
    ],
    rows: meeting.motions.map(({ personId, measureName, votes }) => [
      nameIn(record, personId),
      measureName,
      votes
        .map(({ memberId, vote }) => {
          const member = meeting.members.find(({ person }) => person.id === memberId);
          return `${member?.person.name ?? ''}${voteLabels[vote]}`;
        })
        .join('、'),
      tallyText(tallyOf(meeting.members, votes)),
    ]),
    emptyText: '没有表决事项',
  },
];

const decisionBlocks = (record: CaseRecord, decision: Decision): Block[] => [
  fields(
    row(['决定机构', decidingBodyLabels[decision.body]], ['决定日期', formatDay(decision.decidedOn)]),
    ...(decision.decider ? [row(['决定人', decision.decider.name])] : []),
    row(['依据', groundsLine(decision.grounds)]),
    row(['认定与处理理由', decision.reason]),
    row(['经办', `${decision.decided.by.name}，${formatInstant(decision.decided.at)}`]),
  ),
  {
    kind: 'table',
    caption: '处理',
    columns: [
      { title: '当事人', width: 2 },
      { title: '措施', width: 3.4 },
      { title: '生效和期满', width: 5.6 },
      { title: '文号', width: 5 },
    ],
    rows: decision.items.map(({ id, personId, measure, effectiveOn, endsOn, proposal }) => [
      nameIn(record, personId),
      `${measure.name}${proposal ? '（建议）' : ''}`,
      `${formatDay(effectiveOn)}生效${endsOn === null ? '' : `\n${formatDay(endsOn)}期满`}`,
      record.papers.find(({ itemIds }) => itemIds.includes(id))?.number ?? '不出具文书',
    ]),
  },
  ...(decision.meeting ? meetingBlocks(record, decision.meeting) : []),
  {
    kind: 'table',
    caption: '法规提示后仍作决定的理由',
    columns: [
      { title: '提示', width: 6 },
      { title: '依据', width: 4 },
      { title: '理由', width: 6 },
    ],
    rows: decision.overrides.map(({ message, article, reason }) => [message, article, reason]),
    emptyText: '没有越过法规提示的情况',
  },
];

const submission = ({ submission: sent }: CaseRecord): Block[] => {
  if (!sent) return [];
  const { reply, kind } = sent;
  return [
    heading(kind === 'proposal' ? '报请和批复' : '移送和反馈', 2),
    fields(
      row([kind === 'proposal' ? '报送机关' : '移送机关', sent.organ], ['日期', formatDay(sent.sentOn)]),
      row(['理由', sent.reason]),
      ...(reply
        ? [
            row(['答复', replyOutcomeLabels[kind][reply.outcome]], ['答复日期', formatDay(reply.repliedOn)]),
            row(['对方文号', reply.number || '无']),
            row(['内容', reply.text]),
          ]
        : [row(['答复', '尚未收到'])]),
    ),
  ];
};

/** 决定: the one in force, those that went before, and what went to the authority or another organ. */
export const decided = (record: CaseRecord): Block[] => [
  ...(record.decision ? decisionBlocks(record, record.decision) : [paragraph('尚未作出决定。')]),
  ...submission(record),
  ...record.formerDecisions.flatMap((former) => [
    heading(`已被取代的决定（${formatDay(former.decidedOn)}）`, 2),
    ...decisionBlocks(record, former),
  ]),
];
