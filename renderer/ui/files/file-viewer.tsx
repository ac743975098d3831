import './viewer/viewer.css';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { PageSkeleton } from '../feedback/page-skeleton.tsx';
import type { Problem } from '../feedback/problem.ts';
import { StatusTag } from '../record/status-tag.tsx';
import { sha256Of } from './digest.ts';
import { bytesOf, saveFile } from './file-content.ts';
import { FileHash } from './file-hash.tsx';
import { fileKindOf, sizeText, type FileKind } from './viewer/file-kind.ts';
import { ImageView } from './viewer/image-view.tsx';
import { MediaView } from './viewer/media-view.tsx';
import { PdfView } from './viewer/pdf-view.tsx';
import { SheetView } from './viewer/sheet-view.tsx';
import { TextView } from './viewer/text-view.tsx';
import { UnshownFile } from './viewer/unshown-file.tsx';
import { WordView } from './viewer/word-view.tsx';

export interface FileViewerProps {
  /** The file; null while it is being read. */
  readonly file: FileContent | null;
  /** Why there is none. */
  readonly problem?: Problem | null | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** SHA-256 on record: says whether these are the bytes that were registered. */
  readonly registeredHash?: string | undefined;
  /** Saves the file; as a download if left out. */
  readonly onSave?: (file: FileContent) => void;
  /** More buttons for the head. */
  readonly actions?: ReactNode;
}

/**
 * Opens a file inside the program, without any other one: PDF, pictures, sound, film, text, Word, Excel. What cannot be
 * shown is named, measured and can be saved. Nothing in a file is run or followed.
 */
export const FileViewer = ({
  file,
  problem = null,
  onRetry,
  registeredHash,
  onSave = saveFile,
  actions,
}: FileViewerProps): ReactNode => {
  if (problem) return <ErrorNotice problem={problem} onRetry={onRetry} />;
  if (!file) return <PageSkeleton rows={10} />;
  return <OpenedFile file={file} registeredHash={registeredHash} onSave={onSave} actions={actions} />;
};

interface OpenedFileProps {
  readonly file: FileContent;
  readonly registeredHash: string | undefined;
  readonly onSave: (file: FileContent) => void;
  readonly actions: ReactNode;
}

let openings = 0;

/** A file made ready to be shown; each opening bears a number, so that page and zoom of one never pass to the next. */
const openFile = (file: FileContent) => {
  const bytes = bytesOf(file.base64);
  openings += 1;
  return { bytes, kind: fileKindOf(file.name, bytes), opening: openings };
};

const OpenedFile = ({ file, registeredHash, onSave, actions }: OpenedFileProps): ReactNode => {
  const { bytes, kind, opening } = useMemo(() => openFile(file), [file]);
  const [hash, setHash] = useState<{ of: Uint8Array; text: string } | null>(null);
  const [failure, setFailure] = useState<{ of: Uint8Array; message: string } | null>(null);
  const onFailed = useCallback((message: string) => setFailure({ of: bytes, message }), [bytes]);
  useEffect(() => {
    let wanted = true;
    void sha256Of(bytes).then((text) => {
      if (wanted) setHash({ of: bytes, text });
    });
    return () => {
      wanted = false;
    };
  }, [bytes]);

  const known = hash?.of === bytes ? hash.text : null;
  const failed = failure?.of === bytes ? failure.message : null;
  return (
    <section className="mz-viewer" aria-label={`查看文件：${file.name}`}>
      <div className="mz-viewer-head">
        <div className="mz-viewer-name">
          <strong title={file.name}>{file.name}</strong>
          <span className="mz-muted">
            {kind.name} · {sizeText(bytes.length)}
            {known !== null && (
              <>
                {' · '}
                <FileHash hash={known} />
              </>
            )}
          </span>
        </div>
        {known !== null &&
          registeredHash !== undefined &&
          (known === registeredHash ? (
            <StatusTag tone="done">与登记时一致</StatusTag>
          ) : (
            <StatusTag tone="bad">与登记时不一致</StatusTag>
          ))}
        {actions}
        <Button icon={<DownloadOutlined />} onClick={() => onSave(file)}>
          另存为
        </Button>
      </div>
      {failed === null && kind.view !== 'other' && bytes.length > 0 ? (
        <Shown key={opening} name={file.name} bytes={bytes} kind={kind} onFailed={onFailed} />
      ) : (
        <UnshownFile
          name={file.name}
          size={bytes.length}
          kind={kind.name}
          hash={known}
          damaged={failed !== null}
          message={failed ?? (bytes.length === 0 ? '这个文件是空的，里面没有内容。' : (kind.reason ?? ''))}
        />
      )}
    </section>
  );
};

interface ShownProps {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: FileKind;
  readonly onFailed: (message: string) => void;
}

const Shown = ({ kind, ...shown }: ShownProps): ReactNode => {
  switch (kind.view) {
    case 'pdf':
      return <PdfView {...shown} />;
    case 'image':
      return <ImageView {...shown} mime={kind.mime} />;
    case 'audio':
      return <MediaView {...shown} mime={kind.mime} film={false} />;
    case 'video':
      return <MediaView {...shown} mime={kind.mime} film />;
    case 'text':
      return <TextView name={shown.name} bytes={shown.bytes} />;
    case 'word':
      return <WordView {...shown} />;
    case 'sheet':
      return <SheetView {...shown} />;
    case 'other':
      return null;
  }
};
