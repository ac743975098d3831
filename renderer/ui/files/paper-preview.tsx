import './paper-preview.css';
import { FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { PageSkeleton } from '../feedback/page-skeleton.tsx';
import type { Problem } from '../feedback/problem.ts';
import { bytesOf, saveFile } from './file-content.ts';
import { drawPages, printPages } from './paper-pages.ts';

export interface PaperPreviewProps {
  /** The paper's name, above its pages. */
  readonly title: string;
  /** The Word file; null while it is being made. */
  readonly file: FileContent | null;
  /** Why there is none. */
  readonly problem?: Problem | null;
  readonly onRetry?: () => void;
  /** 草稿 across every page. */
  readonly draft?: boolean;
  /** The fields that feed the paper, on the left. */
  readonly fields?: ReactNode;
  /** 定稿 and what else this paper allows. */
  readonly actions?: ReactNode;
  /** Saves the file; as a download if left out. */
  readonly onSave?: (file: FileContent) => void;
}

/** A paper as it will be printed, beside the fields that it is made from. */
export const PaperPreview = ({
  title,
  file,
  problem = null,
  onRetry,
  draft = false,
  fields,
  actions,
  onSave = saveFile,
}: PaperPreviewProps): ReactNode => {
  const pages = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ file: FileContent; failed: boolean } | null>(null);

  useEffect(() => {
    const into = pages.current;
    if (!file || !into) return undefined;
    let wanted = true;
    drawPages(bytesOf(file.base64)).then(
      (nodes) => {
        if (!wanted) return;
        into.replaceChildren(...nodes);
        setDrawn({ file, failed: false });
      },
      () => {
        if (wanted) setDrawn({ file, failed: true });
      },
    );
    return () => {
      wanted = false;
    };
  }, [file]);

  const ready = drawn !== null && drawn.file === file && !drawn.failed;
  const unreadable = drawn !== null && drawn.file === file && drawn.failed;
  return (
    <div className={fields === undefined ? 'mz-paper mz-paper-only' : 'mz-paper'}>
      {fields !== undefined && <div>{fields}</div>}
      <section aria-label={`${title}预览`}>
        <div className="mz-paper-head">
          <strong>{title}</strong>
          <Button icon={<FileWordOutlined />} disabled={!file} onClick={() => file && onSave(file)}>
            存为 Word
          </Button>
          <Button
            icon={<PrinterOutlined />}
            disabled={!ready}
            onClick={() => pages.current && printPages(pages.current)}
          >
            打印
          </Button>
          {actions}
        </div>
        {problem && <ErrorNotice problem={problem} onRetry={onRetry} />}
        {unreadable && (
          <ErrorNotice
            problem={{ code: 'internal', message: '预览画不出来，但文件已经生成：请用“存为 Word”打开查看。' }}
          />
        )}
        <div
          className="mz-paper-desk"
          tabIndex={0}
          role="region"
          aria-label="文书页面"
          hidden={problem !== null || unreadable}
        >
          {!ready && <PageSkeleton rows={10} />}
          <div
            ref={pages}
            className={draft ? 'mz-paper-pages mz-paper-draft' : 'mz-paper-pages'}
            style={{ display: ready ? 'block' : 'none' }}
          />
        </div>
      </section>
    </div>
  );
};
