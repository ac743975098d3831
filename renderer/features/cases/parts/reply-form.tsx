import { DeleteOutlined, FileOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { replyOutcomeLabels, type Submission } from '../../../../shared/features/cases/decision.ts';
import { recordReplyInput } from '../../../../shared/features/cases/investigation-inputs.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import { useCaseStandards, type CaseStandards } from './case-standards.ts';
import { ChangedItems } from './changed-items.tsx';
import type { ActFormProps } from './opened.ts';
import './forms.css';

const schema = recordReplyInput.omit({ id: true, rev: true, file: true, overrides: true });
const someOutcome = z.enum(['approved', 'changed', 'returned']);
const someDay = z.string();

type Kind = Submission['kind'];

const outcomesOf: Readonly<Record<Kind, readonly z.output<typeof someOutcome>[]>> = {
  proposal: someOutcome.options,
  referral: ['approved', 'returned'],
};

/** 批复（反馈）: what the authority decided, or what the organ answered, with its paper as it came. */
export const ReplyForm = (props: ActFormProps): ReactNode => {
  const {
    view: { record },
    onClose,
  } = props;
  const { submission } = record;
  const standards = useCaseStandards(record);
  if (!submission) return null;
  const toAuthority = submission.kind === 'proposal';
  return (
    <ActDrawer
      title={toAuthority ? '登记批复' : '登记反馈'}
      about={`${formatDay(submission.sentOn)}${toAuthority ? '报' : '移送'}${submission.organ}。${
        toAuthority ? '对方作出决定后才对本人生效，学校负责送达和执行。' : ''
      }`}
      onClose={onClose}
      size={760}
    >
      <Loaded query={standards}>
        {(known) => <Reply {...props} standards={known} submission={submission} />}
      </Loaded>
    </ActDrawer>
  );
};

const Reply = ({
  view: { record },
  submission,
  standards,
  onClose,
}: ActFormProps & { submission: Submission; standards: CaseStandards }): ReactNode => {
  const toast = useToast();
  const reply = useCaseCommand('cases.recordReply');
  const [file, setFile] = useState<FileContent | null>(null);
  const toAuthority = submission.kind === 'proposal';
  const form = useZodForm({
    schema,
    initial: {
      repliedOn: dayOfMs(Date.now()),
      outcome: 'approved',
      number: '',
      text: '',
      changedItems: [],
      effectiveOn: null,
    },
    draftKey: `cases.reply:${record.id}`,
    onSubmit: async (value) => {
      await reply.mutateAsync({
        id: record.id,
        rev: record.rev,
        ...value,
        file,
        changedItems: value.outcome === 'changed' ? value.changedItems : [],
      });
      toast.done(toAuthority ? '已登记批复' : '已登记反馈');
      onClose();
    },
  });
  const choose = (chosen: FileContent | null): void => {
    setFile(chosen);
    form.forget('file');
  };
  const outcome = useWatched(form, 'outcome', someOutcome, 'approved');
  const repliedOn = useWatched(form, 'repliedOn', someDay, '');
  const decides = toAuthority && outcome !== 'returned';
  return (
    <ZodForm of={form}>
      <Field name="outcome" label="结果">
        <Radio.Group
          options={outcomesOf[submission.kind].map((value) => ({
            value,
            label: replyOutcomeLabels[submission.kind][value],
          }))}
        />
      </Field>
      <FormRow>
        <Field name="repliedOn" label={toAuthority ? '批复日期' : '反馈日期'}>
          <DayInput />
        </Field>
        <Field name="number" label="对方文号" optional>
          <Input maxLength={60} />
        </Field>
        {decides && (
          <Field name="effectiveOn" label="生效日期" optional help="不填时按批复日期。">
            <DayInput />
          </Field>
        )}
      </FormRow>
      <Field name="text" label={toAuthority ? '批复内容' : '反馈内容'}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={2000} showCount />
      </Field>
      <FormSection title={decides ? '决定的扫描件' : '来文的扫描件（可以不附）'}>
        {file === null ? (
          <FileDrop
            accept={['.pdf', '.jpg', '.jpeg', '.png']}
            title="把来文的扫描件拖到这里"
            about={decides ? '送达本人的就是这份文件。' : undefined}
            onFile={choose}
          />
        ) : (
          <p className="mz-file-chosen">
            <FileOutlined aria-hidden /> {file.name}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`去掉${file.name}`}
              onClick={() => choose(null)}
            />
          </p>
        )}
      </FormSection>
      {toAuthority && outcome === 'changed' && (
        <FormSection title="对方另作的决定">
          <Field name="changedItems" label="对每个人决定了什么">
            <ChangedItems record={record} standards={standards} day={repliedOn} />
          </Field>
        </FormSection>
      )}
      <FormActions submit={toAuthority ? '登记批复' : '登记反馈'} onCancel={onClose} />
    </ZodForm>
  );
};
