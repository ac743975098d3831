import { useMemo, type ReactNode } from 'react';
import { decodeText } from './text-decoding.ts';
import { useZoom } from './use-zoom.ts';
import { ViewFrame, zoomKeys, ZoomTools } from './view-frame.tsx';

/** Characters put on the screen at most: more would take seconds to lay out. */
const MOST_CHARACTERS = 1_000_000;

/** A text file, as plain text whatever stands in it. */
export const TextView = ({ name, bytes }: { name: string; bytes: Uint8Array }): ReactNode => {
  const { text, encoding, damaged } = useMemo(() => decodeText(bytes), [bytes]);
  const zoom = useZoom(1);
  const cut = text.length > MOST_CHARACTERS;
  return (
    <ViewFrame
      label={name}
      hint="+ − 缩放 · 0 原大"
      keys={zoomKeys(zoom)}
      tools={
        <>
          <ZoomTools zoom={zoom} fitName="原大" />
          <span className="mz-muted mz-nowrap">
            {text.length.toLocaleString('zh-CN')} 字，{encoding} 编码
          </span>
        </>
      }
    >
      {damaged && <p className="mz-viewer-note">有些字节读不成文字，显示为 �。请核对原件。</p>}
      {cut && (
        <p className="mz-viewer-note">
          文件很长，这里只显示前 {MOST_CHARACTERS.toLocaleString('zh-CN')} 字，全文请另存后查看。
        </p>
      )}
      <pre className="mz-text-file" style={{ fontSize: 14 * zoom.scale }}>
        {cut ? text.slice(0, MOST_CHARACTERS) : text}
      </pre>
    </ViewFrame>
  );
};
