import { DownloadOutlined } from '@ant-design/icons';
import { Button, Radio, Result, Space, Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ChannelOutput } from '../../../shared/channels.ts';
import {
  rosterFileLabels,
  rosterKindLabels,
  rosterKindSchema,
  type RosterKind,
} from '../../../shared/features/organisation/import.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx';
import { ProgressPanel } from '../../ui/feedback/progress-panel.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { FileDrop } from '../../ui/files/file-drop.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { ImportPreviewPanel } from './parts/import-preview.tsx';
import { TeachingImportOptions } from './teaching/import-options.tsx';

const abouts: Readonly<Record<RosterKind, string>> = {
  staff: '系统只凭工号认人，从不按姓名；名册里有而表中没有的人不会动。',
  pupils: '系统只凭学籍号认人，从不按姓名；名册里有而表中没有的人不会动。',
  teachings: '表中写到的班和学科，从生效日期起以表中的教师为准，原来的任课记录都保留。',
};

const places: Readonly<Record<RosterKind, string>> = {
  staff: '/organisation/staff',
  pupils: '/organisation/pupils',
  teachings: '/organisation/teaching',
};

/** Takes a roster in from Excel: choose, preview, confirm. Nothing is written before the last button. */
export const ImportPage = (): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const [params] = useSearchParams();
  const asked = rosterKindSchema.safeParse(params.get('kind'));
  const [kind, setKind] = useState<RosterKind>(asked.success ? asked.data : 'staff');
  const [from, setFrom] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const [file, setFile] = useState<FileContent | null>(null);
  const [createMissing, setCreateMissing] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const [result, setResult] = useState<ChannelOutput<'organisation.applyImport'> | null>(null);

  const unit = kind === 'teachings' ? '项' : '人';
  const template = useFileCommand('organisation.rosterTemplate');
  const start = useCommand('organisation.startImport', {
    invalidates: [],
    onSuccess: (state) => setJobId(state.jobId),
    onError: toast.failed,
  });
  const cancel = useCommand('jobs.cancel', { invalidates: ['jobs.view'] });
  const apply = useCommand('organisation.applyImport', { onSuccess: setResult });

  const job = useCall(
    'jobs.view',
    { id: jobId ?? '-' },
    { enabled: jobId !== null && result === null, refetchInterval: 300, staleTime: 0 },
  );
  const done = job.data?.state === 'done';
  const preview = useCall(
    'organisation.importPreview',
    { jobId: jobId ?? '-' },
    { enabled: jobId !== null && done && result === null },
  );
  const shown = done ? (preview.data?.preview ?? null) : null;

  const read = (content: FileContent, create: boolean): void => {
    setFile(content);
    setCreateMissing(create);
    setJobId(null);
    apply.reset();
    start.mutate({ kind, file: content, createMissing: create, from, whole });
  };
  const again = (): void => {
    setFile(null);
    setJobId(null);
    setResult(null);
    setCreateMissing(false);
    apply.reset();
  };

  return (
    <>
      <PageHeader
        title={kind === 'teachings' ? '导入任课安排' : '导入名册'}
        about={`${abouts[kind]}要么全部写入，要么一条也不写。`}
      />
      <Steps
        size="small"
        style={{ marginBottom: 24, maxWidth: 720 }}
        current={result ? 3 : shown ? 1 : 0}
        items={[{ title: '选择文件' }, { title: '核对预览' }, { title: '完成' }]}
      />
      {result ? (
        <Result
          status="success"
          title={`已导入：新增 ${String(result.created)} ${unit}，更新 ${String(result.changed)} ${unit}`}
          subTitle={`不变 ${String(result.same)} ${unit}${result.made > 0 ? `，一并建立${kind === 'teachings' ? '学科' : '部门、岗位或班级'} ${String(result.made)} ${kind === 'teachings' ? '门' : '个'}` : ''}。`}
          extra={
            <Space>
              <Button onClick={again}>再导入一份</Button>
              <Button type="primary" onClick={() => void navigate(places[kind])}>
                查看{rosterKindLabels[kind]}
              </Button>
            </Space>
          }
        />
      ) : (
        <>
          {file === null && (
            <>
              <Space wrap style={{ marginBottom: 16 }}>
                <Radio.Group
                  aria-label="名册"
                  optionType="button"
                  value={kind}
                  onChange={(event) => setKind(rosterKindSchema.parse(event.target.value))}
                  options={rosterKindSchema.options.map((value) => ({
                    value,
                    label: rosterFileLabels[value],
                  }))}
                />
                {kind !== 'teachings' && (
                  <Button
                    icon={<DownloadOutlined />}
                    loading={template.isPending}
                    onClick={() => template.mutate({ kind })}
                  >
                    下载模板
                  </Button>
                )}
              </Space>
              {kind === 'teachings' && (
                <TeachingImportOptions from={from} onFrom={setFrom} whole={whole} onWhole={setWhole} />
              )}
              <FileDrop
                accept={['.xlsx']}
                title={`把填好的${rosterFileLabels[kind]}拖到这里`}
                about={
                  kind === 'teachings'
                    ? '学校现有的任课表也可以直接用：一行一个班、一列一门学科，或一行一项任课，都认得出。'
                    : '学校现有的名册也可以直接用：表头认得出就行，表头上面的标题、空行不要紧。'
                }
                maxMegabytes={30}
                advice={{
                  '.xls': '这是旧格式，请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（.xlsx）”后再导入。',
                  '.csv': '请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（.xlsx）”后再导入。',
                }}
                onFile={(content) => read(content, false)}
              />
            </>
          )}
          {file !== null && !shown && (
            <ProgressPanel
              title={`读取“${file.name}”`}
              state={job.data?.state === 'done' ? 'running' : (job.data?.state ?? 'running')}
              progress={job.data?.progress ?? 0}
              note={job.data?.note ?? '正在打开文件'}
              error={job.data?.error}
              onCancel={jobId === null ? undefined : () => cancel.mutate({ id: jobId })}
              cancelling={cancel.isPending}
              actions={
                job.data?.state === 'failed' || job.data?.state === 'cancelled' || start.isError ? (
                  <Button onClick={again}>重新选择文件</Button>
                ) : undefined
              }
            />
          )}
          {shown && (
            <section className="mz-card" style={{ padding: 20 }}>
              <h2 className="mz-section-title">
                {shown.fileName} · 工作表 {shown.sheet}
              </h2>
              <ImportPreviewPanel
                preview={shown}
                createMissing={createMissing}
                onCreateMissing={(create) => file && read(file, create)}
              />
              {apply.error && <ErrorNotice problem={apply.error} />}
              <Space style={{ marginTop: 16 }}>
                <Button
                  type="primary"
                  loading={apply.isPending}
                  disabled={shown.counts.problems > 0 || shown.counts.created + shown.counts.changed === 0}
                  onClick={() => apply.mutate({ token: shown.token })}
                >
                  确认导入
                </Button>
                <Button onClick={again}>重新选择文件</Button>
              </Space>
            </section>
          )}
        </>
      )}
    </>
  );
};
