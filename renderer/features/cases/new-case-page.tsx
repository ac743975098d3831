import { Alert } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { registerInput } from '../../../shared/features/cases/inputs.ts';
import { routeTaken } from '../../../shared/features/cases/route-choice.ts';
import type { Matter, Measure } from '../../../shared/features/standards/schema.ts';
import { dayOfMs } from '../../../shared/kernel/dates.ts';
import { optionalTextSchema, textSchema } from '../../../shared/kernel/entity.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useCaseCommand } from './mutations.ts';
import { RegisterFields } from './parts/register-fields.tsx';

type LeadView = ChannelOutput<'leads.read'>;

/** 登记问责事项: what, who, when, from where. `?lead=<id>` begins with what a lead tells and joins the two. */
export const NewCasePage = (): ReactNode => {
  const [params] = useSearchParams();
  const leadId = params.get('lead');
  const matters = useCall('standards.matters', {});
  const measures = useCall('standards.measures', {});
  const lead = useCall('leads.read', { id: leadId ?? '' }, { enabled: leadId !== null });
  const form = (from: LeadView | null): ReactNode => (
    <Loaded query={matters}>
      {(known) => (
        <Loaded query={measures}>
          {(catalogue) => (
            <RegisterForm
              key={leadId ?? ''}
              matters={known.matters}
              measures={catalogue.measures}
              from={from}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
  return leadId === null ? form(null) : <Loaded query={lead}>{form}</Loaded>;
};

/** The first sentences of what was reported, as long as a 事由 may be. */
const summaryOf = ({ lead }: LeadView): string =>
  lead.content.length <= 300 ? lead.content : `${lead.content.slice(0, 299)}…`;

const beginning = (from: LeadView | null): object => ({
  occurredOn: from?.lead.occurredOn ?? dayOfMs(Date.now()),
  source: { kind: from ? 'lead' : 'inspection', note: from?.lead.number ?? '', reporterId: null },
  ...(from
    ? {
        summary: summaryOf(from),
        subjects: from.lead.people.flatMap((person) =>
          person.kind === 'other' ? [] : [{ kind: person.kind, id: person.id }],
        ),
        ...(from.lead.matter ? { matterCode: from.lead.matter.code } : {}),
      }
    : {}),
});

const RegisterForm = ({
  matters,
  measures,
  from,
}: {
  matters: readonly Matter[];
  measures: readonly Measure[];
  from: LeadView | null;
}): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const register = useCaseCommand('cases.register');
  const triage = useCommand('leads.triage');
  const schema = useMemo(
    () =>
      registerInput.extend({
        opinion: from ? textSchema('研判意见', 1000) : optionalTextSchema('研判意见', 1000),
      }),
    [from],
  );
  const form = useZodForm({
    schema,
    initial: beginning(from),
    draftKey: from ? `cases.register:${from.lead.id}` : 'cases.register',
    pathOf: (path) => (path === 'reason' ? 'opinion' : path.replace(/^case\./, '')),
    onSubmit: async ({ opinion, ...value }) => {
      const route = routeTaken(
        value.route,
        value.subjects.map(({ kind }) => kind),
        matters.find(({ id }) => id === value.matterCode),
        measures,
      );
      if (from) {
        const { matterCode, summary, occurredOn, subjects } = value;
        const view = await triage.mutateAsync({
          way: 'case',
          id: from.lead.id,
          rev: from.lead.rev,
          reason: opinion,
          case: { matterCode, summary, occurredOn, subjects, route },
        });
        toast.done(`已登记为 ${view.case?.number ?? '问责事项'}`);
        void navigate(view.case ? `/cases/${view.case.id}` : '/cases');
        return;
      }
      const { record } = await register.mutateAsync({ ...value, route });
      toast.done(`已登记为 ${record.number}`);
      void navigate(`/cases/${record.id}`);
    },
  });
  return (
    <>
      <PageHeader
        title="登记问责事项"
        about="先把事情记下来，事实是否成立由后面的核实确认。登记后程序给出案号，并开始计算办理期限。"
      />
      {from && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16, maxWidth: 640 }}
          title={`由${from.lead.number}转来：已填入线索中写明的内容，登记后线索同时记为“立为问责事项”。`}
          description={from.source.held ? '线索来源另行保密保存，不会带到这里。' : undefined}
        />
      )}
      <RegisterFields
        of={form}
        matters={matters}
        measures={measures}
        fromLead={from !== null}
        onCancel={() => void navigate('/cases')}
      />
    </>
  );
};
