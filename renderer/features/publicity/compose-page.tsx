import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ChannelOutput } from '../../../shared/channels.ts';
import type { Candidate, PublicityView } from '../../../shared/features/publicity/channels.ts';
import { publicityDraftInput } from '../../../shared/features/publicity/inputs.ts';
import type { PublicityKind } from '../../../shared/features/publicity/schema.ts';
import { dayOfMs } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { overridesFrom, reasonPath, reasonsFrom } from '../../ui/law/reasons.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { usePublicityCommand } from './mutations.ts';
import { ComposeBody } from './parts/compose-body.tsx';
import { composeSchema, itemOf, suggested, type TypedItem } from './parts/compose-values.ts';
import { excellentItems } from './parts/excellent-items.ts';
import { usePublicity } from './queries.ts';

const pathOf = (path: string): string => reasonPath(path.replace(/^content\./, ''));

/**
 * 起草公示: with the decisions of a case ticked when it is opened from there (`?case=`), or with everybody who is 优秀 in
 * a confirmed evaluation (`?assessment=`).
 */
export const NewPublicityPage = (): ReactNode => {
  const [search] = useSearchParams();
  const caseId = search.get('case');
  const cycleId = search.get('assessment');
  const usual = useCall('publicity.usual', {});
  const candidates = useCall('publicity.candidates', {});
  return (
    <>
      <PageHeader
        title="起草公示"
        about="右边随时是别人看到的样子。存为草稿以后还可以修改，张贴当天再“开始公示”。没填完关掉也不会丢。"
      />
      <Loaded query={usual}>
        {(contact) => (
          <Loaded query={candidates}>
            {(found) =>
              cycleId === null ? (
                <NewPublicity
                  key={caseId ?? ''}
                  begun={ofCase(found.candidates, caseId)}
                  contact={contact}
                  candidates={found.candidates}
                />
              ) : (
                <OfAssessment
                  key={cycleId}
                  cycleId={cycleId}
                  contact={contact}
                  candidates={found.candidates}
                />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
};

/** With what a publicity begins. */
interface Begun {
  readonly kind: PublicityKind;
  readonly picked: readonly Candidate[];
  readonly items: readonly TypedItem[];
  /** What the draft that is kept belongs to; null for one begun from nothing. */
  readonly about: string | null;
}

const ofCase = (candidates: readonly Candidate[], caseId: string | null): Begun => {
  const picked = candidates.filter((one) => one.caseId === caseId && one.shownIn === null);
  return { kind: 'result', picked, items: picked.map(itemOf), about: caseId };
};

const OfAssessment = ({
  cycleId,
  ...given
}: {
  cycleId: string;
  contact: ChannelOutput<'publicity.usual'>;
  candidates: readonly Candidate[];
}): ReactNode => {
  const results = useCall('evaluation.results', { cycleId });
  return (
    <Loaded query={results}>
      {({ rows }) => (
        <NewPublicity
          begun={{ kind: 'assessment', picked: [], items: excellentItems(rows), about: cycleId }}
          {...given}
        />
      )}
    </Loaded>
  );
};

const NewPublicity = ({
  begun,
  contact,
  candidates,
}: {
  begun: Begun;
  contact: ChannelOutput<'publicity.usual'>;
  candidates: readonly Candidate[];
}): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const create = usePublicityCommand('publicity.create');
  const { kind, picked, items, about } = begun;
  const form = useZodForm({
    schema: composeSchema,
    initial: {
      kind,
      ...suggested(kind, picked, dayOfMs(Date.now())),
      scopeNote: '',
      items,
      workdays: 5,
      contact,
      reasons: {},
    },
    draftKey: about === null ? 'publicity.new' : `publicity.new:${about}`,
    pathOf,
    onSubmit: async (values) => {
      const { record } = await create.mutateAsync({
        content: publicityDraftInput.parse(values),
        overrides: overridesFrom(values.reasons),
      });
      toast.done(`已存为草稿 ${record.number}`);
      void navigate(`/publicity/${record.id}`);
    },
  });
  return <ComposeBody form={form} candidates={candidates} submit="存为草稿" cancelTo="/publicity" />;
};

/** 修改公示: as long as it is not up. */
export const EditPublicityPage = (): ReactNode => {
  const { id = '' } = useParams();
  const query = usePublicity(id);
  const candidates = useCall('publicity.candidates', {});
  usePageTitle(query.data && `修改 ${query.data.record.number}`);
  return (
    <Loaded query={query}>
      {(view) =>
        view.acts.includes('edit') ? (
          <>
            <PageHeader title={`修改 ${view.record.number}`} about="开始公示以前可以随时修改，编号不变。" />
            <Loaded query={candidates}>
              {(found) => <EditPublicity key={id} view={view} candidates={found.candidates} />}
            </Loaded>
          </>
        ) : (
          <EmptyState
            title="不能修改"
            about={`${view.record.number}已经公示过，内容封存，不能再改。有误的请撤下，再起草新的公示。`}
          />
        )
      }
    </Loaded>
  );
};

const EditPublicity = ({
  view: { record },
  candidates,
}: {
  view: PublicityView;
  candidates: readonly Candidate[];
}): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const edit = usePublicityCommand('publicity.edit');
  const back = `/publicity/${record.id}`;
  const form = useZodForm({
    schema: composeSchema,
    initial: { ...record.content, reasons: reasonsFrom(record.overrides) },
    draftKey: `publicity.edit:${record.id}`,
    pathOf,
    onSubmit: async (values) => {
      await edit.mutateAsync({
        id: record.id,
        rev: record.rev,
        content: publicityDraftInput.parse(values),
        overrides: overridesFrom(values.reasons),
      });
      toast.done('已保存修改');
      void navigate(back);
    },
  });
  return <ComposeBody form={form} candidates={candidates} submit="保存修改" cancelTo={back} />;
};
