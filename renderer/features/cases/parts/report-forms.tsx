import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import {
  adoptReportInput,
  submitReportInput,
} from '../../../../shared/features/cases/investigation-inputs.ts';
import { responsibilityLabels } from '../../../../shared/features/cases/investigation.ts';
import { formatDay, dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { ReasonForm } from '../../../ui/record/reason-form.tsx';
import { useCaseCommand } from '../mutations.ts';
import './forms.css';
import type { ActFormProps, Opened } from './opened.ts';
import { ReportText } from './report-text.tsx';
import { reportBeginning, reportLacks, type ReportLack } from './report-texts.ts';
import { recusalOf } from './team-check.tsx';
import { TickBoxes } from './tick-boxes.tsx';

const submitSchema = submitReportInput.omit({ id: true, rev: true });
const adoptSchema = adoptReportInput.omit({ id: true, rev: true });
const someIds = z.array(z.string());

/** 提交调查报告: begun with what the investigation holds already, and always saying what it still lacks. */
export const SubmitReportForm = ({ view: { record }, onOpen, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const submit = useCaseCommand('cases.submitReport');
  const team = record.filing?.team ?? [];
  const able = team.filter(({ id }) => recusalOf(record, id) === undefined);
  const form = useZodForm({
    schema: submitSchema,
    initial: {
      ...reportBeginning(record),
      signerIds: able.length === 2 ? able.map(({ id }) => id) : [],
      reportedOn: dayOfMs(Date.now()),
    },
    draftKey: `cases.report:${record.id}`,
    onSubmit: async (value) => {
      await submit.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已提交调查报告，等待审议');
      onClose();
    },
  });
  const signers = useWatched(form, 'signerIds', someIds, []);
  const lacks = reportLacks(record, signers);
  const returned = record.investigation.report?.returns.at(-1);
  return (
    <ActDrawer
      title="提交调查报告"
      about={
        returned
          ? `上次退回：${returned.reason}`
          : '已按立案、笔录和认定填好初稿，请核对改写。提交后证据和笔录不再改动，采纳时一并封存。'
      }
      onClose={onClose}
      size={860}
    >
      <Lacking lacks={lacks} onOpen={onOpen} />
      <ZodForm of={form} wide>
        <Field name="course" label="调查经过" help="线索来源、立案、询问了谁、调取了什么。">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={3000} showCount />
        </Field>
        <Field name="facts" label="查明的事实" help="采纳后就是作出决定的依据。">
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={5000} showCount />
        </Field>
        <Field name="positions" label="当事人意见" optional>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Field>
        <Field
          name="nature"
          label="定性与依据"
          help="违反了什么规定、属于什么性质、从重从轻的情节和处理建议。"
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
        </Field>
        <FormSection title="签名">
          <Field name="signerIds" label="签名的办案人员" help="不少于两人。">
            <TickBoxes of={team.map((one) => ({ ...one, bar: recusalOf(record, one.id) }))} />
          </Field>
          <Field name="reportedOn" label="报告日期">
            <DayInput />
          </Field>
        </FormSection>
        <FormActions submit="提交调查报告" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const Lacking = ({
  lacks,
  onOpen,
}: {
  lacks: readonly ReportLack[];
  onOpen: (opened: Opened) => void;
}): ReactNode => (
  <div role="status" aria-label="报告还缺什么">
    <ul className="mz-lacking">
      {lacks.length === 0 ? (
        <li className="mz-ok">
          <CheckCircleOutlined aria-hidden /> 笔录、认定、签名都已齐备，可以提交。
        </li>
      ) : (
        lacks.map(({ text, opens }) => (
          <li key={text}>
            <span className="mz-no" aria-hidden>
              <ExclamationCircleOutlined />
            </span>
            <span>{text}</span>
            {opens && (
              <Button size="small" onClick={() => onOpen(opens)}>
                {opens.what === 'recordInterview' ? '记录询问' : '认定责任'}
              </Button>
            )}
          </li>
        ))
      )}
    </ul>
  </div>
);

/** 采纳调查报告: from then on its facts carry the decision and its files are closed. */
export const AdoptReportForm = ({ view: { record }, onOpen, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const adopt = useCaseCommand('cases.adoptReport');
  const { report, findings, interviews } = record.investigation;
  const form = useZodForm({
    schema: adoptSchema,
    initial: { on: dayOfMs(Date.now()), note: '' },
    draftKey: `cases.adopt:${record.id}`,
    onSubmit: async (value) => {
      await adopt.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已采纳调查报告，证据和笔录已封存');
      onClose();
    },
  });
  if (!report) return null;
  return (
    <ActDrawer
      title="采纳调查报告"
      about={`${formatDay(report.reportedOn)}由${report.signers.map(({ name }) => name).join('、')}签名提交。采纳后，证据 ${String(record.evidence.length)} 份、笔录 ${String(interviews.length)} 份一并封存，不再改动。`}
      onClose={onClose}
      size={760}
    >
      <dl className="mz-record-pairs" style={{ marginBottom: 18 }}>
        <ReportText report={report} />
        <dt>责任认定</dt>
        <dd>
          {findings.map(({ personId, responsibility, opinion }) => (
            <p key={personId}>
              {record.subjects.find((subject) => subject.personId === personId)?.name}：
              {responsibilityLabels[responsibility]}
              {opinion !== '' && `。${opinion}`}
            </p>
          ))}
        </dd>
      </dl>
      <ZodForm of={form}>
        <Field name="on" label="采纳日期">
          <DayInput />
        </Field>
        <Field name="note" label="审议意见" optional>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Field>
        <FormActions submit="采纳调查报告" onCancel={onClose}>
          <Button onClick={() => onOpen({ what: 'returnReport' })}>退回补充调查</Button>
        </FormActions>
      </ZodForm>
    </ActDrawer>
  );
};

/** 退回补充调查: the files are open again, and what was told has to be told anew. */
export const ReturnReportForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const giveBack = useCaseCommand('cases.returnReport');
  return (
    <ReasonForm
      title="退回补充调查"
      about={
        record.state === 'reported'
          ? '报告退回调查组，证据和笔录可以继续补充。'
          : '报告退回调查组，封存解除；已作的告知和陈述要在重新采纳后再做一遍。'
      }
      label="退回的理由"
      submit="退回补充调查"
      max={300}
      draftKey={`cases.returnReport:${record.id}`}
      onClose={onClose}
      onSubmit={async (reason) => {
        await giveBack.mutateAsync({ id: record.id, rev: record.rev, reason });
        toast.done('已退回补充调查');
      }}
    />
  );
};
