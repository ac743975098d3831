import './parts/appeal.css';
import { Alert, Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useCall } from '../../app/calls.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { RegisterForm } from './parts/register-form.tsx';
import { useComplaints } from './queries.ts';

/** 登记申请: against which decision, by whom, in which way; whether it is in time is told beside it. */
export const NewAppealPage = (): ReactNode => {
  const [params, setParams] = useSearchParams();
  const caseId = params.get('case') ?? '';
  const complaints = useComplaints(caseId);
  return (
    <>
      <PageHeader
        title="登记申请"
        about="收到复核申请、申诉书，或者口头提出的，都如实登记。登记后给出编号，开始计算审查和办理期限；不停止原决定的执行，也不因申请加重处理。"
      />
      <CaseChoice value={caseId} onChange={(id) => setParams({ case: id }, { replace: true })} />
      {caseId !== '' && (
        <Loaded query={complaints}>
          {(data) =>
            data.complaints.length === 0 ? (
              <Alert type="info" showIcon title={`${data.number}没有现在有效的处理，不能登记复核、申诉。`} />
            ) : (
              <RegisterForm key={caseId} caseId={caseId} complaints={data.complaints} />
            )
          }
        </Loaded>
      )}
    </>
  );
};

const CaseChoice = ({ value, onChange }: { value: string; onChange: (id: string) => void }): ReactNode => {
  const cases = useCall('appeals.cases', {});
  return (
    <Loaded query={cases}>
      {(data) =>
        data.cases.length === 0 ? (
          <EmptyState title="还没有作出决定的事项" about="作出决定以后，才能对它申请复核、提出申诉。" />
        ) : (
          <div className="mz-form" style={{ marginBottom: 18 }}>
            <label htmlFor="appeal-case" style={{ display: 'block', marginBottom: 6 }}>
              对哪一件事项的决定
            </label>
            <Select<string>
              id="appeal-case"
              style={{ width: '100%' }}
              showSearch={{ optionFilterProp: 'label' }}
              value={value === '' ? null : value}
              placeholder="输入案号、当事人或事由查找"
              onChange={onChange}
              options={data.cases.map(({ caseId, number, people, matter }) => ({
                value: caseId,
                label: `${number}　${people}　${matter}`,
              }))}
            />
          </div>
        )
      }
    </Loaded>
  );
};
