import { useState, type ReactNode } from 'react';
import type { SystemBookPreview } from '../../../../shared/features/evaluation/systems/book-preview.ts';
import type { SystemView } from '../../../../shared/features/evaluation/views.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { BookPreviewPanel } from './book-preview.tsx';

interface Read {
  readonly file: FileContent;
  readonly preview: SystemBookPreview;
}

/** 从 Excel 导入: one workbook, what it would change, and the button that does it. */
export const BookDrawer = ({
  systemId,
  onClose,
  onTaken,
}: {
  /** Null: the workbook becomes a system of its own. */
  readonly systemId: string | null;
  readonly onClose: () => void;
  readonly onTaken: (view: SystemView) => void;
}): ReactNode => {
  const [read, setRead] = useState<Read | null>(null);
  const preview = useCommand('evaluation.previewSystemBook', { invalidates: [] });
  const take = useCommand('evaluation.takeSystemBook', { onSuccess: onTaken });
  const again = (): void => {
    setRead(null);
    preview.reset();
    take.reset();
  };
  const problem = take.error ?? preview.error;
  return (
    <ActDrawer
      title={systemId === null ? '从 Excel 新建指标体系' : '从 Excel 导入'}
      about="用导出的工作簿修改后导入。先核对每处变化，确认后才保存。"
      size={940}
      onClose={onClose}
    >
      {problem && (
        <div style={{ marginBottom: 12 }}>
          <ErrorNotice problem={problem} onClose={again} />
        </div>
      )}
      {read ? (
        <BookPreviewPanel
          preview={read.preview}
          taking={take.isPending}
          onTake={() => take.mutate({ systemId, file: read.file, seen: read.preview.seen })}
          onAgain={again}
        />
      ) : (
        <FileDrop
          accept={['.xlsx']}
          title="把改好的工作簿拖到这里"
          about={
            systemId === null
              ? '任何一套指标体系都可以导出作为样子，改好后在这里成为新的一套。'
              : '认得出原有的维度和指标，改名、移动也不会弄错。'
          }
          disabled={preview.isPending}
          advice={{
            '.xls': '请在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”。',
            '.et': '请在 WPS 里另存为“Excel 工作簿（.xlsx）”。',
          }}
          onFile={(file) =>
            preview.mutate({ systemId, file }, { onSuccess: (found) => setRead({ file, preview: found }) })
          }
        />
      )}
    </ActDrawer>
  );
};
