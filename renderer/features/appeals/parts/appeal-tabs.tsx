import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isServedPaper } from '../../../../shared/features/appeals/conditions.ts';
import {
  applicantLabels,
  capacityLabels,
  flawLabels,
  lookKindLabels,
  receiptWayLabels,
} from '../../../../shared/features/appeals/kinds.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './act-drawer.tsx';
import { OutcomeTag } from './appeal-state.tsx';

type Pair = readonly [label: string, value: ReactNode];

const Pairs = ({ of }: { of: readonly Pair[] }): ReactNode => (
  <dl className="mz-appeal-pairs">
    {of.map(([label, value]) => (
      <div key={label} style={{ display: 'contents' }}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** 申请: who asks for what, against which measures, and whether it came in time. */
export const ContentTab = ({ view: { appeal, lateDays } }: TabProps): ReactNode => (
  <>
    <h2 className="mz-appeal-heading">申请人和请求</h2>
    <Pairs
      of={[
        ['申请人', `${appeal.applicant.name}（${applicantLabels[appeal.applicant.capacity]}）`],
        ['联系方式', appeal.applicant.contact || '未写明'],
        ['收到', `${formatDay(appeal.receivedOn)}，${receiptWayLabels[appeal.way]}`],
        ['请求事项', <span className="mz-appeal-text">{appeal.requests}</span>],
        ['事实和理由', <span className="mz-appeal-text">{appeal.reasons}</span>],
      ]}
    />
    <h2 className="mz-appeal-heading">所针对的处理</h2>
    <ul className="mz-appeal-items">
      {appeal.items.map(({ itemId, measureName, paperNumber, effectiveOn, endsOn }) => (
        <li key={itemId}>
          <div>
            <strong>{measureName}</strong>
            <div className="mz-muted">
              {paperNumber ?? '没有文书'}，{formatDay(effectiveOn)}起
              {endsOn === null ? '' : `，到${formatDay(endsOn)}`}
            </div>
          </div>
        </li>
      ))}
    </ul>
    <h2 className="mz-appeal-heading">是否在期限内</h2>
    <p>
      {appeal.limit === null
        ? '这一类申请没有法定的申请期限。'
        : `${formatDay(appeal.knownOn)}知道决定，申请期限${appeal.limit.basis}，到${formatDay(appeal.limit.dueOn)}为止；${lateDays > 0 ? `逾期 ${String(lateDays)} 天提出` : '在期限内提出'}。`}
    </p>
    {appeal.late && (
      <p>
        逾期仍受理：{appeal.late.reason}（{appeal.late.approver}批准，{formatDay(appeal.late.on)}）
      </p>
    )}
    {appeal.completion && (
      <>
        <h2 className="mz-appeal-heading">补正</h2>
        <p className="mz-appeal-text">
          {formatDay(appeal.completion.askedOn)}一次告知：{appeal.completion.lacking}
        </p>
        <p>
          {appeal.completion.received
            ? `${formatDay(appeal.completion.received.on)}补正：${appeal.completion.received.note}`
            : `期限到${formatDay(appeal.completion.dueOn)}，还没有补正。`}
        </p>
      </>
    )}
  </>
);

/** 办理: who handles it, interests declared, and what they looked at. */
export const HandlingTab = ({ view: { appeal, acts }, onOpen }: TabProps): ReactNode => {
  const { panel, conflicts, looks, forwarding } = appeal;
  if (!panel && !forwarding)
    return (
      <EmptyState title="还没有开始办理" about="受理后确定办理人员，由没有参加过原调查和决定的人办理。" />
    );
  return (
    <>
      {forwarding && (
        <>
          <h2 className="mz-appeal-heading">报送材料</h2>
          <p className="mz-appeal-text">
            {formatDay(forwarding.on)}：{forwarding.text}
          </p>
        </>
      )}
      {panel && (
        <>
          <h2 className="mz-appeal-heading">{panel.name}</h2>
          <ul className="mz-appeal-items">
            {panel.members.map(({ person, capacity }) => (
              <li key={person.id}>
                <div>{person.name}</div>
                <span className="mz-muted">{capacityLabels[capacity]}</span>
              </li>
            ))}
          </ul>
          {panel.gapReason !== '' && <p className="mz-muted">组成人员不齐：{panel.gapReason}</p>}
        </>
      )}
      {conflicts.length > 0 && (
        <>
          <h2 className="mz-appeal-heading">回避</h2>
          <ul className="mz-appeal-items">
            {conflicts.map(({ id, person, relation, outcome, note }) => (
              <li key={id}>
                <div>
                  {person.name}：{relation}
                  {note === '' ? '' : `（${note}）`}
                </div>
                {outcome === 'open' ? (
                  acts.includes('settleConflict') && (
                    <Button onClick={() => onOpen({ what: 'settleConflict', target: id })}>处理</Button>
                  )
                ) : (
                  <span className="mz-muted">{outcome === 'withdrawn' ? '已回避' : '不必回避'}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mz-appeal-heading">查核</h2>
      {looks.length === 0 ? (
        <p className="mz-muted">还没有查核记录。</p>
      ) : (
        <ul className="mz-appeal-items">
          {looks.map(({ id, kind, on, people, text }) => (
            <li key={id}>
              <div>
                <strong>{lookKindLabels[kind]}</strong>{' '}
                <span className="mz-muted">
                  {formatDay(on)}，{people}
                </span>
                <p className="mz-appeal-text">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** 决定: the outcome, why, and what it did at once. */
export const DecisionTab = ({ view: { appeal, acts }, onOpen }: TabProps): ReactNode => {
  const { decision, restorations } = appeal;
  if (!decision)
    return <EmptyState title="还没有决定" about="查核后由办理人员表决，结果马上落实到原事项和处理记录。" />;
  return (
    <>
      <h2 className="mz-appeal-heading">
        结果 <OutcomeTag outcome={decision.outcome} />
      </h2>
      <Pairs
        of={[
          ['决定日期', formatDay(decision.decidedOn)],
          ...(decision.number === '' ? [] : [['文号', decision.number] as const]),
          ...(decision.flaws.length === 0
            ? []
            : [['存在的问题', decision.flaws.map((flaw) => flawLabels[flaw]).join('、')] as const]),
          ['查明的事实', <span className="mz-appeal-text">{decision.facts}</span>],
          ['理由', <span className="mz-appeal-text">{decision.reason}</span>],
        ]}
      />
      {decision.replacements.length > 0 && (
        <ul className="mz-appeal-items" style={{ marginTop: 12 }}>
          {decision.replacements.map(({ itemId, before, after, endsOn }) => (
            <li key={itemId}>
              <div>
                <span className="mz-appeal-gone">{before}</span> → <strong>{after}</strong>
              </div>
              <span className="mz-muted">{endsOn === null ? '' : `到${formatDay(endsOn)}`}</span>
            </li>
          ))}
        </ul>
      )}
      <h2 className="mz-appeal-heading">已经落实</h2>
      <ul className="mz-appeal-effects">
        {decision.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {restorations.length > 0 && (
        <>
          <h2 className="mz-appeal-heading">恢复事项</h2>
          <ul className="mz-appeal-items">
            {restorations.map(({ id, text, done }) => (
              <li key={id}>
                <div>{text}</div>
                {done ? (
                  <StatusTag tone="done">{`${formatDay(done.on)}办结`}</StatusTag>
                ) : (
                  acts.includes('restore') && (
                    <Button onClick={() => onOpen({ what: 'restore', target: id })}>办结</Button>
                  )
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** 文书: each paper, how it stands, and what it still lacks. */
export const PapersTab = ({ view: { appeal, lacking, acts }, onOpen }: TabProps): ReactNode => {
  if (appeal.papers.length === 0)
    return <EmptyState title="还没有文书" about="受理、补正、决定时自动拟好文书，核对后印发。" />;
  return (
    <ul className="mz-appeal-items">
      {appeal.papers.map((paper) => {
        const blanks = lacking.find(({ paperId }) => paperId === paper.id)?.fields ?? [];
        const issued = paper.issuedPaperId !== null;
        return (
          <li key={paper.id}>
            <div>
              <strong>{paper.title}</strong>{' '}
              <StatusTag tone={issued ? 'issued' : 'draft'}>{issued ? '已印发' : '草稿'}</StatusTag>{' '}
              {isServedPaper(appeal, paper) && <StatusTag tone="done">已送达</StatusTag>}
              <div className="mz-muted">
                {paper.number ?? '不编文号'}
                {blanks.length > 0 && `，还缺少：${blanks.join('、')}`}
                {paper.distribution &&
                  `，${formatDay(paper.distribution.on)}发送：${paper.distribution.note}`}
              </div>
            </div>
            {paper.form === 'correction' && issued && !paper.distribution && acts.includes('distribute') && (
              <Button onClick={() => onOpen({ what: 'distribute', target: paper.id })}>记录更正范围</Button>
            )}
            <Button
              aria-label={`${issued ? '查看' : '核对印发'}：${paper.title}`}
              onClick={() => onOpen({ what: 'seePaper', target: paper.id })}
            >
              {issued ? '查看' : '核对印发'}
            </Button>
          </li>
        );
      })}
    </ul>
  );
};

/** 材料: files that came with the appeal or were taken in on the way. */
export const FilesTab = ({ view: { appeal, acts }, onOpen }: TabProps): ReactNode => {
  const add = acts.includes('attach') && <Button onClick={() => onOpen({ what: 'attach' })}>添加材料</Button>;
  if (appeal.files.length === 0)
    return (
      <EmptyState
        title="没有材料"
        about="申请书、证据和查核中取得的材料存在这里，在程序里直接打开。"
        actions={add}
      />
    );
  return (
    <>
      <ul className="mz-appeal-files">
        {appeal.files.map(({ id, title, added }) => (
          <li key={id}>
            <span>{title}</span>
            <span className="mz-muted">{added.by.name}</span>
            <Button aria-label={`打开：${title}`} onClick={() => onOpen({ what: 'seeFile', target: id })}>
              打开
            </Button>
          </li>
        ))}
      </ul>
      <div className="mz-appeal-add">{add}</div>
    </>
  );
};
