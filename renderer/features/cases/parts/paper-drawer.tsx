import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { isDecisionPaper, type CasePaper } from '../../../../shared/features/cases/carrying-out.ts';
import type { CaseView, PaperOffer } from '../../../../shared/features/cases/channels.ts';
import { groundTexts } from '../../../../shared/features/cases/grounds.ts';
import { useCall } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { LawFindings } from '../../../ui/law/law-findings.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** Tells the papers of a case apart, whether they have a place already or not. */
export const offerKey = ({ form, personId, aboutId, paperId }: PaperOffer): string =>
  [form, personId ?? '', aboutId ?? '', paperId ?? ''].join(' ');

const paperOf = ({ record }: CaseView, { paperId }: PaperOffer): CasePaper | undefined =>
  record.papers.find(({ id }) => id === paperId);

/** True when the caller may make this paper final now, for the first time or anew. */
export const mayIssue = (view: CaseView, offer: PaperOffer): boolean => {
  if (paperOf(view, offer)?.external) return false;
  return isDecisionPaper(offer.form)
    ? view.acts.includes('issueNotice')
    : view.acts.includes('issueRecord') && offer.issuedPaperId === null;
};

const Fields = ({ view, offer }: { view: CaseView; offer: PaperOffer }): ReactNode => {
  const { record } = view;
  const paper = paperOf(view, offer);
  const people = record.subjects.filter(
    ({ personId }) => personId === offer.personId || paper?.personIds.includes(personId),
  );
  const items = (record.decision?.items ?? []).filter(({ id }) => paper?.itemIds.includes(id));
  return (
    <dl className="mz-paper-fields">
      <dt>文号</dt>
      <dd>{offer.number ?? '没有文号'}</dd>
      {people.length > 0 && (
        <>
          <dt>当事人</dt>
          <dd>{people.map(({ name }) => name).join('、')}</dd>
        </>
      )}
      {items.length > 0 && (
        <>
          <dt>措施</dt>
          <dd>{[...new Set(items.map(({ measure }) => measure.name))].join('、')}</dd>
          <dt>依据</dt>
          <dd>{groundTexts(record.decision?.grounds ?? []).join('；')}</dd>
        </>
      )}
      {offer.form === 'circular' && record.decision && record.decision.addressee !== '' && (
        <>
          <dt>主送</dt>
          <dd>{record.decision.addressee}</dd>
        </>
      )}
    </dl>
  );
};

/** A paper of the case as it will print, or as it was issued; it can be made final from here. */
export const PaperDrawer = ({
  view,
  offer,
  onClose,
}: {
  view: CaseView;
  offer: PaperOffer;
  onClose: () => void;
}): ReactNode => {
  const { record } = view;
  const toast = useToast();
  const preview = useCall('cases.previewPaper', {
    id: record.id,
    form: offer.form,
    paperId: offer.paperId,
    personId: offer.personId,
    aboutId: offer.aboutId,
  });
  const issueNotice = useCaseCommand('cases.issueNotice');
  const issueRecord = useCaseCommand('cases.issueRecord');
  const [reason, setReason] = useState('');
  const ofDecision = isDecisionPaper(offer.form);
  const again = offer.issuedPaperId !== null;
  const may = mayIssue(view, offer);
  const done = (): void => {
    toast.done(ofDecision ? `已印发 ${offer.number ?? offer.label}` : `已定稿 ${offer.label}`);
    onClose();
  };
  const go = (): void => {
    const target = { id: record.id, rev: record.rev };
    if (ofDecision && offer.paperId !== null)
      issueNotice.mutate({ ...target, paperId: offer.paperId, reissueReason: reason }, { onSuccess: done });
    else
      issueRecord.mutate(
        { ...target, form: offer.form, personId: offer.personId, aboutId: offer.aboutId },
        { onSuccess: done },
      );
  };
  const problem = issueNotice.error ?? issueRecord.error;
  const external = paperOf(view, offer)?.external ?? null;
  const verb = ofDecision ? '印发' : '定稿';
  return (
    <ActDrawer
      title={may && !again ? (ofDecision ? '印发文书' : '定稿文书') : '查看文书'}
      about={
        external
          ? '这是机关的来文，按收到时的原样保存。'
          : may && !again
            ? `请核对右边的每一页。${verb}后文书封存，${ofDecision ? '文号不再变动；送达以前可以写明原因重新印发。' : '不能再改；再打印还是这一份。'}`
            : again
              ? '这是封存的原件，与打印出来的一样。'
              : '这是草稿，与定稿后打印出来的一样，只多“草稿”字样。'
      }
      size={1160}
      onClose={onClose}
    >
      {problem && <ErrorNotice problem={problem} />}
      {!again && offer.lacking.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`还缺少：${offer.lacking.join('、')}`}
          description={`补全以后才能${verb}，现在可以先看草稿。`}
        />
      )}
      {may && !again && offer.warnings.length > 0 && (
        <div style={{ marginBottom: 12 }}>
          <LawFindings findings={offer.warnings} deed={verb} />
        </div>
      )}
      {external ? (
        <FileViewer
          file={preview.data?.file ?? null}
          problem={preview.error}
          onRetry={() => void preview.refetch()}
          registeredHash={external.hash}
        />
      ) : (
        <PaperPreview
          title={offer.label}
          file={preview.data?.file ?? null}
          problem={preview.error}
          onRetry={() => void preview.refetch()}
          draft={preview.data?.draft ?? false}
          fields={
            <>
              <Fields view={view} offer={offer} />
              {may && again && (
                <Input.TextArea
                  aria-label="重新印发的原因"
                  placeholder="重新印发的原因（内容有变化时必填）"
                  maxLength={200}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                  autoSize={{ minRows: 2 }}
                />
              )}
            </>
          }
          actions={
            may && (
              <Button
                type={again ? 'default' : 'primary'}
                onClick={go}
                loading={issueNotice.isPending || issueRecord.isPending}
                disabled={!preview.data || (!again && offer.lacking.length > 0)}
              >
                {again ? '重新印发' : ofDecision ? '定稿并印发' : '定稿'}
              </Button>
            )
          }
        />
      )}
    </ActDrawer>
  );
};

/** 印发文书: the paper named, else the first that is not issued yet. */
export const IssueForm = ({ view, target, onClose }: ActFormProps & { target?: string }): ReactNode => {
  const own = view.papers.filter(({ form }) => isDecisionPaper(form));
  const offer =
    view.papers.find(({ paperId }) => paperId !== null && paperId === target) ??
    own.find(({ issuedPaperId }) => issuedPaperId === null) ??
    own[0];
  return offer && <PaperDrawer view={view} offer={offer} onClose={onClose} />;
};

/** 空白送达回证: to be signed when the papers are handed over. */
export const BlankServiceDrawer = ({
  view,
  personId,
  onClose,
}: {
  view: CaseView;
  personId: string;
  onClose: () => void;
}): ReactNode => (
  <PaperDrawer
    view={view}
    offer={{
      form: 'service-record',
      label: '送达回证',
      personId,
      aboutId: null,
      paperId: null,
      number: null,
      issuedPaperId: null,
      lacking: ['送达记录'],
      warnings: [],
    }}
    onClose={onClose}
  />
);
