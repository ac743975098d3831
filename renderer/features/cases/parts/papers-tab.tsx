import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isDecisionPaper } from '../../../../shared/features/cases/carrying-out.ts';
import type { PaperOffer } from '../../../../shared/features/cases/channels.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';
import { mayIssue, offerKey, PaperDrawer } from './paper-drawer.tsx';

const isExternal = ({ record }: TabProps['view'], offer: PaperOffer): boolean =>
  record.papers.some(({ id, external }) => id === offer.paperId && external !== null);

const StateOf = ({ view, offer }: { view: TabProps['view']; offer: PaperOffer }): ReactNode => {
  if (isExternal(view, offer)) return <StatusTag tone="info">来文</StatusTag>;
  if (offer.issuedPaperId !== null)
    return <StatusTag tone="issued">{isDecisionPaper(offer.form) ? '已印发' : '已定稿'}</StatusTag>;
  return offer.lacking.length > 0 ? (
    <StatusTag tone="due">还缺少内容</StatusTag>
  ) : (
    <StatusTag tone="draft">草稿</StatusTag>
  );
};

/** What a click on a paper is for, as things stand. */
const verbOf = (view: TabProps['view'], offer: PaperOffer): string => {
  if (!mayIssue(view, offer) || offer.issuedPaperId !== null) return '查看';
  return isDecisionPaper(offer.form) ? '核对印发' : '核对定稿';
};

const OfferLine = ({
  view,
  offer,
  onSee,
  onVoid,
}: {
  view: TabProps['view'];
  offer: PaperOffer;
  onSee: () => void;
  onVoid: (() => void) | undefined;
}): ReactNode => (
  <li>
    <div>
      <strong>{offer.label}</strong> <StateOf view={view} offer={offer} />
      {offer.number !== null && <p className="mz-muted">{offer.number}</p>}
      {offer.issuedPaperId === null && offer.lacking.length > 0 && (
        <p className="mz-case-missing">还缺少：{offer.lacking.join('、')}</p>
      )}
      {offer.warnings.map(({ ruleId, message }) => (
        <p key={ruleId} className="mz-case-missing">
          {message}
        </p>
      ))}
    </div>
    {onVoid && (
      <Button size="small" type="link" danger aria-label={`作废文号：${offer.number ?? ''}`} onClick={onVoid}>
        作废文号
      </Button>
    )}
    <Button
      size="small"
      type={verbOf(view, offer) === '核对印发' ? 'primary' : 'default'}
      aria-label={`${verbOf(view, offer)}：${offer.label}`}
      onClick={onSee}
    >
      {verbOf(view, offer)}
    </Button>
  </li>
);

/** 文书: every paper of the case with its number and state, to be looked at, made final, printed, saved. */
export const PapersTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, papers, acts } = view;
  const [seen, setSeen] = useState<string | null>(null);
  const groups = [
    { title: '决定的文书', of: papers.filter(({ form }) => isDecisionPaper(form)) },
    { title: '办理过程中的文书', of: papers.filter(({ form }) => !isDecisionPaper(form)) },
  ].filter(({ of }) => of.length > 0);
  const former = record.papers.filter((paper) => paper.void);
  const offer = papers.find((each) => offerKey(each) === seen);
  if (groups.length === 0 && former.length === 0)
    return (
      <EmptyState
        title="还没有文书"
        about="立案、询问、告知、决定、送达……办到哪一步，哪一步的文书就出现在这里。"
      />
    );
  return (
    <>
      {groups.map(({ title, of }) => (
        <section key={title}>
          <h2 className="mz-record-heading">{title}</h2>
          <ul className="mz-record-items">
            {of.map((each) => (
              <OfferLine
                key={offerKey(each)}
                view={view}
                offer={each}
                onSee={() => setSeen(offerKey(each))}
                onVoid={
                  acts.includes('voidNumber') &&
                  isDecisionPaper(each.form) &&
                  each.number !== null &&
                  each.paperId !== null &&
                  !isExternal(view, each)
                    ? () =>
                        onOpen({
                          what: 'voidNumber',
                          ...(each.paperId === null ? {} : { target: each.paperId }),
                        })
                    : undefined
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {former.length > 0 && (
        <>
          <h2 className="mz-record-heading">不再有效的文书</h2>
          <ul className="mz-record-items">
            {former.map((paper) => (
              <li key={paper.id}>
                <div>
                  <strong>{paper.title}</strong> <StatusTag tone="stopped">已失效</StatusTag>
                  {paper.number !== null && <p className="mz-muted">{paper.number}</p>}
                </div>
                {paper.issuedPaperId !== null && (
                  <Link to={`/papers/${paper.issuedPaperId}`}>查看印发时的原样</Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {offer && <PaperDrawer view={view} offer={offer} onClose={() => setSeen(null)} />}
    </>
  );
};
