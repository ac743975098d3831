import type { PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';

interface PdfPageProps {
  readonly page: PDFPageProxy;
  /** CSS pixels per PDF unit. */
  readonly scale: number;
  /** 0, 90, 180 or 270. */
  readonly rotation: number;
  readonly onFailed: () => void;
}

/** Pixels that a page is drawn with at most: a plan in A0 at 400 % would otherwise take a gigabyte. */
const MOST_PIXELS = 24_000_000;

/** One page on a canvas, with its words over it, unseen, so that they can be marked, copied and read aloud. */
export const PdfPage = ({ page, scale, rotation, onFailed }: PdfPageProps): ReactNode => {
  const place = useRef<HTMLDivElement>(null);
  const failed = useEffectEvent(onFailed);

  useEffect(() => {
    const into = place.current;
    if (!into) return undefined;
    const viewport = page.getViewport({ scale, rotation });
    const wanted = window.devicePixelRatio;
    const density = Math.min(wanted, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width * density));
    canvas.height = Math.max(1, Math.floor(viewport.height * density));
    const words = document.createElement('div');
    words.className = 'mz-pdf-words';
    words.style.setProperty('--total-scale-factor', String(scale));
    const drawing = page.render({
      canvas,
      viewport,
      ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }),
    });
    let shown = true;
    const draw = async (): Promise<void> => {
      await drawing.promise;
      if (!shown) return;
      into.style.width = `${String(Math.floor(viewport.width))}px`;
      into.style.height = `${String(Math.floor(viewport.height))}px`;
      into.replaceChildren(canvas, words);
      const { TextLayer } = await import('pdfjs-dist/legacy/build/pdf.mjs');
      // Words that cannot be read leave the picture of the page as it is.
      await new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport })
        .render()
        .catch(() => undefined);
    };
    draw().catch(() => {
      if (shown) failed();
    });
    return () => {
      shown = false;
      drawing.cancel();
    };
  }, [page, scale, rotation]);

  return <div ref={place} className="mz-pdf-page" />;
};
