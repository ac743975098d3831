import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SetupStatus } from '../../../../shared/features/setup/channels.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { EntryFrame } from '../../../ui/page/entry-frame.tsx';
import { FolderChooser } from './folder-chooser.tsx';

/** The data folder is known but cannot be opened: why, and the two ways on. */
export const UnavailableScreen = ({ status }: { status: SetupStatus }): ReactNode => {
  const [choosing, setChoosing] = useState(false);
  const use = useCommand('setup.useFolder');
  const problem = use.error ?? status.problem;
  return (
    <EntryFrame wide>
      <h1>数据文件夹现在打不开</h1>
      <p className="mz-entry-about">{status.folder ?? ''}</p>
      {problem && <ErrorNotice problem={problem} />}
      <Space style={{ marginTop: 20 }} wrap>
        {status.folder !== null && (
          <Button
            type="primary"
            loading={use.isPending}
            onClick={() => use.mutate({ folder: status.folder ?? '' })}
          >
            重试
          </Button>
        )}
        <Button onClick={() => setChoosing(true)} disabled={choosing}>
          换一个数据文件夹
        </Button>
      </Space>
      {choosing && (
        <div style={{ marginTop: 24 }}>
          <FolderChooser
            status={status}
            submit="打开这个文件夹"
            pending={use.isPending}
            onSubmit={(folder) => use.mutate({ folder })}
          />
        </div>
      )}
    </EntryFrame>
  );
};
