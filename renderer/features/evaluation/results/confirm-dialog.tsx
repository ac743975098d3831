import './results.css';
import { Alert, Button, Input, Modal, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { overfullWords, takenPlaces } from '../../../../shared/features/evaluation/results/quota.ts';
import { quotaRuleOf } from '../../../../shared/features/evaluation/results/annual.ts';
import { gradeCounts, gradeWord } from '../../../../shared/features/evaluation/results/words.ts';
import type { CalibrationView } from '../../../../shared/features/evaluation/results/views.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { LawFindings } from '../../../ui/law/law-findings.tsx';

interface ConfirmDialogProps {
  readonly view: CycleView;
  readonly onClose: () => void;
}

/** Makes the results final; whoever has none gets 不定等次, with the reason that the confirming person states. */
export const ConfirmDialog = ({ view, onClose }: ConfirmDialogProps): ReactNode => {
  const calibration = useCall('evaluation.calibration', { cycleId: view.cycle.id });
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      width={680}
      title={`确认“${view.cycle.name}”的结果`}
      mask={{ closable: false }}
      closable={{ 'aria-label': '关闭' }}
    >
      <Loaded query={calibration}>
        {(board) => <Content view={view} board={board} onClose={onClose} />}
      </Loaded>
    </Modal>
  );
};

/** What is worth a second look before the results are final; nothing of it stands in the way. */
const pointsOf = ({ rows, bands, quota, meetings, annual }: CalibrationView): string[] => {
  const names = new Map(rows.map(({ subject }) => [subject.id, subject.name]));
  const best = new Set(
    rows.filter((row) => gradeWord(row) === bands[0]?.label).map(({ subject }) => subject.id),
  );
  const tied = (quota?.pools ?? []).flatMap(({ tied: level }) =>
    level.some((id) => best.has(id)) ? [] : level,
  );
  return [
    ...(tied.length > 0
      ? [
          `${tied.map((id) => names.get(id) ?? '').join('、')}末位同分，会议还没有在他们中间选定，确认后都没有优秀名额。`,
        ]
      : []),
    ...(meetings.length === 0
      ? [
          annual
            ? '还没有登记校准会议。年度考核的档次须由领导班子集体研究确定。'
            : '还没有登记校准会议，结果按评分直接确定。',
        ]
      : []),
  ];
};

/** What is too much in which group: as the server will say it; empty where all keep to their places. */
const overfull = (
  view: CycleView,
  { rows, bands, quota, annual }: CalibrationView,
  approval: string,
): string[] => {
  const rule = quotaRuleOf(view.cycle, approval);
  if (!quota || !rule) return [];
  const best = bands[0]?.label ?? '';
  const names = new Map(rows.map(({ subject }) => [subject.id, subject.name]));
  const holders = new Set(quota.pools.flatMap(({ taken }) => taken));
  return takenPlaces(
    annual ? rule : (quotaRuleOf(view.cycle) ?? rule),
    view.cycle.rankWithin,
    view.cycle.subjects,
    holders,
  )
    .filter(({ taken, cap }) => taken.length > cap)
    .map((pool) => overfullWords(pool, best, (id) => names.get(id) ?? ''));
};

const Content = ({
  view,
  board,
  onClose,
}: ConfirmDialogProps & { readonly board: CalibrationView }): ReactNode => {
  const toast = useToast();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const [approval, setApproval] = useState(board.approval);
  const [notTwice, setNotTwice] = useState('');
  const twice = board.rows.filter(({ boundaries }) => boundaries.some(({ kind }) => kind === 'twice'));
  const confirm = useCommand('evaluation.confirm', {
    onSuccess: () => {
      onClose();
      toast.done('结果已确认，进入个人档案');
    },
  });
  const open = board.rows.filter(({ outcome }) => outcome.kind === 'incomplete');
  const reasonOf = (id: string): string => (reasons[id] ?? '').trim();
  const blank = open.filter(({ subject }) => reasonOf(subject.id) === '');
  const [first] = open;
  const tooMany = overfull(view, board, approval);
  const over = tooMany.length > 0;
  const asksApproval = over || board.approval !== '' || approval !== '';

  const submit = (): void => {
    setTried(true);
    if (blank.length > 0 || (twice.length > 0 && notTwice.trim() === '')) return;
    confirm.mutate({
      id: view.cycle.id,
      rev: view.cycle.rev,
      quotaApproval: approval.trim(),
      notTwice: notTwice.trim(),
      undetermined: open.map(({ subject }) => ({ subjectId: subject.id, reason: reasonOf(subject.id) })),
    });
  };
  return (
    <>
      {confirm.error && <ErrorNotice problem={confirm.error} />}
      <p style={{ marginTop: 8 }}>
        共 {board.rows.length} 个考核对象：
        {gradeCounts(board.bands, board.rows.map(gradeWord))
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => `${label} ${String(count)}`)
          .join('、')}
        。
      </p>
      <div className="mz-confirm-points">
        {board.findings.length > 0 && <LawFindings findings={board.findings} deed="确认" />}
        {pointsOf(board).map((point) => (
          <Alert key={point} type="warning" showIcon title={point} />
        ))}
      </div>
      {asksApproval && (
        <label style={{ display: 'block', marginBlock: 10 }}>
          {over ? `${tooMany.join('；')}。同意超出名额的审核文号` : '同意提高优秀比例的审核文号'}
          <Input
            maxLength={40}
            value={approval}
            status={over && approval.trim() === '' ? 'error' : ''}
            placeholder="没有审核同意的，请取消，到“校准”里调整等次"
            onChange={(event) => setApproval(event.target.value)}
          />
        </label>
      )}
      {twice.length > 0 && (
        <label style={{ display: 'block', marginBlock: 10 }}>
          {twice.map(({ subject }) => subject.name).join('、')}
          在考核期内已受到处理，又有扣分或一票否决。同一事项不重复扣分，请写明核对结果
          <Input
            maxLength={200}
            value={notTwice}
            status={tried && notTwice.trim() === '' ? 'error' : ''}
            aria-invalid={tried && notTwice.trim() === ''}
            placeholder="如：扣分为迟到，处理为有偿补课，不是同一事项"
            onChange={(event) => setNotTwice(event.target.value)}
          />
        </label>
      )}
      {tried && twice.length > 0 && notTwice.trim() === '' && (
        <p role="alert" style={{ color: 'var(--mz-vermilion)', marginTop: 6 }}>
          还没有写核对结果。
        </p>
      )}
      {open.length > 0 && (
        <>
          <p>
            以下各人评分不全，确认后为<strong>不定等次</strong>
            ，请逐个写明理由（如：入职不满半年、病假超过半年）；如果只是还没有评完，请先取消，重新打开评分补齐。
          </p>
          <div className="mz-reasons">
            {open.map(({ subject, outcome }) => (
              <label key={subject.id}>
                <span>
                  {subject.name} <span className="mz-muted">{subject.department}</span>
                  {outcome.kind === 'incomplete' && (
                    <small>
                      {outcome.missing.slice(0, 2).join('；')}
                      {outcome.missing.length > 2 ? ` 等 ${String(outcome.missing.length)} 处` : ''}
                    </small>
                  )}
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
        title="确认以后，分数和等次固定，不再变化"
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
