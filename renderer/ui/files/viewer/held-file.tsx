import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { sha256Of } from '../digest.ts';
import { fileKindOf, type FileKind } from './file-kind.ts';
import { ImageView } from './image-view.tsx';
import { HeldMediaView } from './media-view.tsx';
import { PdfView } from './pdf-view.tsx';
import { SheetView } from './sheet-view.tsx';
import { TextView } from './text-view.tsx';
import { UnshownFile } from './unshown-file.tsx';
import { ViewerFrame } from './viewer-frame.tsx';
import { WordView } from './word-view.tsx';

interface HeldFileProps {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly registeredHash: string | undefined;
  readonly onSave: () => void;
  readonly actions: ReactNode;
}

let openings = 0;

/** A file made ready to be shown; each opening bears a number, so that page and zoom of one never pass to the next. */
const openFile = (name: string, bytes: Uint8Array) => {
  openings += 1;
  return { kind: fileKindOf(name, bytes), opening: openings };
};

/** A file whose bytes are all at hand. */
export const HeldFile = ({ name, bytes, registeredHash, onSave, actions }: HeldFileProps): ReactNode => {
  const { kind, opening } = useMemo(() => openFile(name, bytes), [name, bytes]);
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
    <ViewerFrame
      name={name}
      kind={kind.name}
      size={bytes.length}
      hash={known}
      registeredHash={registeredHash}
      onSave={onSave}
      actions={actions}
    >
      {failed === null && kind.view !== 'other' && bytes.length > 0 ? (
        <Shown key={opening} name={name} bytes={bytes} kind={kind} onFailed={onFailed} />
      ) : (
        <UnshownFile
          name={name}
          size={bytes.length}
          kind={kind.name}
          hash={known}
          damaged={failed !== null}
          message={failed ?? (bytes.length === 0 ? '这个文件是空的，里面没有内容。' : (kind.reason ?? ''))}
        />
      )}
    </ViewerFrame>
  );
};

interface ShownProps {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: FileKind;
  readonly onFailed: (message: string) => void;
}

const Shown = ({ kind, ...shown }: ShownProps): ReactNode => {
  const { bytes } = shown;
  const source = useMemo(() => ({ bytes }), [bytes]);
  switch (kind.view) {
    case 'pdf':
      return <PdfView name={shown.name} source={source} onFailed={shown.onFailed} />;
    case 'image':
      return <ImageView {...shown} mime={kind.mime} />;
    case 'audio':
      return <HeldMediaView {...shown} mime={kind.mime} film={false} />;
    case 'video':
      return <HeldMediaView {...shown} mime={kind.mime} film />;
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
