import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  actionFields,
  actionProgressFields,
  closeActionFields,
} from '../../../../shared/features/evaluation/school/channels.ts';
import {
  actionKindLabels,
  actionKindSchema,
  actionState,
  actionStateLabels,
  type Action,
  type ActionState,
} from '../../../../shared/features/evaluation/school/schema.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';
import { FilesInput } from '../feedback/parts/files-input.tsx';
import { SheetFiles } from '../scoring/sheet-files.tsx';
import { readFile, targetOf, useSchoolCommand, type PartProps } from './part.ts';

const today = (): string => dayOfMs(Date.now());
const tones: Readonly<Record<ActionState, StatusTone>> = { open: 'active', late: 'bad', closed: 'done' };

type Opened = { readonly what: 'add' } | { readonly what: 'progress' | 'close'; readonly action: Action };
type FormProps = PartProps & { readonly onClose: () => void };

/** 整改和改进清单: what, who, until when, how far, and what proves that it is done. */
export const ActionsPart = ({ view }: PartProps): ReactNode => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { actions } = view.record;
  const onClose = (): void => setOpened(null);
  return (
    <>
      {actions.length === 0 && (
        <p className="mz-muted">
          还没有列入清单的事项。自评、评分和第三方评估发现的问题，逐项列出、定人、定期限。
        </p>
      )}
      {actions.length > 0 && (
        <ul className="mz-record-items" style={{ marginBottom: 12 }}>
          {actions.map((action) => (
            <ActionRow
              key={action.id}
              view={view}
              action={action}
              onOpen={view.mayAct ? setOpened : undefined}
            />
          ))}
        </ul>
      )}
      {view.mayAct && (
        <Button icon={<PlusOutlined />} onClick={() => setOpened({ what: 'add' })}>
          列入清单
        </Button>
      )}
      {opened?.what === 'add' && <AddForm view={view} onClose={onClose} />}
      {opened?.what === 'progress' && <ProgressForm view={view} action={opened.action} onClose={onClose} />}
      {opened?.what === 'close' && <CloseForm view={view} action={opened.action} onClose={onClose} />}
    </>
  );
};

const ActionRow = ({
  view,
  action,
  onOpen,
}: PartProps & { action: Action; onOpen: ((opened: Opened) => void) | undefined }): ReactNode => {
  const state = actionState(action, today());
  const toast = useToast();
  const drop = useSchoolCommand('evaluation.dropAction');
  const from = view.dimensions.find(({ id }) => id === action.dimensionId)?.name;
  return (
    <li>
      <div>
        <strong>
          {actionKindLabels[action.kind]}：{action.item}
        </strong>
        <p className="mz-muted">
          {action.responsible}，{formatDay(action.dueOn)}前完成{from === undefined ? '' : `，来自“${from}”`}
        </p>
        {action.progress.map(({ on, text, made }) => (
          <p key={made.at} className="mz-record-text">
            {formatDay(on)}：{text}
          </p>
        ))}
        {action.closed && (
          <>
            <p className="mz-record-text">
              {formatDay(action.closed.on)}完成：{action.closed.note}
            </p>
            {action.closed.files.length > 0 && (
              <SheetFiles files={action.closed.files} onRead={readFile(view)} />
            )}
          </>
        )}
      </div>
      <StatusTag tone={tones[state]}>{actionStateLabels[state]}</StatusTag>
      {onOpen && action.closed === null && (
        <>
          <Button
            size="small"
            aria-label={`登记进展：${action.item}`}
            onClick={() => onOpen({ what: 'progress', action })}
          >
            登记进展
          </Button>
          <Button
            size="small"
            aria-label={`完成销号：${action.item}`}
            onClick={() => onOpen({ what: 'close', action })}
          >
            完成销号
          </Button>
          {action.progress.length === 0 && (
            <ConfirmButton
              size="small"
              title={`不再把“${action.item}”列入清单？`}
              consequence="这一项从清单和期限表里去掉，操作记录里仍然查得到。"
              onConfirm={() =>
                drop
                  .mutateAsync({ ...targetOf(view), actionId: action.id })
                  .then(() => toast.done('已取消列入'), toast.failed)
              }
            >
              取消列入
            </ConfirmButton>
          )}
        </>
      )}
    </li>
  );
};

const AddForm = ({ view, onClose }: FormProps): ReactNode => {
  const toast = useToast();
  const add = useSchoolCommand('evaluation.addAction');
  const form = useZodForm({
    schema: actionFields,
    initial: { kind: 'rectify', dimensionId: null },
    draftKey: `evaluation.addAction:${view.cycleId}:${view.subject.id}`,
    onSubmit: async (value) => {
      await add.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已列入清单，期限已列入期限表');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="列入整改和改进清单"
      about="一项一条，写清做什么、谁负责、什么时候完成。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="kind" label="类别">
          <Radio.Group
            options={actionKindSchema.options.map((value) => ({ value, label: actionKindLabels[value] }))}
          />
        </Field>
        <Field name="item" label="事项">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
        <Field name="dimensionId" label="来自哪个维度" optional>
          <Select
            allowClear
            placeholder="不属于哪个维度"
            options={view.dimensions.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <FormRow>
          <Field name="responsible" label="责任人">
            <Input maxLength={40} />
          </Field>
          <Field name="dueOn" label="完成期限">
            <DayInput />
          </Field>
        </FormRow>
        <FormActions submit="列入清单" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const ProgressForm = ({ view, action, onClose }: FormProps & { action: Action }): ReactNode => {
  const toast = useToast();
  const add = useSchoolCommand('evaluation.actionProgress');
  const form = useZodForm({
    schema: actionProgressFields,
    initial: { on: today() },
    draftKey: `evaluation.actionProgress:${action.id}`,
    onSubmit: async (value) => {
      await add.mutateAsync({ ...targetOf(view), actionId: action.id, ...value });
      toast.done('已登记进展');
      onClose();
    },
  });
  return (
    <ActDrawer title="登记进展" about={action.item} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="on" label="日期">
          <DayInput />
        </Field>
        <Field name="text" label="进展">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={1000} />
        </Field>
        <FormActions submit="登记" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const CloseForm = ({ view, action, onClose }: FormProps & { action: Action }): ReactNode => {
  const toast = useToast();
  const close = useSchoolCommand('evaluation.closeAction');
  const form = useZodForm({
    schema: closeActionFields,
    initial: { on: today(), files: [] },
    draftKey: `evaluation.closeAction:${action.id}`,
    undrafted: ['files'],
    onSubmit: async (value) => {
      await close.mutateAsync({ ...targetOf(view), actionId: action.id, ...value, files: [...value.files] });
      toast.done('已完成销号');
      onClose();
    },
  });
  return (
    <ActDrawer title="完成销号" about={`${action.item}。整改事项须附佐证材料。`} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="on" label="完成日期">
          <DayInput />
        </Field>
        <Field name="note" label="完成情况">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={1000} />
        </Field>
        <Field name="files" label="佐证材料" optional={action.kind === 'improve'}>
          <FilesInput title="把佐证材料拖到这里" />
        </Field>
        <FormActions submit="完成销号" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
