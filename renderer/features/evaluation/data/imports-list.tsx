import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { ImportRow } from '../../../../shared/features/evaluation/data/views.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

/** 导入记录: what was brought in, by whom, and the way back. */
export const ImportsList = ({
  imports,
  mayUndo,
}: {
  readonly imports: readonly ImportRow[];
  readonly mayUndo: boolean;
}): ReactNode => {
  const toast = useToast();
  const undo = useCommand('evaluation.undoData', {
    onSuccess: ({ restored, kept }) =>
      toast.done(
        kept === 0
          ? `已撤销，恢复 ${String(restored)} 个数`
          : `已撤销，恢复 ${String(restored)} 个数；${String(kept)} 个后来改过，保留现在的`,
      ),
    onError: toast.failed,
  });
  return (
    <details className="mz-data-formulas">
      <summary>导入记录 {imports.length} 次</summary>
      <Table
        size="small"
        rowKey="id"
        dataSource={[...imports]}
        pagination={{ pageSize: 8, hideOnSinglePage: true }}
        columns={[
          { title: '文件', dataIndex: 'file' },
          { title: '写入的数', align: 'right', dataIndex: 'figures' },
          { title: '导入人', render: (_value, { saved }) => saved.by.name },
          { title: '时间', render: (_value, { saved }) => formatInstant(saved.at) },
          {
            title: '撤销',
            render: (_value, { id, rev, file, figures, undone }) =>
              undone !== null ? (
                <span className="mz-muted">
                  {undone.by.name} {formatInstant(undone.at)} 已撤销
                </span>
              ) : mayUndo ? (
                <ConfirmButton
                  size="small"
                  title={`撤销“${file}”的导入？`}
                  consequence={`这次写入的 ${String(figures)} 个数恢复为导入以前的样子；后来又改过的不动。`}
                  onConfirm={() => undo.mutateAsync({ id, rev })}
                >
                  撤销
                </ConfirmButton>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </details>
  );
};
