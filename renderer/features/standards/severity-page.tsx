import './severity.css';
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { describeMatrix } from '../../../shared/features/standards/describe.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { useCall } from '../../app/calls.ts';
import { useCan } from '../../app/session.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { CircumstanceTable } from './parts/circumstance-table.tsx';
import { History } from './parts/history.tsx';
import { MatrixDrawer } from './parts/matrix-drawer.tsx';
import { SeverityTrial } from './parts/severity-trial.tsx';
import { useNames } from './parts/use-names.ts';

/** 裁量档次: how grave a failing is, and what makes it graver or lighter. */
export const SeverityPage = (): ReactNode => {
  const severity = useCall('standards.severity', {});
  const may = useCan()('standards.write');
  const names = useNames();
  const [editing, setEditing] = useState(false);
  return (
    <Loaded query={severity}>
      {({ matrix }) => {
        const { version, content } = inForce(matrix);
        return (
          <>
            <PageHeader
              title="裁量档次"
              about={`性质、程度、影响合起来建议一个档次，情节再上下移动；建议不等于决定。现在是第 ${String(version)} 版。`}
              actions={
                may && (
                  <Button type="primary" icon={<EditOutlined />} onClick={() => setEditing(true)}>
                    修改裁量档次
                  </Button>
                )
              }
            />
            <div className="mz-severity-page">
              <SeverityTrial matrix={content} />
              <section className="mz-card">
                <h2 className="mz-section-title">情节</h2>
                <CircumstanceTable circumstances={content.circumstances} names={names} />
              </section>
              <section className="mz-card">
                <History of={matrix} describe={(one) => describeMatrix(one, names)} />
              </section>
            </div>
            {editing && <MatrixDrawer key={matrix.rev} matrix={matrix} onClose={() => setEditing(false)} />}
          </>
        );
      }}
    </Loaded>
  );
};
