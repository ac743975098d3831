import './data.css';
import { Button, Result, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import type { DataPreview, DataTable } from '../../../../shared/features/evaluation/data/views.ts';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { ExamPanel } from './exam-panel.tsx';
import { ImportPreview } from './import-preview.tsx';

const outcome = ({ kept, leftOut }: ChannelOutput<'evaluation.applyData'>): string =>
  [
    '公式指标已经重新计算。',
    kept > 0 ? `保留系统里的数 ${String(kept)} 个。` : '',
    leftOut > 0 ? `有误而没有导入的 ${String(leftOut)} 处。` : '',
    '需要时可以在“导入记录”里撤销。',
  ].join('');

/** 导入: a workbook, a preview of what it would do, and one button that does it. */
export const ImportDrawer = ({
  table,
  kind,
  onClose,
}: {
  readonly table: DataTable;
  readonly kind: SubjectKind;
  readonly onClose: () => void;
}): ReactNode => {
  const [way, setWay] = useState<'data' | 'exam'>('data');
  const [first, setFirst] = useState<DataPreview | null>(null);
  const [done, setDone] = useState<ChannelOutput<'evaluation.applyData'> | null>(null);
  const read = useCommand('evaluation.readDataFile', { invalidates: [], onSuccess: setFirst });
  const again = (): void => {
    setFirst(null);
    setDone(null);
    read.reset();
  };
  return (
    <ActDrawer
      title="导入数据"
      about={`${table.cycleName}：先看清会写入什么，确认以后才写入。`}
      size="min(1080px, 94vw)"
      onClose={onClose}
    >
      {done ? (
        <Result
          status="success"
          title={`已写入 ${String(done.written)} 个数`}
          subTitle={outcome(done)}
          extra={[
            <Button key="again" onClick={again}>
              再导入一个文件
            </Button>,
            <Button key="close" type="primary" onClick={onClose}>
              查看数据
            </Button>,
          ]}
        />
      ) : first ? (
        <ImportPreview first={first} table={table} kind={kind} onAgain={again} onApplied={setDone} />
      ) : (
        <div className="mz-import">
          <Segmented<'data' | 'exam'>
            aria-label="导入什么"
            style={{ justifySelf: 'start' }}
            value={way}
            options={[
              { value: 'data', label: '数据表（已经统计好的）' },
              { value: 'exam', label: '学生成绩表（由系统统计）' },
            ]}
            onChange={setWay}
          />
          {way === 'exam' && (
            <ExamPanel
              table={table}
              kind={kind}
              onApplied={(written) => setDone({ written, kept: 0, leftOut: 0 })}
            />
          )}
          {way === 'data' && (
            <FileDrop
              accept={['.xlsx']}
              title={read.isPending ? '正在读取…' : '把成绩统计、考勤等 Excel 表拖到这里'}
              about="哪张工作表、哪一行是表头、每列是什么，会自动找出来给您核对；教务系统导出的表可以直接用。"
              disabled={read.isPending}
              advice={{
                '.xls': '请在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”。',
                '.csv': '请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”。',
              }}
              onFile={(file) => read.mutate({ cycleId: table.cycleId, file })}
            />
          )}
          {way === 'data' && read.error && <ErrorNotice problem={read.error} />}
        </div>
      )}
    </ActDrawer>
  );
};
