import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { interviewKindLabels, type Interview } from '../../../../shared/features/cases/investigation.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';

const Lines = ({ interview }: { interview: Interview }): ReactNode => (
  <dl className="mz-case-lines">
    {interview.lines.map(({ question, answer }, at) => (
      <div key={`line ${String(at)}`}>
        <dt>问：{question}</dt>
        <dd>答：{answer}</dd>
      </div>
    ))}
    {interview.demands !== '' && (
      <div>
        <dt>要求与整改期限</dt>
        <dd>{interview.demands}</dd>
      </div>
    )}
  </dl>
);

const One = ({
  interview,
  final,
  onEdit,
}: {
  interview: Interview;
  final: boolean;
  onEdit: (() => void) | undefined;
}): ReactNode => {
  const [shown, setShown] = useState(false);
  return (
    <li>
      <div>
        <strong>{interview.name}</strong>{' '}
        <span className="mz-case-kind">{interviewKindLabels[interview.kind]}</span>{' '}
        <StatusTag tone={interview.signed ? 'done' : 'due'}>
          {interview.signed ? '已签名' : '未签名'}
        </StatusTag>{' '}
        {final && <StatusTag tone="issued">已定稿</StatusTag>}
        <p className="mz-muted">
          {formatDay(interview.heldOn)} {interview.from} 至 {interview.to}，{interview.place}；询问人{' '}
          {interview.interviewers.map(({ name }) => name).join('、')}，记录人 {interview.recorder.name}
          {interview.capacity !== '' && `；${interview.capacity}`}
          {interview.adult !== '' && `；在场 ${interview.adult}`}
          {interview.refusal !== '' && `；拒签：${interview.refusal}`}
        </p>
      </div>
      <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? '收起' : `查看问答（${String(interview.lines.length)}）`}
      </Button>
      {onEdit && (
        <Button size="small" aria-label={`修改：${interview.name}的笔录`} onClick={onEdit}>
          修改
        </Button>
      )}
      {shown && <Lines interview={interview} />}
    </li>
  );
};

/** 笔录: whom the investigators asked, and who of the people concerned was not asked yet. */
export const Interviews = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => {
  const { interviews } = record.investigation;
  const may = acts.includes('recordInterview');
  const isFinal = (id: string): boolean =>
    record.papers.some(
      ({ form, aboutId, issuedPaperId }) => form === 'interview' && aboutId === id && issuedPaperId !== null,
    );
  const unasked =
    record.route === 'ordinary' && record.filing !== null
      ? record.subjects.filter(
          ({ kind, personId }) =>
            kind !== 'department' && !interviews.some((interview) => interview.personId === personId),
        )
      : [];
  if (interviews.length === 0 && unasked.length === 0 && !may) return null;
  return (
    <>
      <h2 className="mz-record-heading">询问与谈话笔录（{interviews.length}）</h2>
      {interviews.length > 0 && (
        <ul className="mz-record-items">
          {interviews.map((interview) => (
            <One
              key={interview.id}
              interview={interview}
              final={isFinal(interview.id)}
              onEdit={
                may && !isFinal(interview.id)
                  ? () => onOpen({ what: 'recordInterview', target: interview.id })
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {unasked.length > 0 && (
        <p className="mz-case-missing">还没有询问：{unasked.map(({ name }) => name).join('、')}</p>
      )}
      {may && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'recordInterview' })}>
          记录询问谈话
        </Button>
      )}
    </>
  );
};
