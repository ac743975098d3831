import { Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CycleView, RaterProgress } from '../../../../shared/features/evaluation/views.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ReasonForm } from '../../../ui/record/reason-form.tsx';

interface WithdrawFormProps {
  readonly view: CycleView;
  readonly sheet: RaterProgress;
  readonly raterId: string;
  readonly onClose: () => void;
}

/** 退出: the rater owes nothing any more; what he finished counts or not. */
export const WithdrawForm = ({ view, sheet, raterId, onClose }: WithdrawFormProps): ReactNode => {
  const { cycle } = view;
  const toast = useToast();
  const [counted, setCounted] = useState(true);
  const withdraw = useCommand('evaluation.withdrawRater');
  return (
    <ReasonForm
      title={`${sheet.name}退出评分`}
      about={`${sheet.groupName}的${sheet.name}不再评分，没有评的不再催。`}
      label="退出原因"
      submit="确认退出"
      max={200}
      danger
      draftKey={`evaluation.withdraw:${cycle.id}:${raterId}`}
      onClose={onClose}
      before={
        <Radio.Group
          aria-label="已评完的评分表"
          style={{ display: 'grid', gap: 4, marginBottom: 14 }}
          value={counted}
          options={[
            { value: true, label: `已评完的 ${String(sheet.progress.done)} 份仍然计入（如：中途调离）` },
            {
              value: false,
              label: sheet.anonymous
                ? '已评完的不计入，随即删除（如：列错了人）'
                : '已评完的不计入（如：应当回避）',
            },
          ]}
          onChange={(event) => setCounted(event.target.value === true)}
        />
      }
      onSubmit={async (reason) => {
        await withdraw.mutateAsync({
          id: cycle.id,
          rev: cycle.rev,
          groupId: sheet.groupId,
          raterId,
          reason,
          counted,
        });
        toast.done(`${sheet.name}已退出评分`);
      }}
    />
  );
};
