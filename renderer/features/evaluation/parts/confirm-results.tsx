import './evaluation.css';
import { Alert, Button, Input, Modal, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CycleView, ResultsView } from '../../../../shared/features/evaluation/views.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

interface ConfirmResultsProps {
  readonly view: CycleView;
  readonly results: ResultsView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Makes the results final; whoever has none gets 不定等次, with the reason that the confirming person states. */
export const ConfirmResults = ({ view, results, open, onClose }: ConfirmResultsProps): ReactNode => (
  <Modal
    open={open}
    onCancel={onClose}
    footer={null}
    width={640}
    title={`确认“${view.cycle.name}”的结果`}
    destroyOnHidden
    mask={{ closable: false }}
    closable={{ 'aria-label': '关闭' }}
  >
    <Content view={view} results={results} onClose={onClose} />
  </Modal>
);

const Content = ({ view, results, onClose }: Omit<ConfirmResultsProps, 'open'>): ReactNode => {
  const toast = useToast();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const [quotaApproval, setQuotaApproval] = useState('');
  const confirm = useCommand('evaluation.confirm', {
    onSuccess: () => {
      onClose();
      toast.done('结果已确认，进入个人档案');
    },
  });
  const open = results.rows.filter(({ outcome }) => outcome.kind !== 'graded');
  const reasonOf = (id: string): string => (reasons[id] ?? '').trim();
  const blank = open.filter(({ subject }) => reasonOf(subject.id) === '');
  const [first] = open;

  const submit = (): void => {
    setTried(true);
    if (blank.length > 0) return;
    confirm.mutate({
      id: view.cycle.id,
      rev: view.cycle.rev,
      quotaApproval,
      undetermined: open.map(({ subject }) => ({ subjectId: subject.id, reason: reasonOf(subject.id) })),
    });
  };
  const overQuota = confirm.error?.fields.some(({ path }) => path === 'quotaApproval') === true;
  return (
    <>
      {confirm.error && <ErrorNotice problem={confirm.error} />}
      {(overQuota || quotaApproval !== '') && (
        <label style={{ display: 'block', marginBlock: 10 }}>
          优秀比例审核文号（主管部门同意提高到百分之二十五的）
          <Input
            maxLength={40}
            value={quotaApproval}
            placeholder="没有审核同意的，请调整等次后再确认"
            onChange={(event) => setQuotaApproval(event.target.value)}
          />
        </label>
      )}
      <p>
        共 {results.rows.length} 个考核对象：
        {results.grades
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => `${label} ${String(count)}`)
          .join('、') || '还没有人有等次'}
        {open.length > 0 && `，没有结果的 ${String(open.length)}`}。
      </p>
      {open.length > 0 && (
        <>
          <p style={{ marginTop: 10 }}>
            以下各人评分不全，确认后为<strong>不定等次</strong>
            ，请逐个写明理由（如：入职不满半年、病假超过半年）； 如果只是还没有评完，请先取消，评完再确认。
          </p>
          <div className="mz-reasons">
            {open.map(({ subject, outcome }) => (
              <label key={subject.id}>
                <span title={outcome.kind === 'incomplete' ? outcome.missing.join('；') : ''}>
                  {subject.name} <span className="mz-muted">{subject.department}</span>
                </span>
                <Input
                  maxLength={200}
                  placeholder="不定等次的理由"
                  value={reasons[subject.id] ?? ''}
                  status={tried && reasonOf(subject.id) === '' ? 'error' : ''}
                  aria-invalid={tried && reasonOf(subject.id) === ''}
                  onChange={(event) => setReasons({ ...reasons, [subject.id]: event.target.value })}
                />
              </label>
            ))}
          </div>
          {open.length > 1 && first && reasonOf(first.subject.id) !== '' && blank.length > 0 && (
            <Button
              size="small"
              onClick={() =>
                setReasons({
                  ...reasons,
                  ...Object.fromEntries(blank.map(({ subject }) => [subject.id, reasonOf(first.subject.id)])),
                })
              }
            >
              其余 {blank.length} 个用第一个的理由
            </Button>
          )}
          {tried && blank.length > 0 && (
            <p role="alert" style={{ color: 'var(--mz-vermilion)', marginTop: 6 }}>
              还有 {blank.length} 个没有写理由。
            </p>
          )}
        </>
      )}
      <Alert
        type="warning"
        showIcon
        style={{ marginBlock: 14 }}
        title="确认以后，分数和等次固定，不再随评分变化"
        description="结果进入各人的问责档案。以后发现有误，可以写明理由重新打开，原结果作为已撤回保留。"
      />
      <Space>
        <Button type="primary" loading={confirm.isPending} onClick={submit}>
          确认结果
        </Button>
        <Button onClick={onClose}>取消</Button>
      </Space>
    </>
  );
};
