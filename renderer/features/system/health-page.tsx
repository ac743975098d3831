import './system.css';
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { useCall } from '../../app/calls.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

type Health = ChannelOutput<'system.health'>;

/** Whether the data folder is sound, in words that tell an administrator what to do. */
export const HealthPage = (): ReactNode => {
  const health = useCall('system.health', {});
  return (
    <>
      <PageHeader
        title="系统状态"
        actions={
          <Button onClick={() => void health.refetch()} loading={health.isFetching}>
            再看一次
          </Button>
        }
      />
      <Loaded query={health}>{(data) => <HealthView health={data} />}</Loaded>
    </>
  );
};

const HealthView = ({ health }: { health: Health }): ReactNode => {
  const good = health.writable && health.problems.length === 0;
  return (
    <div className="mz-health">
      <section className="mz-card">
        <div className={`mz-health-state ${good ? 'mz-health-good' : 'mz-health-bad'}`}>
          {good ? <CheckCircleOutlined /> : <WarningOutlined />}
          <div>
            <h2>
              {good
                ? '数据完好，可以正常使用'
                : health.writable
                  ? '可以使用，但有问题需要注意'
                  : '现在只能查看，不能保存'}
            </h2>
            <p className="mz-muted">
              {good
                ? '操作记录首尾相扣，没有发现改动或损坏。'
                : '请先复制一份整个数据文件夹，再按下面的说明处理。'}
            </p>
          </div>
        </div>
        {health.problems.length > 0 && (
          <ol className="mz-health-problems">
            {health.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ol>
        )}
      </section>
      <section className="mz-card">
        <h2>操作记录</h2>
        <dl>
          <dt>累计保存</dt>
          <dd>{health.commits.toLocaleString('zh-CN')} 次</dd>
          <dt>数据格式</dt>
          <dd>第 {health.schemaVersion} 版</dd>
          <dt>最新校验码</dt>
          <dd className="mz-seal" title="把它抄下来，以后可以据此核对操作记录是否被改动">
            {health.headHash.slice(0, 12)}
          </dd>
          {health.counts.map(({ label, count }) => [
            <dt key={`${label}?`}>{label}</dt>,
            <dd key={label}>{count.toLocaleString('zh-CN')}</dd>,
          ])}
        </dl>
      </section>
    </div>
  );
};
