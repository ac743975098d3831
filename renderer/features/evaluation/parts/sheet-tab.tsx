import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { BandsEditor } from './bands-editor.tsx';
import { ContentTable } from './content-table.tsx';

const NOTHING: ReadonlySet<string> = new Set();

/** What is scored in this cycle: dimensions, indicators, weights and grades of its version. */
export const SheetTab = ({ view }: { view: CycleView }): ReactNode => {
  const [open, setOpen] = useState<ReadonlySet<string>>(NOTHING);
  return (
    <div className="mz-columns">
      <div>
        <p style={{ marginBottom: 10 }}>
          <Link to={`/evaluation/indicators/${view.systemId}`}>{view.systemName}</Link>
          <span className="mz-muted"> 第 {view.versionNumber} 版。点指标前的箭头看评分标准。</span>
        </p>
        <ContentTable
          content={view.content}
          wrong={NOTHING}
          open={open}
          onToggle={(id) => {
            const next = new Set(open);
            if (!next.delete(id)) next.add(id);
            setOpen(next);
          }}
        />
      </div>
      <aside>
        <BandsEditor bands={view.content.bands} />
      </aside>
    </div>
  );
};
