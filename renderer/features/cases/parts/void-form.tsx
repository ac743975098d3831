import { Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { decisionPapers } from '../../../../shared/features/cases/conditions.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ReasonForm } from '../../../ui/record/reason-form.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** 作废文号: the number stays in the register and is used no more; the paper gets the next one. */
export const VoidForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const voidNumber = useCaseCommand('cases.voidNumber');
  const papers = decisionPapers(record).filter(({ numberId }) => numberId !== null);
  const [paperId, setPaperId] = useState(target ?? papers[0]?.id ?? '');
  const paper = papers.find(({ id }) => id === paperId);
  return (
    <ReasonForm
      title="作废文号"
      about={`${paper?.number ?? '原号'}留在登记簿里，注明作废，不会再用；程序给这份文书一个新号。此操作不能撤回。`}
      label="作废原因"
      submit="作废文号"
      danger
      max={200}
      draftKey={`cases.void:${record.id}`}
      onClose={onClose}
      before={
        papers.length > 1 && (
          <fieldset className="mz-case-choice">
            <legend>作废哪一份文书的文号</legend>
            <Radio.Group
              value={paperId}
              onChange={(event) => setPaperId(String(event.target.value))}
              options={papers.map(({ id, number, title }) => ({
                value: id,
                label: `${number ?? ''} ${title}`,
              }))}
            />
          </fieldset>
        )
      }
      onSubmit={async (reason) => {
        const { record: after } = await voidNumber.mutateAsync({
          id: record.id,
          rev: record.rev,
          paperId,
          reason,
        });
        toast.done(`已作废，新文号 ${after.papers.find(({ id }) => id === paperId)?.number ?? ''}`);
      }}
    />
  );
};
