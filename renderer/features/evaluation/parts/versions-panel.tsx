import { DiffOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { VersionView } from '../../../../shared/features/evaluation/views.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { useCan } from '../../../app/session.ts';
import { DifferenceDrawer } from '../systems/difference-drawer.tsx';

interface VersionsPanelProps {
  readonly versions: readonly VersionView[];
  readonly shown: string;
  readonly onShow: (versionId: string) => void;
}

/** The versions of a system, newest first, with who saved each and where it is used. */
export const VersionsPanel = ({ versions, shown, onShow }: VersionsPanelProps): ReactNode => {
  const mayOpen = useCan()('evaluation.read');
  const [comparing, setComparing] = useState(false);
  const view = versions.find(({ version }) => version.id === shown);
  return (
    <section className="mz-card mz-panel" aria-label="版本">
      <h2>版本</h2>
      <ul className="mz-versions">
        {versions.map(({ version }) => (
          <li key={version.id}>
            <button type="button" aria-current={version.id === shown} onClick={() => onShow(version.id)}>
              第 {version.number} 版 · {version.frozen ? '已启用，不再改动' : '草稿'}
              <small>
                {version.saved.by.name} {formatInstant(version.saved.at)}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {versions.length > 1 && (
        <Button
          size="small"
          icon={<DiffOutlined />}
          style={{ marginTop: 8 }}
          onClick={() => setComparing(true)}
        >
          比较版本
        </Button>
      )}
      {comparing && (
        <DifferenceDrawer versions={versions} shown={shown} onClose={() => setComparing(false)} />
      )}
      {view && view.usedBy.length > 0 && (
        <p style={{ marginTop: 8 }}>
          <span className="mz-muted">用于：</span>
          {view.usedBy.map(({ cycleId, name }, at) => (
            <span key={cycleId}>
              {at > 0 && '、'}
              {mayOpen ? <Link to={`/evaluation/cycles/${cycleId}`}>{name}</Link> : name}
            </span>
          ))}
        </p>
      )}
    </section>
  );
};
