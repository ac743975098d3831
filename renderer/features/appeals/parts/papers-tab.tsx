import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isForApplicant, isServedPaper } from '../../../../shared/features/appeals/conditions.ts';
import type { AppealPaper } from '../../../../shared/features/appeals/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './opened.ts';

const StateOf = ({ view, paper }: { view: TabProps['view']; paper: AppealPaper }): ReactNode => {
  if (paper.issuedPaperId === null) {
    const lacking = view.lacking.some(({ paperId, fields }) => paperId === paper.id && fields.length > 0);
    return <StatusTag tone={lacking ? 'due' : 'draft'}>{lacking ? '还缺少内容' : '草稿'}</StatusTag>;
  }
  if (paper.form === 'correction')
    return paper.distribution === null ? (
      <StatusTag tone="issued">已印发，待发出</StatusTag>
    ) : (
      <StatusTag tone="done">已发出</StatusTag>
    );
  if (!isForApplicant(paper)) return <StatusTag tone="issued">已定稿</StatusTag>;
  return isServedPaper(view.appeal, paper) ? (
    <StatusTag tone="done">已送达</StatusTag>
  ) : (
    <StatusTag tone="issued">已印发，待送达</StatusTag>
  );
};

/** 文书与送达: every paper of the appeal with its number and state, and how it reached people. */
export const PapersTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { appeal, acts } = view;
  return (
    <>
      <h2 className="mz-record-heading">文书</h2>
      <ul className="mz-record-items">
        {appeal.papers.map((paper) => {
          const verb = paper.issuedPaperId === null && acts.includes('issue') ? '核对印发' : '查看';
          return (
            <li key={paper.id}>
              <div>
                <strong>{paper.title}</strong> <StateOf view={view} paper={paper} />
                <p className="mz-muted">
                  {[
                    paper.number ?? '',
                    paper.former ? `原文书到达：${paper.former.reached.join('、')}` : '',
                    paper.distribution
                      ? `${formatDay(paper.distribution.on)}发出：${paper.distribution.note}`
                      : '',
                  ]
                    .filter((text) => text !== '')
                    .join('。')}
                </p>
              </div>
              {paper.form === 'correction' &&
                paper.issuedPaperId !== null &&
                paper.distribution === null &&
                acts.includes('distribute') && (
                  <Button size="small" onClick={() => onOpen({ what: 'distribute', target: paper.id })}>
                    记录更正范围
                  </Button>
                )}
              <Button
                size="small"
                type={verb === '核对印发' ? 'primary' : 'default'}
                aria-label={`${verb}：${paper.title}`}
                onClick={() => onOpen({ what: 'seePaper', target: paper.id })}
              >
                {verb}
              </Button>
            </li>
          );
        })}
      </ul>
      <h2 className="mz-record-heading">送达</h2>
      {appeal.services.length === 0 ? (
        <p className="mz-muted">还没有送达记录。</p>
      ) : (
        <ul className="mz-record-items">
          {appeal.services.map((one) => (
            <li key={one.id}>
              <div>
                <strong>
                  {formatDay(one.completedOn)}，{serviceWayLabels[one.way]}
                </strong>
                <p className="mz-muted">
                  {appeal.papers
                    .filter(({ id }) => one.paperIds.includes(id))
                    .map(({ number, title }) => number ?? title)
                    .join('、')}
                </p>
                <p className="mz-muted">
                  {[
                    one.receiver === '' ? '' : `签收人 ${one.receiver}（${one.relation || '本人'}）`,
                    one.servers.length === 0
                      ? ''
                      : `送达人 ${one.servers.map(({ name }) => name).join('、')}`,
                    one.refusal ? `拒收：${one.refusal.reason}` : '',
                  ]
                    .filter((text) => text !== '')
                    .join('；')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {acts.includes('serve') && (
        <div className="mz-record-acts">
          <Button onClick={() => onOpen({ what: 'serve' })}>记录送达</Button>
          <Button onClick={() => onOpen({ what: 'seeServiceForm' })}>打印送达回证</Button>
        </div>
      )}
    </>
  );
};
