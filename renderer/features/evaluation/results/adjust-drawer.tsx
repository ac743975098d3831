import { Alert, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { formatResult, HUNDRED } from '../../../../shared/features/evaluation/decimal.ts';
import {
  adjustmentReasonSchema,
  changeLabels,
  type Change,
} from '../../../../shared/features/evaluation/results/schema.ts';
import { figuresOf, gradeWord, withPlace } from '../../../../shared/features/evaluation/results/words.ts';
import type {
  CalibrationRow,
  CalibrationView,
} from '../../../../shared/features/evaluation/results/views.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { idSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { HundredthsInput } from '../parts/hundredths-input.tsx';

const kindSchema = z.enum(['grade', 'total', 'outsideQuota']);
const schema = z
  .object({
    kind: kindSchema,
    grade: z.string().default(''),
    total: z.number().int().min(0).max(HUNDRED),
    meetingId: idSchema,
    reason: adjustmentReasonSchema,
  })
  .refine(({ kind, grade }) => kind !== 'grade' || grade !== '', {
    error: '请选择调整后的等次',
    path: ['grade'],
    // Said together with what else is missing.
    when: () => true,
  });

const changeOf = ({ kind, grade, total }: z.output<typeof schema>): Change => {
  switch (kind) {
    case 'grade':
      return { kind, to: grade };
    case 'total':
      return { kind, to: total };
    case 'outsideQuota':
      return { kind };
  }
};

/** The total as a field of the form. */
const TotalInput = ({
  value = 0,
  onChange,
}: {
  value?: number;
  onChange?: (total: number) => void;
}): ReactNode => (
  <HundredthsInput
    label="调整后的总分"
    value={value}
    onChange={(total) => onChange?.(total)}
    suffix="分"
    width={130}
  />
);

/** Said when the same act is taken back at once, before anybody built upon it. */
const AT_ONCE = '刚做的调整，随即撤销';

/** What the meeting settled about one subject, with its reason. */
export const AdjustDrawer = ({
  board,
  row,
  onClose,
}: {
  board: CalibrationView;
  row: CalibrationRow;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const adjust = useCommand('evaluation.adjust');
  const undo = useCommand('evaluation.undoAdjustment', { onError: toast.failed });
  const { subject } = row;
  const total = figuresOf(row)?.total ?? 0;
  const done = new Set(row.adjusted.map(({ change }) => change.kind));
  const first = kindSchema.options.find((kind) => !done.has(kind)) ?? 'grade';
  const best = board.bands[0]?.label ?? '';
  const form = useZodForm({
    schema,
    initial: { kind: first, grade: '', total, meetingId: board.meetings[0]?.id },
    draftKey: `evaluation.adjust:${board.cycleId}:${subject.id}:${String(board.rev)}`,
    pathOf: (path) => (path === 'change.to' ? 'grade' : path),
    onSubmit: async (values) => {
      const after = await adjust.mutateAsync({
        cycleId: board.cycleId,
        rev: board.rev,
        subjectId: subject.id,
        meetingId: values.meetingId,
        change: changeOf(values),
        reason: values.reason,
      });
      onClose();
      const [made] = after.adjustments.filter((one) => one.subjectId === subject.id && one.undone === null);
      const now = after.rows.find((one) => one.subject.id === subject.id);
      toast.done(
        `已调整：${subject.name} ${now ? gradeWord(now) : ''}`,
        made && (() => undo.mutate({ id: made.id, rev: made.rev, reason: AT_ONCE })),
      );
    },
  });
  const kind = useWatched(form, 'kind', kindSchema, first);
  const grade = useWatched(form, 'grade', z.string(), '');
  return (
    <ActDrawer
      title={`调整${subject.name}的结果`}
      about={`现在总分 ${formatResult(total)}，等次${gradeWord(row)}。${[subject.department, subject.post].filter((part) => part !== '').join('，')}`}
      onClose={onClose}
      size={560}
    >
      <ZodForm of={form}>
        {row.effect !== '' && (
          <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={row.effect} />
        )}
        {row.boundaries.length > 0 && (
          <p className="mz-muted" style={{ marginBottom: 12 }}>
            {row.boundaries.map(({ text }) => text).join('；')}
          </p>
        )}
        <Field name="kind" label="调整什么">
          <Ways
            of={kindSchema.options
              .filter((value) => value !== 'outsideQuota' || board.quota !== null)
              .map((value) => ({
                value,
                label: changeLabels[value],
                about: done.has(value) ? '已经调整过，要另行调整请先撤销' : abouts[value],
                disabled: done.has(value),
              }))}
          />
        </Field>
        {kind === 'grade' && (
          <Field
            name="grade"
            label="调整后的等次"
            help={
              row.open.length < board.bands.length
                ? '因一票否决或者规定，有的等次不能选。'
                : '不改总分，只改等次。'
            }
          >
            <Radio.Group
              optionType="button"
              options={board.bands.map(({ label }) => ({
                value: label,
                label,
                disabled: !row.open.includes(label) || label === gradeWord(row),
              }))}
            />
          </Field>
        )}
        {kind === 'total' && (
          <Field
            name="total"
            label="调整后的总分"
            help="等次按新的总分和名额重新确定，原来的总分留在记录里。"
          >
            <TotalInput />
          </Field>
        )}
        {kind === 'grade' && grade === best && <OverQuota board={board} />}
        <Field name="meetingId" label="哪次会议定的">
          <Select
            options={board.meetings.map(({ id, heldOn, chair }) => ({
              value: id,
              label: `${formatDay(heldOn)}，${chair}主持`,
            }))}
          />
        </Field>
        <Field name="reason" label="调整理由" help="写进考核记录，本人的结果说明里也看得到。">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="记录调整" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const abouts = {
  grade: '会议研究决定另定等次。',
  total: '发现总分不能反映实际，由会议另定。',
  outsideQuota: '按上级规定不占本校优秀名额的，如上级单独核给名额。',
} as const;

/** Warns before one more gets the highest grade than there are places for. */
const OverQuota = ({ board: { rows, quota, bands } }: { board: CalibrationView }): ReactNode => {
  if (!quota) return null;
  const best = bands[0]?.label ?? '';
  const count = withPlace(rows, best);
  return (
    <Alert
      type={count >= quota.cap ? 'warning' : 'info'}
      showIcon
      style={{ marginBottom: 16 }}
      title={
        count >= quota.cap
          ? `${best}已有 ${String(count)} 个，名额 ${String(quota.cap)} 个已满：再加须先调下一个，或者确认时有同意超出的审核文号`
          : `${best}已有 ${String(count)} 个，名额 ${String(quota.cap)} 个`
      }
    />
  );
};
