import './setup-wizard.css';
import { Button, Space, Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  ownershipLabels,
  stageLabels,
  type SchoolProfile,
} from '../../../../shared/features/organisation/school.ts';
import type { SetupStatus } from '../../../../shared/features/setup/channels.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { EntryFrame } from '../../../ui/page/entry-frame.tsx';
import { useSessionCommand } from '../../accounts/mutations.ts';
import { AdministratorStep, type FirstAdministrator } from './administrator-step.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { FolderChooser } from './folder-chooser.tsx';
import { SchoolStep } from './school-step.tsx';

type Step = 'school' | 'administrator' | 'confirm';

const order = ['folder', 'school', 'administrator', 'confirm'] as const;
const titles: Readonly<Record<(typeof order)[number], string>> = {
  folder: '数据文件夹',
  school: '学校',
  administrator: '管理员',
  confirm: '确认',
};

/** First run: folder, school, administrator, and a last look before anything is written. */
export const SetupWizard = ({ status }: { status: SetupStatus }): ReactNode => {
  const [step, setStep] = useState<Step>('school');
  const [school, setSchool] = useState<SchoolProfile | null>(null);
  const [administrator, setAdministrator] = useState<FirstAdministrator | null>(null);
  const [otherFolder, setOtherFolder] = useState(false);
  const useFolder = useCommand('setup.useFolder', { onSuccess: () => setOtherFolder(false) });
  const choosing = status.stage === 'choose-folder' || otherFolder;
  const shown = choosing ? 'folder' : step;

  return (
    <EntryFrame wide>
      <h1>{choosing ? '欢迎使用明责' : '建立学校'}</h1>
      <p className="mz-entry-about">
        {choosing
          ? '几步就能开始。所有数据只存在您选定的文件夹里，不上网。'
          : `数据文件夹：${status.folder ?? ''}`}
      </p>
      <Steps
        className="mz-wizard-steps"
        size="small"
        current={order.indexOf(shown)}
        items={order.map((key) => ({ title: titles[key] }))}
      />
      {shown === 'folder' && (
        <>
          {useFolder.error && (
            <div style={{ marginBottom: 16 }}>
              <ErrorNotice problem={useFolder.error} />
            </div>
          )}
          <FolderChooser
            status={status}
            submit="下一步：学校"
            pending={useFolder.isPending}
            onSubmit={(folder) => useFolder.mutate({ folder })}
          />
          <div className="mz-wizard-demo">
            <DemoPanel />
          </div>
        </>
      )}
      {shown === 'school' && (
        <>
          <SchoolStep
            initial={school}
            onNext={(value) => {
              setSchool(value);
              setStep('administrator');
            }}
          />
          <Button
            type="link"
            style={{ paddingInline: 0, marginTop: 16 }}
            onClick={() => setOtherFolder(true)}
          >
            换一个数据文件夹，或打开演示学校
          </Button>
        </>
      )}
      {shown === 'administrator' && (
        <AdministratorStep
          initial={administrator}
          onBack={() => setStep('school')}
          onNext={(value) => {
            setAdministrator(value);
            setStep('confirm');
          }}
        />
      )}
      {shown === 'confirm' && school && administrator && (
        <ConfirmStep
          folder={status.folder ?? ''}
          school={school}
          administrator={administrator}
          onBack={() => setStep('administrator')}
        />
      )}
    </EntryFrame>
  );
};

interface ConfirmStepProps {
  readonly folder: string;
  readonly school: SchoolProfile;
  readonly administrator: FirstAdministrator;
  readonly onBack: () => void;
}

/** Exactly what the last button will do; until then nothing has been written. */
const ConfirmStep = ({ folder, school, administrator, onBack }: ConfirmStepProps): ReactNode => {
  const create = useSessionCommand('setup.createSchool');
  const facts: readonly (readonly [string, string])[] = [
    ['数据文件夹', folder],
    ['学校全称', school.name],
    ['学校类型', `${stageLabels[school.stage]} · ${ownershipLabels[school.ownership]}`],
    ['发文字号', `${school.documentCode}〔年份〕序号`],
    ['主管教育部门', school.authority],
    ['管理员', `${administrator.name}（登录名 ${administrator.accountName}）`],
  ];
  return (
    <>
      <dl className="mz-wizard-facts">
        {facts.map(([label, value]) => [<dt key={`${label}?`}>{label}</dt>, <dd key={label}>{value}</dd>])}
      </dl>
      <p>按下“建立学校”后：</p>
      <ul className="mz-wizard-will">
        <li>在数据文件夹里写入学校信息和第一位管理员；</li>
        <li>用这位管理员登录，接着可以导入教职工名册、给同事建立用户。</li>
      </ul>
      {create.error && (
        <div style={{ marginBottom: 16 }}>
          <ErrorNotice problem={create.error} />
        </div>
      )}
      <Space>
        <Button
          type="primary"
          loading={create.isPending}
          onClick={() => create.mutate({ school, administrator })}
        >
          建立学校
        </Button>
        <Button onClick={onBack} disabled={create.isPending}>
          上一步
        </Button>
      </Space>
    </>
  );
};
