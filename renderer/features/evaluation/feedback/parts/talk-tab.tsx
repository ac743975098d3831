import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  stanceLabels,
  tellingWayLabels,
  type Feedback,
  type KeptSigning,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { FeedbackView } from '../../../../../shared/features/evaluation/feedback/views.ts';
import { formatDay } from '../../../../../shared/kernel/dates.ts';
import type { Opened } from '../opened.ts';
import { Filed, Pair } from './filed.tsx';
import { PaperLinks } from './paper-links.tsx';

/** Telling, talk and signature, as they were recorded. */
export const TalkTab = ({
  view,
  onOpen,
}: {
  view: FeedbackView;
  onOpen: (opened: Opened) => void;
}): ReactNode => (
  <>
    {view.sheet !== null && <PaperLinks view={view} papers={['talk']} onOpen={onOpen} />}
    {view.feedback ? (
      <TalkRecord feedback={view.feedback} />
    ) : (
      <p className="mz-muted">还没有告知本人。反馈单和谈话记录可以先打印出来备用。</p>
    )}
    {view.feedback?.talk && view.acts.includes('talk') && (
      <Button onClick={() => onOpen({ what: 'talk' })}>修改谈话记录</Button>
    )}
  </>
);

const signingWords = (signing: KeptSigning): string => {
  switch (signing.kind) {
    case 'signed':
      return '本人已签字';
    case 'own':
      return '本人登录签署';
    case 'refused':
      return `本人拒绝签字，见证人${signing.witnesses.join('、')}：${signing.note}`;
  }
};

export const TalkRecord = ({ feedback }: { feedback: Feedback }): ReactNode => {
  const { told, talk, signed } = feedback;
  return (
    <>
      {told && (
        <>
          <h2 className="mz-record-heading">告知结果</h2>
          <dl className="mz-record-pairs">
            <Pair label="告知日期">{formatDay(told.on)}</Pair>
            <Pair label="告知方式">{tellingWayLabels[told.way]}</Pair>
            <Pair label="提出异议">
              {told.limit === null
                ? '没有规定期限'
                : `到${formatDay(told.limit.dueOn)}止（${told.limit.ground}）${told.limit.estimated ? '，预估' : ''}`}
            </Pair>
          </dl>
          <Filed place={feedback} files={[told.sheet]} />
        </>
      )}
      {talk && (
        <>
          <h2 className="mz-record-heading">反馈谈话</h2>
          <dl className="mz-record-pairs">
            <Pair label="时间、地点">{`${formatDay(talk.on)}${talk.place === '' ? '' : `，${talk.place}`}`}</Pair>
            <Pair label="谈话人">{talk.talkers}</Pair>
            <Pair label="记录人">{talk.recorder}</Pair>
            <Pair label="肯定的成绩">{talk.praise}</Pair>
            <Pair label="指出的不足">{talk.faults}</Pair>
            <Pair label="提出的要求">{talk.demands}</Pair>
            <Pair label="本人陈述">{talk.reply}</Pair>
          </dl>
          <Filed place={feedback} files={talk.files} />
        </>
      )}
      {signed && (
        <>
          <h2 className="mz-record-heading">本人意见与签收</h2>
          <dl className="mz-record-pairs">
            <Pair label="日期">{formatDay(signed.on)}</Pair>
            <Pair label="本人意见">{`${stanceLabels[signed.stance]}${signed.text === '' ? '' : `：${signed.text}`}`}</Pair>
            <Pair label="签字">{signingWords(signed.signing)}</Pair>
          </dl>
          <Filed place={feedback} files={signed.files} />
        </>
      )}
    </>
  );
};
