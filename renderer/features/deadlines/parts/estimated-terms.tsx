import { Alert, Button, Drawer, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Recount } from '../../../../shared/features/deadlines/channels.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

/** A term that somebody was told of is not made shorter unasked. */
const isShortened = ({ othersTerm, before, after }: Recount): boolean => othersTerm && after < before;

const outcome = (term: Recount): string => {
  if (term.stillEstimated) return '当年安排仍未录入，暂不计算';
  if (term.after === term.before) return '日期不变，去掉“预估”';
  return isShortened(term) ? '会提前，当事人可能已按原日期准备' : term.after < term.before ? '提前' : '推后';
};

/** Says which running terms rest on an estimate, and offers to count them again. For those who keep the calendar. */
export const EstimatedTerms = (): ReactNode => {
  const estimated = useCall('deadlines.estimated', {});
  const [open, setOpen] = useState(false);
  if (!estimated.data) return null;
  const { terms, hidden } = estimated.data;
  const ready = terms.filter(({ stillEstimated }) => !stillEstimated);
  if (ready.length === 0 && hidden === 0) return null;
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={
          ready.length > 0
            ? `有 ${String(ready.length)} 个在走的期限是按预估计算的，现在可以按已录入的安排重新计算。`
            : '还有按预估计算的期限。'
        }
        description={
          hidden > 0 ? `另有 ${String(hidden)} 个期限您无权查看，请能查看这些事项的人来重新计算。` : undefined
        }
        action={ready.length > 0 && <Button onClick={() => setOpen(true)}>查看并重新计算</Button>}
      />
      {open && <RecountDrawer terms={terms} onClose={() => setOpen(false)} />}
    </>
  );
};

const RecountDrawer = ({ terms, onClose }: { terms: readonly Recount[]; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    terms.filter((term) => !term.stillEstimated && !isShortened(term)).map(({ id }) => id),
  );
  const recompute = useCommand('deadlines.recompute', {
    onSuccess: ({ recomputed }) => {
      toast.done(`已重新计算 ${String(recomputed)} 个期限`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={860}
      onClose={onClose}
      title="重新计算预估的期限"
      closable={{ 'aria-label': '关闭' }}
      footer={
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={recompute.isPending}
          onClick={() => recompute.mutate({ ids: [...chosen] })}
        >
          重新计算 {chosen.length} 个期限
        </Button>
      }
    >
      {recompute.error && <ErrorNotice problem={recompute.error} />}
      <p>只有当时按预估计算的期限列在这里，其他期限不受影响。改动会记入事项的办理经过。</p>
      <Table<Recount>
        className="mz-record-table"
        size="small"
        pagination={false}
        rowKey={({ id }) => id}
        dataSource={[...terms]}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: (term) => ({
            disabled: term.stillEstimated,
            'aria-label': `${term.recordNumber}${term.label}`,
          }),
        }}
        columns={[
          {
            title: '事项',
            render: (_value, { recordPath, recordNumber, recordTitle, people }) => (
              <>
                <Link to={recordPath}>{recordNumber === '' ? recordTitle : recordNumber}</Link>{' '}
                <span className="mz-muted">{people.join('、')}</span>
              </>
            ),
          },
          { title: '期限', render: (_value, { label }) => label, width: 120 },
          { title: '现在', render: (_value, { before }) => formatDay(before), width: 130 },
          { title: '重新计算后', render: (_value, { after }) => formatDay(after), width: 130 },
          { title: '变化', render: (_value, term) => outcome(term), width: 200 },
        ]}
      />
    </Drawer>
  );
};
