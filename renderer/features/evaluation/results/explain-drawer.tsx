import './explain.css';
import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import type { ExplainedResult } from '../../../../shared/features/evaluation/views.ts';
import { useCall } from '../../../app/calls.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { ExplainSteps } from './explain-steps.tsx';

interface ExplainDrawerProps {
  readonly cycleId: string;
  readonly subjectId: string | null;
  readonly bands: readonly Band[];
  readonly onClose: () => void;
}

/** 怎么来的: a result down to every single score, with each sum as it can be checked by hand. */
export const ExplainDrawer = ({ cycleId, subjectId, bands, onClose }: ExplainDrawerProps): ReactNode => (
  <Drawer
    open={subjectId !== null}
    onClose={onClose}
    size={800}
    title="怎么来的"
    closable={{ 'aria-label': '关闭' }}
    destroyOnHidden
  >
    {subjectId !== null && (
      <Explained key={subjectId} cycleId={cycleId} subjectId={subjectId} bands={bands} />
    )}
  </Drawer>
);

const Explained = ({
  cycleId,
  subjectId,
  bands,
}: {
  cycleId: string;
  subjectId: string;
  bands: readonly Band[];
}): ReactNode => {
  const explained = useCall('evaluation.explain', { cycleId, subjectId });
  return <Loaded query={explained}>{(result) => <Result result={result} bands={bands} />}</Loaded>;
};

/** Which parts are open: as the reader has them, all, or all and about to be printed. */
type Shown = 'some' | 'all' | 'print';

const Result = ({ result, bands }: { result: ExplainedResult; bands: readonly Band[] }): ReactNode => {
  const { subject, cycleName, explanation, missing, undetermined, assigned, concealed, confirmed } = result;
  const [shown, setShown] = useState<Shown>('some');
  useEffect(() => {
    // Only once everything is open: what is folded up would be missing on paper.
    if (shown !== 'print') return;
    window.print();
    setShown('all');
  }, [shown]);
  return (
    <div className="mz-why">
      <p style={{ marginBottom: 12 }}>
        <strong style={{ fontSize: 16 }}>{subject.name}</strong>{' '}
        <span className="mz-muted">
          {[subject.number, subject.department, subject.post].filter((part) => part !== '').join(' · ')}
        </span>
        <br />
        <span className="mz-muted">
          {cycleName}
          {confirmed === null ? ' · 还没有确认' : ' · 已确认，不再变动'}
        </span>
      </p>
      {explanation ? (
        <>
          <div className="mz-why-tools mz-no-print" style={{ marginBottom: 12 }}>
            <Button size="small" onClick={() => setShown(shown === 'some' ? 'all' : 'some')}>
              {shown === 'some' ? '全部展开' : '收起'}
            </Button>
            <Button size="small" icon={<PrinterOutlined />} onClick={() => setShown('print')}>
              打印
            </Button>
          </div>
          <ExplainSteps explanation={explanation} bands={bands} allOpen={shown !== 'some'} />
        </>
      ) : (
        <WhyNot missing={missing} undetermined={undetermined} assigned={assigned} concealed={concealed} />
      )}
    </div>
  );
};

const WhyNot = ({
  missing,
  undetermined,
  assigned,
  concealed,
}: Pick<ExplainedResult, 'missing' | 'undetermined' | 'assigned' | 'concealed'>): ReactNode => {
  if (assigned)
    return (
      <Alert type="warning" showIcon title={`直接定为${assigned.grade}`} description={assigned.reason} />
    );
  if (concealed)
    return (
      <Alert
        type="info"
        showIcon
        title={`等次${concealed.grade}，总分不公开`}
        description={`${concealed.reason}。`}
      />
    );
  if (undetermined !== '') return <Alert type="info" showIcon title={UNGRADED} description={undetermined} />;
  return (
    <Alert
      type="warning"
      showIcon
      title="还没有结果，还缺这些评分"
      description={
        <ul>
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
};
