import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useState, type ReactNode } from 'react';
import { PageSkeleton } from '../../feedback/page-skeleton.tsx';
import { openPdf, type PdfSource } from './pdf-document.ts';
import { PdfPage } from './pdf-page.tsx';
import { useZoom } from './use-zoom.ts';
import { RotateTool, useRoom, ViewFrame, zoomKeys, ZoomTools } from './view-frame.tsx';

interface PdfViewProps {
  readonly name: string;
  readonly source: PdfSource;
  readonly onFailed: (message: string) => void;
}

/** A PDF file, one page at a time. */
export const PdfView = ({ name, source, onFailed }: PdfViewProps): ReactNode => {
  const [opened, setOpened] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    let wanted = true;
    const pdf = openPdf(source, (message) => {
      if (wanted) onFailed(message);
    });
    pdf.document.then(
      (document) => {
        if (wanted) setOpened(document);
      },
      (cause: unknown) => {
        if (wanted) onFailed(cause instanceof Error ? cause.message : '');
      },
    );
    return () => {
      wanted = false;
      pdf.close();
    };
  }, [source, onFailed]);
  return opened === null ? (
    <PageSkeleton rows={10} />
  ) : (
    <PdfPages name={name} document={opened} onFailed={onFailed} />
  );
};

/** CSS pixels per PDF unit of 1/72 inch at 100 %. */
const UNIT = 96 / 72;

const PdfPages = ({
  name,
  document,
  onFailed,
}: {
  name: string;
  document: PDFDocumentProxy;
  onFailed: (message: string) => void;
}): ReactNode => {
  const total = document.numPages;
  const [number, setNumber] = useState(1);
  const [turn, setTurn] = useState(0);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [room, setRoom] = useRoom();

  useEffect(() => {
    let wanted = true;
    document.getPage(number).then(
      (next) => {
        if (wanted) setPage(next);
      },
      () => {
        if (wanted) onFailed(`第 ${String(number)} 页读不出来：文件已损坏。请核对原件。`);
      },
    );
    return () => {
      wanted = false;
    };
  }, [document, number, onFailed]);

  const rotation = ((page?.rotate ?? 0) + turn) % 360;
  const width = (page?.getViewport({ scale: 1, rotation }).width ?? 0) * UNIT;
  const zoom = useZoom(room > 0 && width > 0 ? Math.min(2, room / width) : 1);
  const go = (to: number): void => setNumber(Math.min(total, Math.max(1, to)));
  const rotate = (): void => setTurn((turn + 90) % 360);
  const back = (): void => go(number - 1);
  const on = (): void => go(number + 1);

  return (
    <ViewFrame
      label={`${name}，第 ${String(number)} 页，共 ${String(total)} 页`}
      hint="← → 翻页 · + − 缩放 · 0 适合宽度 · R 旋转"
      onRoom={setRoom}
      keys={{
        ...zoomKeys(zoom),
        ArrowLeft: back,
        PageUp: back,
        ArrowRight: on,
        PageDown: on,
        Home: () => go(1),
        End: () => go(total),
        r: rotate,
      }}
      tools={
        <>
          <Button
            icon={<LeftOutlined />}
            aria-label="上一页"
            title="上一页（←）"
            disabled={number === 1}
            onClick={back}
          />
          <InputNumber
            className="mz-viewer-page"
            aria-label="页码"
            min={1}
            max={total}
            precision={0}
            controls={false}
            value={number}
            onChange={(value) => value !== null && go(value)}
          />
          <span className="mz-nowrap">/ {total} 页</span>
          <Button
            icon={<RightOutlined />}
            aria-label="下一页"
            title="下一页（→）"
            disabled={number === total}
            onClick={on}
          />
          <ZoomTools zoom={zoom} />
          <RotateTool onRotate={rotate} />
        </>
      }
    >
      {page && room > 0 && (
        <PdfPage
          page={page}
          scale={zoom.scale * UNIT}
          rotation={rotation}
          onFailed={() => onFailed(`第 ${String(number)} 页画不出来：文件已损坏。请核对原件。`)}
        />
      )}
    </ViewFrame>
  );
};
