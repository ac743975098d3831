import { CopyOutlined, DownloadOutlined, ImportOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { subjectKindLabels } from '../../../shared/features/evaluation/indicators.ts';
import type { SystemView } from '../../../shared/features/evaluation/views.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { FieldKind } from './data/field-kind.ts';
import { VersionEditor } from './parts/version-editor.tsx';
import { VersionsPanel } from './parts/versions-panel.tsx';
import { BookDrawer } from './systems/book-drawer.tsx';

/** One indicator system: its versions, the newest open for editing until it is used. */
export const SystemPage = (): ReactNode => {
  const { id = '' } = useParams();
  const system = useCall('evaluation.readSystem', { id });
  return <Loaded query={system}>{(view) => <SystemRecord key={id} view={view} />}</Loaded>;
};

const SystemRecord = ({ view }: { view: SystemView }): ReactNode => {
  const toast = useToast();
  const mayWrite = useCan()('standards.write');
  const [chosen, setChosen] = useState<string | null>(null);
  const create = useCommand('evaluation.newVersion', {
    onError: toast.failed,
    onSuccess: () => {
      setChosen(null);
      toast.done('已建立新版本，内容与上一版相同，可以修改');
    },
  });
  const book = useFileCommand('evaluation.systemBook');
  const [importing, setImporting] = useState(false);
  const [newest] = view.versions;
  const shown = view.versions.find(({ version }) => version.id === chosen) ?? newest;
  usePageTitle(shown?.version.content.name);
  if (!shown || !newest) return null;
  const { version } = shown;
  const frozen = version.frozen !== null;
  return (
    <>
      <PageHeader
        title={version.content.name}
        about={
          <>
            <StatusTag tone={frozen ? 'done' : 'draft'}>
              {`第 ${String(version.number)} 版 · ${frozen ? '已启用' : '草稿'}`}
            </StatusTag>{' '}
            适用于{subjectKindLabels[view.system.kind]}。
            {frozen &&
              '这一版已经用于考核，内容不再改动，过去的结果才有据可查。要修改请新建版本，以后的考核用新版。'}
          </>
        }
        actions={
          <Space wrap>
            <Button
              icon={<DownloadOutlined />}
              loading={book.isPending}
              onClick={() => book.mutate({ id: version.id })}
            >
              导出 Excel
            </Button>
            {mayWrite && (
              <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
                从 Excel 导入
              </Button>
            )}
            {newest.version.frozen !== null && mayWrite && (
              <Button
                type="primary"
                icon={<CopyOutlined />}
                loading={create.isPending}
                onClick={() => create.mutate({ systemId: view.system.id })}
              >
                新建版本
              </Button>
            )}
          </Space>
        }
      />
      {importing && (
        <BookDrawer
          systemId={view.system.id}
          onClose={() => setImporting(false)}
          onTaken={(taken) => {
            setImporting(false);
            setChosen(null);
            toast.done(`已导入第 ${String(taken.versions[0]?.version.number ?? 1)} 版`);
          }}
        />
      )}
      <FieldKind value={view.system.kind}>
        <VersionEditor
          key={version.id}
          view={shown}
          mayWrite={mayWrite}
          aside={<VersionsPanel versions={view.versions} shown={version.id} onShow={setChosen} />}
        />
      </FieldKind>
    </>
  );
};
