import { DownloadOutlined } from '@ant-design/icons';
import { Button, Checkbox, Space } from 'antd';
import type { ReactNode } from 'react';
import {
  layoutLabels,
  teachingLayoutSchema,
} from '../../../../shared/features/organisation/teaching/channels.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';

/** What an import of teachings needs besides the file: from which day on it holds, and a template of either layout. */
export const TeachingImportOptions = ({
  from,
  onFrom,
  whole,
  onWhole,
}: {
  readonly from: string | null;
  readonly onFrom: (day: string | null) => void;
  readonly whole: boolean;
  readonly onWhole: (whole: boolean) => void;
}): ReactNode => {
  const template = useFileCommand('organisation.teachingTemplate');
  return (
    <div style={{ display: 'grid', gap: 12, marginBottom: 16 }}>
      <Space wrap>
        {teachingLayoutSchema.options.map((layout) => (
          <Button
            key={layout}
            icon={<DownloadOutlined />}
            loading={template.isPending && template.variables.layout === layout}
            onClick={() => template.mutate({ layout })}
          >
            下载{layoutLabels[layout]}模板
          </Button>
        ))}
      </Space>
      <Space wrap>
        <label htmlFor="teaching-from">生效日期</label>
        <div style={{ width: 220 }}>
          <DayInput id="teaching-from" value={from} onChange={onFrom} placeholder="不填就从今天起" />
        </div>
        <span className="mz-muted">新学期的任课表填开学那一天；表中另写了开始日期的，以表中为准。</span>
      </Space>
      <Checkbox checked={whole} onChange={(event) => onWhole(event.target.checked)}>
        这是整张任课表：表中的班，没有写到的学科从生效日期起无人任课（新学年换表时勾选）
      </Checkbox>
    </div>
  );
};
