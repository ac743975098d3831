import { Alert, Button, Space, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { capacityLabels } from '../../../shared/features/appeals/kinds.ts';
import type { BodyView } from '../../../shared/features/organisation/bodies/channels.ts';
import { termOn } from '../../../shared/features/organisation/bodies/rules.ts';
import {
  bodyKindLabels,
  bodyPowerLabels,
  entryWayLabels,
} from '../../../shared/features/organisation/bodies/schema.ts';
import { dayOfMs, isDay } from '../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { ConfirmButton } from '../../ui/feedback/confirm-button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { DayInput } from '../../ui/form/day-input.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import { RecordHead } from '../../ui/record/record-head.tsx';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { AppointForm } from './parts/appoint-form.tsx';
import './parts/bodies.css';
import { BodyDialog } from './parts/body-dialog.tsx';
import { DissolveDialog, EditMemberDialog, EndMemberDialog } from './parts/member-dialogs.tsx';
import { SeatChart } from './parts/seat-chart.tsx';

type Member = BodyView['members'][number];
type Open =
  | { readonly what: 'edit' | 'appoint' | 'renew' | 'dissolve' }
  | { readonly what: 'editMember' | 'endMember'; readonly member: Member }
  | null;

/** One body: what it may do, who sits in it today or on any past day, and all who ever did. */
export const BodyRecordPage = (): ReactNode => {
  const { id = '' } = useParams();
  const [day, setDay] = useState<string | null>(null);
  const body = useCall('organisation.readBody', { id, day }, { keepPrevious: true });
  usePageTitle(body.data?.record.name);
  return <Loaded query={body}>{(view) => <Content view={view} onDay={setDay} />}</Loaded>;
};

const Content = ({
  view,
  onDay,
}: {
  readonly view: BodyView;
  readonly onDay: (day: string | null) => void;
}): ReactNode => {
  const can = useCan();
  const toast = useToast();
  const [open, setOpen] = useState<Open>(null);
  const restore = useCommand('organisation.restoreBody', { onError: toast.failed });
  const paper = useFileCommand('organisation.bodiesPaper');
  const { record } = view;
  const writes = can('organisation.write') && record.dissolvedOn === null;
  const close = (): void => setOpen(null);
  const term = termOn(record, view.day);
  const sitting = view.members.filter((member) => member.sitting);
  const { gaps, deciders } = view;
  return (
    <>
      <RecordHead
        title={record.name}
        status={
          record.dissolvedOn === null ? (
            <StatusTag tone={gaps.length > 0 ? 'due' : 'done'}>{gaps.length > 0 ? '待补' : '健全'}</StatusTag>
          ) : (
            <StatusTag tone="stopped">已撤销</StatusTag>
          )
        }
        facts={[
          { label: '类别', value: bodyKindLabels[record.kind] },
          {
            label: '职权',
            value: record.powers.map((power) => bodyPowerLabels[power]).join('、') || '—',
          },
          { label: '成员', value: `${String(sitting.length)} 人` },
          {
            label: record.dissolvedOn === null ? '本届届满' : '撤销日期',
            value:
              record.dissolvedOn !== null ? (
                <DayText day={record.dissolvedOn} />
              ) : term ? (
                <DayText day={term.endsOn} />
              ) : (
                '常设'
              ),
          },
          { label: '成立', value: <DayText day={record.foundedOn} /> },
        ]}
        actions={
          <Space wrap>
            {can('organisation.export') && (
              <Button
                loading={paper.isPending}
                onClick={() => paper.mutate({ ids: [record.id], day: view.day })}
              >
                导出成员表（Word）
              </Button>
            )}
            {writes && <Button onClick={() => setOpen({ what: 'edit' })}>编辑</Button>}
            {writes && sitting.length > 0 && <Button onClick={() => setOpen({ what: 'renew' })}>换届</Button>}
            {writes && <Button onClick={() => setOpen({ what: 'dissolve' })}>撤销机构</Button>}
            {can('organisation.write') && record.dissolvedOn !== null && (
              <ConfirmButton
                title={`恢复“${record.name}”？`}
                consequence="撤销时结束的任期一并恢复。"
                onConfirm={() => restore.mutateAsync({ id: record.id, rev: record.rev })}
              >
                恢复机构
              </ConfirmButton>
            )}
          </Space>
        }
      />
      {gaps.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 16 }}
          title="还需要补正"
          description={
            <ul className="mz-body-gaps">
              {gaps.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          }
        />
      )}
      {deciders.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 16 }}
          title={`${deciders.join('、')}也在研究决定的机构里：复核自己参加过的决定时应当回避，由其他成员办理。`}
        />
      )}
      <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
        <Space
          wrap
          align="center"
          style={{ justifyContent: 'space-between', width: '100%', marginBottom: 12 }}
        >
          <h2 className="mz-section-title" style={{ margin: 0 }}>
            成员
          </h2>
          <Space wrap>
            <span>看哪一天的成员：</span>
            <span style={{ display: 'inline-block', width: 170 }}>
              <DayInput
                aria-label="看哪一天的成员"
                value={view.day}
                onChange={(day) => {
                  // While it is being typed it is no day yet.
                  if (day !== null && isDay(day)) onDay(day);
                }}
              />
            </span>
            {view.day !== dayOfMs(Date.now()) && <Button onClick={() => onDay(null)}>回到今天</Button>}
            {writes && (
              <Button type="primary" onClick={() => setOpen({ what: 'appoint' })}>
                任命成员
              </Button>
            )}
          </Space>
        </Space>
        {sitting.length === 0 ? (
          <EmptyState
            title={view.inForce ? '这一天没有成员' : '这一天机构还没有成立，或者已经撤销'}
            about="任命成员以后，办案时可以从这里带入；过去的成员在下面的“任期”里。"
          />
        ) : (
          <MemberTable
            members={sitting}
            writes={writes}
            onEdit={(member) => setOpen({ what: 'editMember', member })}
            onEnd={(member) => setOpen({ what: 'endMember', member })}
          />
        )}
      </section>
      {view.members.length > 0 && (
        <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
          <h2 className="mz-section-title">任期</h2>
          <SeatChart
            members={view.members}
            from={record.foundedOn}
            until={record.dissolvedOn ?? dayOfMs(Date.now())}
            day={view.day}
          />
        </section>
      )}
      {(record.duties !== '' || record.basis !== '') && (
        <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
          <h2 className="mz-section-title">职责</h2>
          <p style={{ whiteSpace: 'pre-wrap' }}>{record.duties || '—'}</p>
          {record.basis !== '' && <p className="mz-muted">成立依据：{record.basis}</p>}
        </section>
      )}
      {open?.what === 'edit' && <BodyDialog of={view} onClose={close} />}
      {open?.what === 'dissolve' && <DissolveDialog view={view} onClose={close} />}
      {open?.what === 'appoint' && <AppointForm view={view} renewing={false} onClose={close} />}
      {open?.what === 'renew' && <AppointForm view={view} renewing onClose={close} />}
      {open?.what === 'editMember' && <EditMemberDialog view={view} member={open.member} onClose={close} />}
      {open?.what === 'endMember' && <EndMemberDialog view={view} member={open.member} onClose={close} />}
    </>
  );
};

const MemberTable = ({
  members,
  writes,
  onEdit,
  onEnd,
}: {
  readonly members: readonly Member[];
  readonly writes: boolean;
  readonly onEdit: (member: Member) => void;
  readonly onEnd: (member: Member) => void;
}): ReactNode => {
  const navigate = useNavigate();
  return (
    <Table<Member>
      size="middle"
      pagination={false}
      rowKey="id"
      dataSource={[...members]}
      columns={[
        { title: '职务', dataIndex: 'roleName', width: 100 },
        {
          title: '姓名',
          width: 130,
          render: (_value, { name, staffId, left }) => (
            <>
              {staffId === null ? (
                name
              ) : (
                <Button
                  type="link"
                  size="small"
                  style={{ padding: 0 }}
                  onClick={() => void navigate(`/organisation/staff/${staffId}`)}
                >
                  {name}
                </Button>
              )}{' '}
              {left && <StatusTag tone="stopped">已离校</StatusTag>}
            </>
          ),
        },
        {
          title: '部门岗位或身份',
          render: (_value, { stands, place }) =>
            [stands === null ? '' : capacityLabels[stands], place].filter((part) => part !== '').join('，') ||
            '—',
        },
        { title: '分工', render: (_value, { task }) => task || '—' },
        {
          title: '任期自',
          width: 130,
          render: (_value, { startsOn }) => <DayText day={startsOn} />,
        },
        {
          title: '产生方式和依据',
          render: (_value, { way, basis, votes }) =>
            `${entryWayLabels[way]}，${basis}${votes === '' ? '' : `，${votes}`}`,
        },
        ...(writes
          ? [
              {
                title: '操作',
                width: 150,
                render: (_value: unknown, member: Member) => (
                  <Space>
                    <Button type="link" size="small" onClick={() => onEdit(member)}>
                      更正
                    </Button>
                    {member.endsOn === null && (
                      <Button type="link" size="small" onClick={() => onEnd(member)}>
                        结束任期
                      </Button>
                    )}
                  </Space>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};
