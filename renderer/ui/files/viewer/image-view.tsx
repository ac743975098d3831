import { useState, type ReactNode } from 'react';
import { useBlobUrl } from './use-blob-url.ts';
import { useZoom } from './use-zoom.ts';
import { RotateTool, useRoom, ViewFrame, zoomKeys, ZoomTools } from './view-frame.tsx';

interface ImageViewProps {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  readonly onFailed: (message: string) => void;
}

/** A picture. Turning it changes what is seen, never the file. */
export const ImageView = ({ name, bytes, mime, onFailed }: ImageViewProps): ReactNode => {
  const url = useBlobUrl(bytes, mime);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [turn, setTurn] = useState(0);
  const [room, setRoom] = useRoom();
  const lying = turn % 180 !== 0;
  const across = size === null ? 0 : lying ? size.height : size.width;
  const down = size === null ? 0 : lying ? size.width : size.height;
  // A small picture is not blown up to the width.
  const zoom = useZoom(room > 0 && across > 0 ? Math.min(1, room / across) : 1);
  const rotate = (): void => setTurn((turn + 90) % 360);
  return (
    <ViewFrame
      label={name}
      hint="+ − 缩放 · 0 适合宽度 · R 旋转"
      onRoom={setRoom}
      keys={{ ...zoomKeys(zoom), r: rotate }}
      tools={
        <>
          <ZoomTools zoom={zoom} />
          <RotateTool onRotate={rotate} />
          {size && (
            <span className="mz-muted mz-nowrap">
              {size.width} × {size.height} 像素
            </span>
          )}
        </>
      }
    >
      {url !== null && (
        <div className="mz-picture" style={{ width: across * zoom.scale, height: down * zoom.scale }}>
          <img
            src={url}
            alt={name}
            draggable={false}
            style={
              size === null
                ? { visibility: 'hidden' }
                : {
                    width: size.width * zoom.scale,
                    height: size.height * zoom.scale,
                    transform: `translate(-50%, -50%) rotate(${String(turn)}deg)`,
                  }
            }
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setSize({ width, height })
            }
            onError={() => onFailed('这张图片显示不出来：内容已损坏，或者不是真正的图片。请核对原件。')}
          />
        </div>
      )}
    </ViewFrame>
  );
};
