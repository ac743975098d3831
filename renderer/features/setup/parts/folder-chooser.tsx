import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Form, Input, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SetupStatus } from '../../../../shared/features/setup/channels.ts';
import { useCommand } from '../../../app/calls.ts';

interface FolderChooserProps {
  readonly status: SetupStatus;
  readonly submit: string;
  readonly pending: boolean;
  readonly onSubmit: (folder: string) => void;
  readonly children?: ReactNode;
}

/** Where the school's data will lie: typed, or picked where the system has a dialog for it. */
export const FolderChooser = ({
  status,
  submit,
  pending,
  onSubmit,
  children,
}: FolderChooserProps): ReactNode => {
  const [folder, setFolder] = useState(status.folder ?? status.suggestedFolder);
  const pick = useCommand('setup.pickFolder', {
    invalidates: [],
    onSuccess: ({ folder: picked }) => {
      if (picked !== null) setFolder(picked);
    },
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => onSubmit(folder)}>
      <Form.Item
        label="数据文件夹"
        htmlFor="data-folder"
        extra="请放在本机硬盘上，不要放在网盘同步的文件夹或 U 盘里。以后备份时，整个复制这个文件夹即可。"
      >
        <Space.Compact block>
          <Input id="data-folder" value={folder} onChange={(event) => setFolder(event.target.value)} />
          {status.canPickFolder && (
            <Button icon={<FolderOpenOutlined />} onClick={() => pick.mutate({})} loading={pick.isPending}>
              浏览
            </Button>
          )}
        </Space.Compact>
      </Form.Item>
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={pending} disabled={folder.trim() === ''}>
          {submit}
        </Button>
        {children}
      </Space>
    </Form>
  );
};
