import './periods.css';
import type { ReactNode } from 'react';
import {
  attendanceLabels,
  entitledOf,
  presentOf,
  quorumOf,
  tallyOf,
  voteLabels,
  type Meeting,
  type Motion,
  type Tally,
} from '../../../../shared/features/cases/meeting.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

const parts = [
  { key: 'for', label: voteLabels.for },
  { key: 'against', label: voteLabels.against },
  { key: 'abstain', label: voteLabels.abstain },
  { key: 'missing', label: '未记录' },
] as const;

const Bar = ({ tally }: { tally: Tally }): ReactNode => (
  <div className="mz-votes" aria-hidden>
    {parts
      .filter(({ key }) => tally[key] > 0)
      .map(({ key, label }) => (
        <span key={key} className={`mz-votes-${key}`} style={{ flexGrow: tally[key] }}>
          {label} {tally[key]}
        </span>
      ))}
  </div>
);

const MotionLine = ({
  motion,
  meeting,
  name,
}: {
  motion: Motion;
  meeting: Meeting;
  name: string;
}): ReactNode => {
  const tally = tallyOf(meeting.members, motion.votes);
  const others = (['against', 'abstain'] as const).flatMap((vote) => {
    const names = motion.votes
      .filter((each) => each.vote === vote)
      .flatMap(
        ({ memberId }) => meeting.members.find(({ person }) => person.id === memberId)?.person.name ?? [],
      );
    return names.length > 0 ? [`${voteLabels[vote]}：${names.join('、')}`] : [];
  });
  return (
    <li>
      <div>
        <strong>
          {name}：{motion.measureName}
        </strong>{' '}
        <StatusTag tone={tally.passed ? 'done' : 'stopped'}>{tally.passed ? '通过' : '未通过'}</StatusTag>
        <Bar tally={tally} />
        <p className="mz-muted">
          同意 {tally.for} 票，不同意 {tally.against} 票，弃权 {tally.abstain} 票；通过需要 {tally.needed} 票
          {others.length > 0 && `。${others.join('；')}`}
        </p>
      </div>
    </li>
  );
};

/** 集体研究: who was there, who stayed out, and how each proposal was voted on. */
export const MeetingVotes = ({
  meeting,
  nameOf,
}: {
  meeting: Meeting;
  nameOf: (personId: string) => string;
}): ReactNode => (
  <>
    <h2 className="mz-record-heading">集体研究</h2>
    <dl className="mz-record-pairs">
      <dt>会议</dt>
      <dd>
        {meeting.name}，{formatDay(meeting.heldOn)}，{meeting.place}
      </dd>
      <dt>主持与记录</dt>
      <dd>
        主持人 {meeting.chair.name}，记录人 {meeting.recorder.name}
      </dd>
      <dt>出席</dt>
      <dd>
        有表决权 {entitledOf(meeting.members).length} 人，实到 {presentOf(meeting.members).length}{' '}
        人，法定人数 {quorumOf(meeting.members)} 人
        <ul className="mz-seats" aria-label="参加人员">
          {meeting.members.map(({ person, attendance, note }) => (
            <li key={person.id} className={`mz-seat-${attendance}`} {...(note === '' ? {} : { title: note })}>
              {person.name}
              {attendance !== 'present' && `（${attendanceLabels[attendance]}）`}
            </li>
          ))}
        </ul>
      </dd>
      {meeting.opinions !== '' && (
        <>
          <dt>讨论情况</dt>
          <dd className="mz-record-text">{meeting.opinions}</dd>
        </>
      )}
    </dl>
    <ul className="mz-record-items" style={{ marginTop: 10 }}>
      {meeting.motions.map((motion) => (
        <MotionLine key={motion.id} motion={motion} meeting={meeting} name={nameOf(motion.personId)} />
      ))}
    </ul>
  </>
);
