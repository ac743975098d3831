import { Button, Input, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SheetColumn, SheetRow, SheetView } from '../../../../shared/features/evaluation/views.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { call } from '../../../api.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { evidenceEndings } from '../../../ui/files/evidence-endings.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import type { ScoreBook } from '../parts/score-book.ts';
import { problemOf } from '../../../ui/feedback/problem.ts';
import { SheetFiles } from './sheet-files.tsx';

export interface RowRemarksProps {
  readonly sheet: SheetView;
  readonly book: ScoreBook;
  /** The row in the grid. */
  readonly rowId: string;
}

const FIELD = { minRows: 1, maxRows: 4 };

/** 评语与佐证 of one person: on single indicators, on the whole, and files that prove it. */
export const RowRemarks = ({ sheet, book, rowId }: RowRemarksProps): ReactNode => {
  const row = book.saved(rowId);
  return row ? <Remarks key={rowId} sheet={sheet} book={book} rowId={rowId} row={row} /> : null;
};

const Remarks = ({ sheet, book, rowId, row }: RowRemarksProps & { readonly row: SheetRow }): ReactNode => {
  const toast = useToast();
  const [adding, setAdding] = useState(false);
  const { cycleId, groupId, anonymous } = sheet;
  const readOnly = !row.mayEnter;

  /** Scores that are still on their way go first, so that the row is written as it was last saved. */
  const act = async (send: (target: Target) => Promise<SheetRow>): Promise<void> => {
    try {
      await book.flush();
      const now = book.saved(rowId);
      if (!now) return;
      const target = { cycleId, groupId, raterId: now.raterId, subjectId: now.subject.id, rev: now.rev };
      book.replace(await send(target));
    } catch (cause) {
      toast.failed(problemOf(cause));
    }
  };
  const saveNote = (indicatorId: string, text: string): Promise<void> =>
    act((target) =>
      call('evaluation.saveRemarks', { ...target, notes: [{ indicatorId, text }], remark: null }),
    );
  const saveWhole = (remark: string): Promise<void> =>
    act((target) => call('evaluation.saveRemarks', { ...target, notes: [], remark }));
  const addFile = (file: FileContent): void => {
    setAdding(false);
    void act((target) => call('evaluation.addSheetFile', { ...target, indicatorId: null, file }));
  };

  return (
    <div className="mz-remarks">
      <Line
        label={`对${row.subject.name}的总评语`}
        title="总评语"
        text={row.remark}
        readOnly={readOnly}
        most={500}
        onSave={saveWhole}
      />
      {sheet.columns.map((column: SheetColumn) => (
        <Line
          key={column.indicatorId}
          label={`对${row.subject.name}“${column.name}”的评语`}
          title={column.name}
          text={row.notes[column.indicatorId] ?? ''}
          readOnly={readOnly}
          most={300}
          onSave={(text) => saveNote(column.indicatorId, text)}
        />
      ))}
      <h4>佐证材料</h4>
      {anonymous ? (
        <p className="mz-muted">匿名评分组不收佐证材料：文件会暴露是谁提交的。</p>
      ) : (
        <>
          <SheetFiles
            files={row.files}
            onRead={({ hash }) =>
              call('evaluation.sheetFile', {
                cycleId,
                groupId,
                raterId: row.raterId,
                subjectId: row.subject.id,
                hash,
              })
            }
            onRemove={
              readOnly
                ? undefined
                : ({ hash }) => void act((target) => call('evaluation.removeSheetFile', { ...target, hash }))
            }
          />
          {!readOnly && !adding && (
            <Button size="small" onClick={() => setAdding(true)}>
              添加佐证材料
            </Button>
          )}
          {adding && (
            <Space orientation="vertical" style={{ width: '100%' }}>
              <FileDrop accept={evidenceEndings} title="把佐证材料拖到这里" onFile={addFile} />
              <Button size="small" type="link" onClick={() => setAdding(false)}>
                取消
              </Button>
            </Space>
          )}
        </>
      )}
    </div>
  );
};

interface Target {
  readonly cycleId: string;
  readonly groupId: string;
  readonly raterId: string;
  readonly subjectId: string;
  readonly rev: number;
}

interface LineProps {
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly readOnly: boolean;
  readonly most: number;
  readonly onSave: (text: string) => Promise<void>;
}

/** One remark, saved when its field is left. */
const Line = ({ label, title, text, readOnly, most, onSave }: LineProps): ReactNode => {
  const [typed, setTyped] = useState(text);
  return (
    <label className="mz-remark">
      <span>{title}</span>
      <Input.TextArea
        aria-label={label}
        autoSize={FIELD}
        maxLength={most}
        readOnly={readOnly}
        value={typed}
        placeholder={readOnly ? '没有填写' : '可不填'}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed.trim() !== text) void onSave(typed.trim());
        }}
      />
    </label>
  );
};
