import { formatDay } from '../../../../shared/kernel/dates.ts';
import {
  entitledOf,
  presentOf,
  quorumOf,
  tallyOf,
  tallyText,
  voteLabels,
  type Meeting,
  type Motion,
  type Vote,
} from '../../../../shared/features/cases/meeting.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import {
  closing,
  fields,
  heading,
  paragraph,
  pens,
  row,
  typed,
} from '../../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../../documents/word/model.ts';
import { decidingBodyLabels } from '../../../../shared/law/vocabulary.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forOthers } from './audience.ts';
import { blankOf, isFilled } from './lacking.ts';
import { instantOf, propertiesOf } from './parts.ts';

const meetingOf = ({ record }: PaperFacts): Meeting | null => record.decision?.meeting ?? null;

const titleOf = (source: PaperFacts): string => {
  const meeting = meetingOf(source);
  return `集体讨论记录${meeting ? `（${meeting.name}，${formatDay(meeting.heldOn)}）` : ''}`;
};

const withNote = ({ person, note }: Meeting['members'][number]): string =>
  note === '' ? person.name : `${person.name}（${note}）`;

const attending = (meeting: Meeting, attendance: Meeting['members'][number]['attendance']): string =>
  meeting.members
    .filter((member) => member.attendance === attendance)
    .map(withNote)
    .join('、') || '无';

/** 应到7人，实到6人，回避1人，缺席0人，达到法定人数（应到有表决权人员的三分之二，为4人）。 */
const quorumText = (meeting: Meeting): string => {
  const { members } = meeting;
  const entitled = entitledOf(members).length;
  const present = presentOf(members).length;
  return `应到${String(members.length)}人，其中回避${String(members.length - entitled)}人，有表决权${String(entitled)}人；实到${String(present)}人，须到${String(quorumOf(members))}人，${present >= quorumOf(members) ? '达到' : '未达到'}规定人数。`;
};

const namesVoting = (meeting: Meeting, motion: Motion, vote: Vote): string =>
  presentOf(meeting.members)
    .filter(({ person }) =>
      motion.votes.some(({ memberId, vote: cast }) => memberId === person.id && cast === vote),
    )
    .map(({ person }) => person.name)
    .join('、') || '无';

/** Every proposal that was put to the vote, whether it passed or not, with who voted how. */
const votes = (source: PaperFacts, meeting: Meeting): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 1.5, align: 'center' },
    { title: '当事人', width: 2.2 },
    { title: '处理意见', width: 3 },
    { title: voteLabels.for, width: 4.6 },
    { title: voteLabels.against, width: 2.8 },
    { title: voteLabels.abstain, width: 1.9 },
    { title: '结果', width: 2, align: 'center' },
  ],
  rows: meeting.motions.map((motion, at) => [
    String(at + 1),
    source.record.subjects.find(({ personId }) => personId === motion.personId)?.name ?? '',
    motion.measureName,
    namesVoting(meeting, motion, 'for'),
    namesVoting(meeting, motion, 'against'),
    namesVoting(meeting, motion, 'abstain'),
    tallyOf(meeting.members, motion.votes).passed ? '通过' : '未通过',
  ]),
  emptyText: '没有表决事项',
});

/** What follows from the votes, proposal by proposal. */
const results = (source: PaperFacts, meeting: Meeting): string[] =>
  meeting.motions.map(({ personId, measureName, votes: cast }) => {
    const name = source.record.subjects.find((subject) => subject.personId === personId)?.name ?? '';
    return `${name}，${measureName}：${tallyText(tallyOf(meeting.members, cast)).replace(/\s/gu, '')}。`;
  });

/** 集体讨论记录: who was called, who came, who stayed out and why, what was said, how each proposal was voted on. */
const meetingPaper = (source: PaperSource): PlainForm => {
  const { school, record } = source;
  const meeting = meetingOf(source);
  const title = '集体讨论记录';
  const base = {
    form: 'plain',
    issuer: school.name,
    title,
    number: `案号：${record.number}`,
    draft: source.draft,
  } as const;
  if (!meeting)
    return { ...base, body: [], properties: propertiesOf(school, title, instantOf(record.registeredOn)) };
  return {
    ...base,
    body: [
      fields(
        row(['会议名称', meeting.name], ['决定机构', decidingBodyLabels[meeting.body]]),
        row(['日期', formatDay(meeting.heldOn)], ['地点', meeting.place]),
        row(['主持人', meeting.chair.name], ['记录人', meeting.recorder.name]),
        row(['出席', attending(meeting, 'present')]),
        row(['缺席', attending(meeting, 'absent')]),
        row(['回避', attending(meeting, 'recused')]),
        row(['到会情况', quorumText(meeting)]),
        row(['讨论事项', `${record.matter.name}：${record.summary}`]),
      ),
      heading('情况汇报'),
      ...typed(sentence(record.facts)),
      heading('讨论意见'),
      ...typed(sentence(meeting.opinions)),
      heading('表决'),
      votes(source, meeting),
      heading('会议决定'),
      ...results(source, meeting).map((text, at, all) =>
        at === all.length - 1 ? closing(text) : paragraph(text),
      ),
      pens('主持人', '记录人'),
    ],
    properties: propertiesOf(
      school,
      titleOf(source),
      record.decision?.decided.at ?? instantOf(meeting.heldOn),
    ),
  };
};

export const meetingRecordMaker: PaperMaker = forOthers({
  numberSuffix: null,
  title: titleOf,
  lacking: (source) => {
    const meeting = meetingOf(source);
    if (!meeting) return ['集体讨论的会议'];
    return blankOf(
      ['出席人员', presentOf(meeting.members).length > 0],
      ['讨论意见', isFilled(meeting.opinions)],
      ['表决事项', meeting.motions.length > 0],
      [
        '每名出席人员的表决',
        meeting.motions.every(({ votes: cast }) => tallyOf(meeting.members, cast).missing === 0),
      ],
    );
  },
  make: meetingPaper,
  datedOn: (source) => meetingOf(source)?.heldOn ?? source.record.registeredOn,
  fields: (source) => {
    const meeting = meetingOf(source);
    return {
      会议名称: meeting?.name ?? '',
      会议时间: meeting ? formatDay(meeting.heldOn) : '',
      应到实到: meeting ? quorumText(meeting) : '',
      回避情况: meeting ? attending(meeting, 'recused') : '',
      议题: `${source.record.matter.name}：${source.record.summary}`,
      各人意见: meeting?.opinions ?? '',
      表决结果: meeting ? results(source, meeting).join('') : '',
    };
  },
});
