import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { OpenedFile } from '../../../../shared/kernel/large-file.ts';
import { PageSkeleton } from '../../feedback/page-skeleton.tsx';
import { addressOf, fetchBytes, saveOpened } from '../viewed-file.ts';
import { fileKindOf, type FileKind } from './file-kind.ts';
import { HeldFile } from './held-file.tsx';
import { MediaView } from './media-view.tsx';
import { PdfView } from './pdf-view.tsx';
import { UnshownFile } from './unshown-file.tsx';
import { ViewerFrame } from './viewer-frame.tsx';

interface StreamedFileProps {
  readonly file: OpenedFile;
  readonly registeredHash: string | undefined;
  readonly actions: ReactNode;
}

/** Bytes that tell what a file is. */
const HEAD = 1024;

/** Bytes of a file that is read whole into the window: pictures, texts, tables. */
const MOST_HELD = 64 * 1024 * 1024;

/** Bytes from which a PDF is read page by page, as its pages are turned. */
const MOST_HELD_PDF = 8 * 1024 * 1024;

const isStreamed = ({ view }: FileKind, size: number): boolean =>
  view === 'audio' || view === 'video' || (view === 'pdf' && size > MOST_HELD_PDF);

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : '');

/**
 * A file whose bytes are had as they are wanted: recordings are played and large PDFs turned without ever being held
 * whole. Anything else is read whole, if it is not too large for that.
 */
export const StreamedFile = ({ file, registeredHash, actions }: StreamedFileProps): ReactNode => {
  const [kind, setKind] = useState<FileKind | null>(null);
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const onFailed = useCallback((message: string) => setFailed(message), []);
  useEffect(() => {
    let wanted = true;
    const isWanted = (): boolean => wanted;
    const look = async (): Promise<void> => {
      const head =
        file.size === 0
          ? new Uint8Array()
          : await fetchBytes(file, { from: 0, to: Math.min(HEAD, file.size) });
      const found = fileKindOf(file.name, head);
      if (!isWanted()) return;
      setKind(found);
      if (found.view === 'other' || isStreamed(found, file.size) || file.size > MOST_HELD) return;
      const all = await fetchBytes(file);
      if (isWanted()) setBytes(all);
    };
    look().catch((cause: unknown) => {
      if (isWanted()) setFailed(messageOf(cause));
    });
    return () => {
      wanted = false;
    };
  }, [file]);
  const save = (): void => saveOpened(file);
  if (bytes)
    return (
      <HeldFile
        name={file.name}
        bytes={bytes}
        registeredHash={registeredHash}
        onSave={save}
        actions={actions}
      />
    );
  const streamed = kind !== null && isStreamed(kind, file.size) && file.size > 0;
  const closed = failed ?? (kind === null ? null : reasonOf(kind, file.size));
  return (
    <ViewerFrame
      name={file.name}
      kind={kind?.name ?? null}
      size={file.size}
      // The data side has compared the bytes with it before it opened them.
      hash={file.hash}
      registeredHash={registeredHash}
      onSave={save}
      actions={actions}
    >
      {closed !== null ? (
        <UnshownFile
          name={file.name}
          size={file.size}
          kind={kind?.name ?? '文件'}
          hash={file.hash}
          damaged={failed !== null}
          message={closed}
        />
      ) : streamed ? (
        <Streaming file={file} kind={kind} onFailed={onFailed} />
      ) : (
        <PageSkeleton rows={10} />
      )}
    </ViewerFrame>
  );
};

/** Why a file is named and not opened; null when it is. */
const reasonOf = (kind: FileKind, size: number): string | null => {
  if (size === 0) return '这个文件是空的，里面没有内容。';
  if (kind.view === 'other') return kind.reason ?? '';
  return isStreamed(kind, size) || size <= MOST_HELD
    ? null
    : '这个文件较大，程序里不打开。请用“另存为”存到电脑上，再用相应的软件查看。';
};

const Streaming = ({
  file,
  kind,
  onFailed,
}: {
  file: OpenedFile;
  kind: FileKind;
  onFailed: (message: string) => void;
}): ReactNode => {
  const source = useMemo(
    () => ({
      length: file.size,
      read: (from: number, to: number) => fetchBytes(file, { from, to }),
    }),
    [file],
  );
  return kind.view === 'pdf' ? (
    <PdfView name={file.name} source={source} onFailed={onFailed} />
  ) : (
    <MediaView name={file.name} url={addressOf(file)} film={kind.view === 'video'} onFailed={onFailed} />
  );
};
