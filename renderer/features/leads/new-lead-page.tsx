import './parts/lead.css';
import { Form, Input, Radio } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { registerLeadInput } from '../../../shared/features/leads/inputs.ts';
import {
  channelLabels,
  leadChannels,
  leadChannelSchema,
  leadWays,
  wayLabels,
  type LeadChannel,
  type ReplyTo,
} from '../../../shared/features/leads/schema.ts';
import { dayOfMs, isDay } from '../../../shared/kernel/dates.ts';
import { useDebounced } from '../../app/palette/use-debounced.ts';
import { useCan } from '../../app/session.ts';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { DayInput } from '../../ui/form/day-input.tsx';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../ui/form/zod-form.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useLeadCommand } from './mutations.ts';
import { AboutFields } from './parts/about-fields.tsx';
import { FilesField, type ChosenFile } from './parts/files-field.tsx';
import { ReceiptDialog } from './parts/receipt-dialog.tsx';
import { SimilarLeads } from './parts/similar-leads.tsx';
import { useSimilar } from './queries.ts';

/** What usually goes with a channel; each of it may be chosen otherwise. */
const usual: Readonly<
  Record<LeadChannel, { way: (typeof leadWays)[number]; replyTo: ReplyTo; revealing: boolean }>
> = {
  pupil: { way: 'visit', replyTo: 'source', revealing: true },
  parent: { way: 'phone', replyTo: 'source', revealing: true },
  staff: { way: 'visit', replyTo: 'source', revealing: true },
  inspection: { way: 'found', replyTo: 'nobody', revealing: false },
  evaluation: { way: 'found', replyTo: 'nobody', revealing: false },
  duty: { way: 'found', replyTo: 'nobody', revealing: false },
  opinion: { way: 'online', replyTo: 'nobody', revealing: false },
  superior: { way: 'transfer', replyTo: 'source', revealing: true },
  anonymous: { way: 'box', replyTo: 'code', revealing: false },
  other: { way: 'visit', replyTo: 'nobody', revealing: true },
};

const replyToLabels: Readonly<Record<ReplyTo, string>> = {
  source: '答复来源本人',
  code: '匿名，凭查询码查询',
  nobody: '不需要答复',
};

const NO_SOURCE = { name: '', contact: '', note: '' };

/** Whether there is a source to be written down: never for an anonymous lead. */
const asksSource = (channel: LeadChannel, replyTo: unknown): boolean =>
  channel !== 'anonymous' && replyTo !== 'code' && (usual[channel].revealing || replyTo === 'source');

const formSchema = registerLeadInput.omit({ files: true });

/** What is being typed, as far as it can be compared. */
const typedSchema = z.object({
  content: z.string().catch(''),
  occurredOn: z.string().nullable().catch(null),
  receivedOn: z.string().nullable().catch(null),
  staffIds: z.array(z.string()).catch([]),
  pupilIds: z.array(z.string()).catch([]),
  others: z.array(z.string()).catch([]),
  minors: z.array(z.string()).catch([]),
});

/** 登记线索: in less than a minute, with the source kept apart and possible duplicates beside it. */
export const NewLeadPage = (): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const can = useCan();
  const register = useLeadCommand('leads.register');
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [made, setMade] = useState<ChannelOutput<'leads.register'> | null>(null);
  const open = (id: string): void => void navigate(`/leads/${id}`);
  const form = useZodForm({
    schema: formSchema,
    initial: {
      channel: 'parent',
      way: usual.parent.way,
      replyTo: usual.parent.replyTo,
      receivedOn: dayOfMs(Date.now()),
      occurredOn: null,
      answerBy: null,
      source: NO_SOURCE,
    },
    draftKey: 'leads.register',
    // A name that was typed and not sent must not be found on this PC by anybody.
    undrafted: ['source'],
    onSubmit: async (value) => {
      const answer = await register.mutateAsync({
        ...value,
        source: asksSource(value.channel, value.replyTo) ? value.source : NO_SOURCE,
        files: files.map(({ file, reveals }) => ({ file, reveals: reveals && value.replyTo !== 'code' })),
      });
      const { number, id } = answer.view.lead;
      toast.done(
        answer.concealed ? `已登记为${number}，内容里的来源姓名已改为“反映人”` : `已登记为${number}`,
      );
      if (answer.receipt) setMade(answer);
      else open(id);
    },
  });
  const channel = leadChannelSchema
    .catch('parent')
    .parse(Form.useWatch('channel', { form: form.form, preserve: true }));
  const replyTo: unknown = Form.useWatch('replyTo', { form: form.form, preserve: true });
  const choose = (next: LeadChannel): void => {
    const { way, replyTo: to } = usual[next];
    form.form.setFieldsValue({ way, replyTo: to });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void form.submit();
    }
  };
  return (
    <>
      <PageHeader
        title="登记线索"
        about={
          <>
            先如实记下来，是否成立由后面研判。登记后给出编号，并开始计算答复期限。写完按 <kbd>Ctrl</kbd>{' '}
            <kbd>Enter</kbd> 登记。
          </>
        }
      />
      <div className="mz-columns" onKeyDown={onKeyDown}>
        <ZodForm of={form} wide>
          <FormSection title="从哪里来">
            <Field name="channel" label="来源渠道">
              <Radio.Group
                optionType="button"
                buttonStyle="solid"
                options={leadChannels.map((value) => ({ value, label: channelLabels[value] }))}
                onChange={(event) => choose(leadChannelSchema.parse(event.target.value))}
              />
            </Field>
            <FormRow>
              <Field name="way" label="反映方式">
                <Radio.Group options={leadWays.map((value) => ({ value, label: wayLabels[value] }))} />
              </Field>
              <Field name="receivedOn" label="收到日期">
                <DayInput />
              </Field>
            </FormRow>
          </FormSection>
          <FormSection title="反映什么">
            <AboutFields pupils={can('pupils.read')} autoFocus />
          </FormSection>
          <FormSection title="答复谁">
            <Field name="replyTo" label="答复对象">
              <Radio.Group
                options={(['source', 'code', 'nobody'] as const).map((value) => ({
                  value,
                  label: replyToLabels[value],
                  disabled: value === 'source' && channel === 'anonymous',
                }))}
              />
            </Field>
            {asksSource(channel, replyTo) && <SourceFields />}
            {(channel === 'superior' || replyTo === 'nobody') && (
              <Field
                name="answerBy"
                label="要求办结的日期"
                optional
                help="上级有要求的填，没有就按校内期限。"
              >
                <DayInput />
              </Field>
            )}
          </FormSection>
          <FormSection title="附件">
            <FilesField files={files} onChange={setFiles} mayReveal={replyTo !== 'code'} />
          </FormSection>
          <FormActions submit="登记线索" onCancel={() => void navigate('/leads')} />
        </ZodForm>
        <aside>
          <Duplicates form={form.form} />
        </aside>
      </div>
      {made?.receipt && <ReceiptDialog receipt={made.receipt} onClose={() => open(made.view.lead.id)} />}
    </>
  );
};

const SourceFields = (): ReactNode => (
  <div className="mz-lead-secret" role="group" aria-label="来源身份，另行保管">
    <p>下面三项单独保管，不进入线索、列表、导出和查找；要看须说明理由，经另一人同意，每次查看都有记录。</p>
    <FormRow>
      <Field name="source.name" label="来源姓名" optional>
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field name="source.contact" label="联系方式" optional>
        <Input maxLength={100} autoComplete="off" />
      </Field>
    </FormRow>
    <Field name="source.note" label="来源说明" optional>
      <Input
        maxLength={300}
        autoComplete="off"
        placeholder="如班级、与当事人的关系；上级转办的写来文单位和文号"
      />
    </Field>
  </div>
);

/** Leads that may tell of the same as what is being typed. */
const Duplicates = ({ form }: { form: ReturnType<typeof useZodForm>['form'] }): ReactNode => {
  const all: unknown = Form.useWatch((values: unknown) => values, { form, preserve: true });
  const typed = typedSchema.parse(typeof all === 'object' && all !== null ? all : {});
  const { receivedOn, occurredOn, content, staffIds, pupilIds, others, minors } = typed;
  const day = [occurredOn, receivedOn].find((each) => each !== null && isDay(each)) ?? dayOfMs(Date.now());
  const input = useDebounced(JSON.stringify({ content, day, staffIds, pupilIds, others, minors }), 400);
  const enough = content.trim().length >= 4 || staffIds.length + pupilIds.length > 0;
  const similar = useSimilar(typedInput.parse(JSON.parse(input)), enough);
  const found = enough ? (similar.data?.leads ?? []) : [];
  return (
    <section aria-live="polite">
      <h2 className="mz-record-heading">可能重复的线索</h2>
      {found.length === 0 ? (
        <p className="mz-muted">边填边找。人员、时间、内容相近的会列在这里，登记后可以并案。</p>
      ) : (
        <>
          <p className="mz-muted">请先看看是不是同一件事。是的也照样登记，登记后再并入，来源不会丢。</p>
          <SimilarLeads leads={found} apart />
        </>
      )}
    </section>
  );
};

const typedInput = typedSchema.omit({ occurredOn: true, receivedOn: true }).extend({ day: z.string() });
