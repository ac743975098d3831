import { useEffect, useRef, useState, type ReactNode } from 'react';
import { unpackedSizeOf } from '../../../../shared/kernel/zip-size.ts';
import { PageSkeleton } from '../../feedback/page-skeleton.tsx';
import { drawPages } from '../paper-pages.ts';
import { MOST_UNPACKED, packedProblem } from './packed-file.ts';
import { useZoom } from './use-zoom.ts';
import { useRoom, ViewFrame, zoomKeys, ZoomTools } from './view-frame.tsx';

interface WordViewProps {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly onFailed: (message: string) => void;
}

const DAMAGED =
  '这份 Word 文件打不开：内容已损坏，或者设有打开密码。请另存后用 WPS 打开核对，必要时请提供人重新提供。';

/** Styles of the sheet around a strange file's pages; its own styles stay inside with it. */
const AROUND = `
  .docx-wrapper { background: none; padding: 0; }
  .docx-wrapper > section.docx { margin: 0 0 20px; background: #fff; color: #000; box-shadow: 0 1px 6px rgba(34, 38, 45, 0.18); }
`;

/** A Word file from outside. Its pages stand in a tree of their own, so that its styles cannot dress up the program. */
export const WordView = ({ name, bytes, onFailed }: WordViewProps): ReactNode => {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [room, setRoom] = useRoom();
  useEffect(() => {
    const host = place.current;
    if (!host) return undefined;
    let wanted = true;
    const problem = packedProblem(unpackedSizeOf(bytes), DAMAGED, MOST_UNPACKED);
    if (problem !== null) {
      onFailed(problem);
      return undefined;
    }
    drawPages(bytes, { foreign: true }).then(
      (nodes) => {
        if (!wanted) return;
        const tree = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
        const around = document.createElement('style');
        around.textContent = AROUND;
        tree.replaceChildren(...nodes, around);
        const [sheet] = tree.querySelectorAll<HTMLElement>('section.docx');
        if (sheet) setWidth(sheet.offsetWidth);
        else onFailed(DAMAGED);
      },
      () => {
        if (wanted) onFailed(DAMAGED);
      },
    );
    return () => {
      wanted = false;
    };
  }, [bytes, onFailed]);
  const zoom = useZoom(room > 0 && width > 0 ? Math.min(1.5, room / width) : 1);
  return (
    <ViewFrame
      label={name}
      hint="+ − 缩放 · 0 适合宽度"
      onRoom={setRoom}
      keys={zoomKeys(zoom)}
      tools={
        <>
          <ZoomTools zoom={zoom} />
          <span className="mz-muted">排版以 Word 打开为准</span>
        </>
      }
    >
      {width === 0 && <PageSkeleton rows={10} />}
      <div ref={place} className="mz-word-file" style={{ zoom: zoom.scale }} />
    </ViewFrame>
  );
};
