import { Button, Space, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { employmentLabels, genderLabels } from '../../../shared/features/organisation/schema.ts';
import type { StaffView } from '../../../shared/features/organisation/views.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { ConfirmButton } from '../../ui/feedback/confirm-button.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { DayText } from '../../ui/format/parts.tsx';
import { RecordHead } from '../../ui/record/record-head.tsx';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { PersonDutiesSection } from '../duties/parts/person-duties.tsx';
import { PresenceTag } from './parts/presence-tag.tsx';
import { TeachingsCard } from './teaching/teachings-card.tsx';
import { EditStaffDialog, EndPostDialog, LeaveDialog, TakeUpPostDialog } from './parts/staff-dialogs.tsx';

type Open = 'edit' | 'take' | 'leave' | { readonly end: number } | null;

/** One member of staff: what the roster says, and the posts held over time. */
export const StaffRecordPage = (): ReactNode => {
  const { id = '' } = useParams();
  const staff = useCall('organisation.readStaff', { id });
  usePageTitle(staff.data?.record.name);
  return <Loaded query={staff}>{(data) => <Content view={data} />}</Loaded>;
};

const Content = ({ view }: { view: StaffView }): ReactNode => {
  const can = useCan();
  const navigate = useNavigate();
  const toast = useToast();
  const [open, setOpen] = useState<Open>(null);
  const back = useCommand('organisation.returnToSchool', { onError: toast.failed });
  const { record } = view;
  const writes = can('organisation.write');
  const close = (): void => setOpen(null);
  return (
    <>
      <RecordHead
        title={record.name}
        status={<PresenceTag leftOn={record.leftOn} />}
        facts={[
          { label: '工号', value: record.number },
          { label: '部门', value: view.department || '—' },
          { label: '岗位', value: view.post || '—' },
          { label: '编制与身份', value: employmentLabels[record.employment] },
          {
            label: record.leftOn === null ? '入职日期' : '离校日期',
            value: <DayText day={record.leftOn ?? record.joinedOn} />,
          },
        ]}
        actions={
          <Space wrap>
            {can('archive.read') && (
              <Button onClick={() => void navigate(`/archive/${record.id}`)}>问责档案</Button>
            )}
            {writes && <Button onClick={() => setOpen('edit')}>编辑</Button>}
            {writes && record.leftOn === null && <Button onClick={() => setOpen('leave')}>登记离校</Button>}
            {writes && record.leftOn !== null && (
              <ConfirmButton
                title={`登记${record.name}返校？`}
                consequence="返校后重新算在校人员；原来的任职不会恢复，需要另行新增。"
                onConfirm={() => back.mutateAsync({ id: record.id, rev: record.rev })}
              >
                登记返校
              </ConfirmButton>
            )}
          </Space>
        }
      />
      <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
        <Space style={{ justifyContent: 'space-between', width: '100%', marginBottom: 12 }}>
          <h2 className="mz-section-title">任职</h2>
          {writes && record.leftOn === null && (
            <Button type="primary" onClick={() => setOpen('take')}>
              新增任职
            </Button>
          )}
        </Space>
        <Table
          size="middle"
          pagination={false}
          rowKey={({ place }) => String(place)}
          dataSource={view.holdings
            .map((holding, place) => ({ ...holding, place }))
            .sort((a, b) => b.startsOn.localeCompare(a.startsOn))}
          locale={{ emptyText: '还没有任职记录' }}
          columns={[
            { title: '部门', dataIndex: 'department' },
            { title: '岗位', dataIndex: 'post' },
            { title: '自', render: (_value, { startsOn }) => <DayText day={startsOn} /> },
            {
              title: '至',
              render: (_value, { endsOn }) => (endsOn === null ? '至今' : <DayText day={endsOn} />),
            },
            {
              title: '状态',
              render: (_value, { current }) => (
                <StatusTag tone={current ? 'active' : 'stopped'}>{current ? '在任' : '不在任'}</StatusTag>
              ),
            },
            ...(writes
              ? [
                  {
                    title: '操作',
                    render: (_value: unknown, { endsOn, place }: { endsOn: string | null; place: number }) =>
                      endsOn === null && (
                        <Button type="link" size="small" onClick={() => setOpen({ end: place })}>
                          结束任职
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </section>
      <TeachingsCard view={view} writes={writes} />
      <PersonDutiesSection staffId={record.id} />
      <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
        <h2 className="mz-section-title">其他</h2>
        <dl className="mz-record-facts">
          {(
            [
              ['性别', genderLabels[record.gender]],
              ['岗位等级', record.postGrade],
              ['职称', record.title],
              ['中共党员', record.partyMember ? '是' : '否'],
              ['手机', record.phone],
              ['从事管理', view.managerial ? '是' : '否'],
              ['担任班主任', view.classes.map(({ label }) => label).join('、')],
            ] as const
          ).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value === '' ? '—' : value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {open === 'edit' && <EditStaffDialog view={view} onClose={close} />}
      {open === 'take' && <TakeUpPostDialog view={view} onClose={close} />}
      {open === 'leave' && <LeaveDialog view={view} onClose={close} />}
      {typeof open === 'object' && open !== null && (
        <EndPostDialog view={view} place={open.end} onClose={close} />
      )}
    </>
  );
};
