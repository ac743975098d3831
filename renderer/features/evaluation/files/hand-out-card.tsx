import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Select, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BookOffer } from '../../../../shared/features/evaluation/files/channels.ts';
import { useCommand } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { JobFile } from '../../../app/job-file.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

/** 发放: choose the groups, take all their sheets as one zip, or a single one. */
export const HandOutCard = ({
  cycleId,
  offers,
}: {
  readonly cycleId: string;
  readonly offers: readonly BookOffer[];
}): ReactNode => {
  const toast = useToast();
  const possible = offers.filter(({ refused }) => refused === '');
  const [groups, setGroups] = useState<readonly string[]>(possible.map(({ groupId }) => groupId));
  const [perGroup, setPerGroup] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const [single, setSingle] = useState<string | null>(null);
  const start = useCommand('evaluation.startBooks', {
    invalidates: [],
    onSuccess: (begun) => setJobId(begun.jobId),
    onError: toast.failed,
  });
  const one = useFileCommand('evaluation.raterBook', ({ name }) => `已导出“${name}”`);
  const chosen = possible.filter(({ groupId }) => groups.includes(groupId));
  const files = chosen.reduce((sum, { books }) => sum + books, 0);
  const raters = possible.flatMap(({ groupId, groupName, raters: own }) =>
    own.map(({ raterId, name }) => ({ value: `${groupId} ${raterId}`, label: `${groupName} · ${name}` })),
  );
  if (offers.length === 0)
    return (
      <EmptyState title="现在不能发放评分表" about="评分开始以后、收卷以前，由组织考核的人在这里发放。" />
    );
  return (
    <>
      <p className="mz-muted">
        每名评分人一份 Excel
        文件，打开就能填：白色格子可填，下拉选等级，超出范围填不进去。文件里带有身份信息，收回时据此对号入座。
      </p>
      <ul className="mz-offers">
        {offers.map(({ groupId, groupName, books, refused, notes }) => (
          <li key={groupId}>
            <Checkbox
              checked={groups.includes(groupId)}
              disabled={refused !== ''}
              onChange={(event) =>
                setGroups(event.target.checked ? [...groups, groupId] : groups.filter((id) => id !== groupId))
              }
            >
              {groupName}
              <span className="mz-muted">{refused === '' ? ` ${String(books)} 份` : ''}</span>
            </Checkbox>
            {[refused, ...notes]
              .filter((text) => text !== '')
              .map((text) => (
                <p key={text} className="mz-muted">
                  {text}
                </p>
              ))}
          </li>
        ))}
      </ul>
      <Checkbox checked={perGroup} onChange={(event) => setPerGroup(event.target.checked)}>
        一个评分组合成一份文件（一人一个工作表；匿名组仍一人一份）
      </Checkbox>
      <Space wrap style={{ marginTop: 16 }}>
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          disabled={files === 0}
          loading={start.isPending}
          onClick={() => start.mutate({ cycleId, groupIds: chosen.map(({ groupId }) => groupId), perGroup })}
        >
          导出评分表（压缩包）
        </Button>
        {raters.length > 0 && (
          <Space.Compact>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              style={{ width: 240 }}
              aria-label="单独一名评分人"
              placeholder="单独一名评分人"
              value={single}
              onChange={(value: string | undefined) => setSingle(value ?? null)}
              options={raters}
            />
            <Button
              disabled={single === null}
              loading={one.isPending}
              onClick={() => {
                const [groupId = '', raterId = ''] = (single ?? '').split(' ');
                one.mutate({ cycleId, groupId, raterId });
              }}
            >
              导出这一份
            </Button>
          </Space.Compact>
        )}
      </Space>
      {possible.length === 0 && (
        <Alert type="info" showIcon style={{ marginTop: 12 }} title="没有可以发放电子评分表的评分组。" />
      )}
      <JobFile title="生成电子评分表" jobId={jobId} onEnd={() => setJobId(null)} />
    </>
  );
};
