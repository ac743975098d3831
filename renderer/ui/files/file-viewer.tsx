import './viewer/viewer.css';
import { useMemo, type ReactNode } from 'react';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { PageSkeleton } from '../feedback/page-skeleton.tsx';
import type { Problem } from '../feedback/problem.ts';
import { bytesOf, saveFile } from './file-content.ts';
import { HeldFile } from './viewer/held-file.tsx';
import { StreamedFile } from './viewer/streamed-file.tsx';
import type { ViewedFile } from './viewed-file.ts';

export interface FileViewerProps {
  /** The file; null while it is being read. */
  readonly file: ViewedFile | null;
  /** Why there is none. */
  readonly problem?: Problem | null | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** SHA-256 on record: says whether these are the bytes that were registered. */
  readonly registeredHash?: string | undefined;
  /** Saves a file that came with a call; as a download if left out. */
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
  if ('ticket' in file)
    return <StreamedFile key={file.ticket} file={file} registeredHash={registeredHash} actions={actions} />;
  return <FileOfCall file={file} registeredHash={registeredHash} onSave={onSave} actions={actions} />;
};

const FileOfCall = ({
  file,
  registeredHash,
  onSave,
  actions,
}: {
  file: FileContent;
  registeredHash: string | undefined;
  onSave: (file: FileContent) => void;
  actions: ReactNode;
}): ReactNode => {
  const bytes = useMemo(() => bytesOf(file.base64), [file]);
  return (
    <HeldFile
      name={file.name}
      bytes={bytes}
      registeredHash={registeredHash}
      onSave={() => onSave(file)}
      actions={actions}
    />
  );
};
