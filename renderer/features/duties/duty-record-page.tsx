import { Alert, Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { z } from 'zod';
import type { DutyView } from '../../../shared/features/duties/channels.ts';
import { holderKindLabels } from '../../../shared/features/duties/schema.ts';
import { dayOfMs, daySchema } from '../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { ConfirmButton } from '../../ui/feedback/confirm-button.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { DayInput } from '../../ui/form/day-input.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../ui/form/zod-form.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import { RecordHead } from '../../ui/record/record-head.tsx';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import './parts/duties.css';
import { DutyTable } from './parts/duty-table.tsx';
import { ChangeDrawer } from './parts/items-drawer.tsx';

/** One list of duties: what it says now, who holds it, and what each version changed. */
export const DutyRecordPage = (): ReactNode => {
  const { id = '' } = useParams();
  const list = useCall('duties.read', { id });
  usePageTitle(list.data?.record.title);
  return <Loaded query={list}>{(view) => <Content view={view} />}</Loaded>;
};

const Content = ({ view }: { readonly view: DutyView }): ReactNode => {
  const can = useCan();
  const toast = useToast();
  const [open, setOpen] = useState<'change' | 'end' | null>(null);
  const end = useCommand('duties.end', { onError: toast.failed });
  const papers = useFileCommand('duties.personPaper');
  const { record, people } = view;
  const last = record.versions.at(-1);
  const applying = record.versions.find(({ version }) => version === view.applies);
  const coming = last && last !== applying && record.endedOn === null ? last : undefined;
  const shown = applying ?? last;
  const ended = record.endedOn !== null;
  return (
    <>
      <RecordHead
        title={record.title}
        status={
          ended ? (
            <StatusTag tone="stopped">已停用</StatusTag>
          ) : (
            <StatusTag tone={people.length === 0 ? 'due' : 'done'}>
              {people.length === 0 ? '无人承担' : '在用'}
            </StatusTag>
          )
        }
        facts={[
          { label: holderKindLabels[record.holder.kind], value: view.holder },
          { label: '现由', value: `${String(people.length)} 人承担` },
          { label: '职责', value: `${String(shown?.items.length ?? 0)} 项` },
          { label: '版本', value: `第 ${String(shown?.version ?? 1)} 版` },
          {
            label: ended ? '停用' : '开始执行',
            value: <DayText day={record.endedOn ?? shown?.appliesFrom ?? null} />,
          },
        ]}
        actions={
          <Space wrap>
            {can('duties.export') && people.length > 0 && !ended && (
              <Button
                loading={papers.isPending}
                onClick={() =>
                  papers.mutate({ staffIds: people.map(({ id }) => id), day: dayOfMs(Date.now()) })
                }
              >
                岗位职责书（{people.length} 人，Word）
              </Button>
            )}
            {can('duties.write') && !ended && <Button onClick={() => setOpen('end')}>停用</Button>}
            {can('duties.write') && ended && (
              <ConfirmButton
                title={`恢复《${record.title}》？`}
                consequence="恢复后照停用前的版本继续执行。"
                onConfirm={() => end.mutateAsync({ id: record.id, rev: record.rev, endedOn: null })}
              >
                恢复使用
              </ConfirmButton>
            )}
            {can('duties.write') && !ended && (
              <Button type="primary" onClick={() => setOpen('change')}>
                修改
              </Button>
            )}
          </Space>
        }
      />
      {coming && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 16 }}
          title={
            <>
              第 {coming.version} 版将从 <DayText day={coming.appliesFrom} /> 起执行。
            </>
          }
        />
      )}
      <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
        <h2 className="mz-section-title">职责内容</h2>
        <DutyTable items={shown?.items ?? []} label={record.title} />
      </section>
      <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
        <h2 className="mz-section-title">现由谁承担</h2>
        {people.length === 0 ? (
          <p className="mz-muted">现在没有人承担。请给人员安排这个岗位，或者停用这份职责。</p>
        ) : (
          <p>
            {people.map(({ id, name, about }, at) => (
              <span key={id}>
                {at > 0 && '、'}
                <Link to={`/organisation/staff/${id}`} title={about}>
                  {name}
                </Link>
              </span>
            ))}
          </p>
        )}
      </section>
      <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
        <h2 className="mz-section-title">历次修改</h2>
        <Changes view={view} />
      </section>
      {open === 'change' && <ChangeDrawer view={view} onClose={() => setOpen(null)} />}
      {open === 'end' && <EndDialog view={view} onClose={() => setOpen(null)} />}
    </>
  );
};

const Changes = ({ view: { changes } }: { readonly view: DutyView }): ReactNode => (
  <ol className="mz-duty-changes">
    {changes.map(({ version, appliesFrom, why, by, added, dropped, changed }) => (
      <li key={version}>
        <strong>
          第 {version} 版，
          <DayText day={appliesFrom} /> 起执行
        </strong>{' '}
        <span className="mz-muted">
          {why}，{by}
        </span>
        {added.map((text) => (
          <p key={`+${text}`}>
            增加：<ins>{text}</ins>
          </p>
        ))}
        {dropped.map((text) => (
          <p key={`-${text}`}>
            去掉：<del>{text}</del>
          </p>
        ))}
        {changed.map(({ before, after }) => (
          <p key={`~${before}${after}`}>
            改：<del>{before}</del> → <ins>{after}</ins>
          </p>
        ))}
      </li>
    ))}
  </ol>
);

const endSchema = z.object({ endedOn: daySchema });

const EndDialog = ({
  view: { record },
  onClose,
}: {
  readonly view: DutyView;
  readonly onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const end = useCommand('duties.end');
  const form = useZodForm({
    schema: endSchema,
    initial: { endedOn: dayOfMs(Date.now()) },
    onSubmit: async ({ endedOn }) => {
      await end.mutateAsync({ id: record.id, rev: record.rev, endedOn });
      toast.done(`已停用《${record.title}》`);
      onClose();
    },
  });
  return (
    <FormDialog title={`停用：${record.title}`} onClose={onClose}>
      <ZodForm of={form}>
        <p>停用以后这个岗位可以另建一份职责；过去的日子仍按这一份。停用错了可以恢复。</p>
        <Field name="endedOn" label="最后一天" help="这一天仍然执行。">
          <DayInput />
        </Field>
        <FormActions submit="停用" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
