import type { PDFDocumentProxy } from 'pdfjs-dist';

/** The bytes of a PDF file: at hand, or read part by part. `read` rejects with an Error ready to be shown. */
export type PdfSource =
  | { readonly bytes: Uint8Array }
  | { readonly length: number; readonly read: (from: number, to: number) => Promise<Uint8Array> };

/** A PDF file being read. */
export interface OpenedPdf {
  /** Rejects with an Error whose message is Chinese and ready to be shown. */
  readonly document: Promise<PDFDocumentProxy>;
  /** Ends the reading and frees what it holds; safe at any time. */
  readonly close: () => void;
}

const problemOf = (cause: unknown): string => {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException')
    return '这份文件设有打开密码，程序里看不了。请向提供人要密码，去掉密码后再登记一份。';
  return '这份文件打不开：内容已损坏，或者不是真正的 PDF。请核对原件，必要时请提供人重新提供。';
};

/**
 * Opens a PDF file. Its scripts and forms are not run, its links are not followed; fonts and character maps come from
 * the program itself.
 *
 * @param onBroken told why, when a part of the file can no longer be read
 */
export const openPdf = (source: PdfSource, onBroken: (message: string) => void): OpenedPdf => {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  let closed = false;
  const close = (): void => {
    closed = true;
    port.terminate();
  };
  const open = async (): Promise<PDFDocumentProxy> => {
    const { getDocument, PDFDataRangeTransport, PDFWorker, VerbosityLevel, version } =
      await import('pdfjs-dist/legacy/build/pdf.mjs');
    if (closed) throw new Error('closed');
    const content = (): { data: Uint8Array } | { range: InstanceType<typeof PDFDataRangeTransport> } => {
      // The worker takes the bytes away; the viewer still needs its own.
      if ('bytes' in source) return { data: source.bytes.slice() };
      const range = new PDFDataRangeTransport(source.length, null);
      range.requestDataRange = (from, to) => {
        source.read(from, to).then(
          (part) => range.onDataRange(from, part),
          (cause: unknown) => {
            if (!closed) onBroken(cause instanceof Error ? cause.message : '');
          },
        );
      };
      return { range };
    };
    const assets = new URL(`assets/pdfjs-${version}/`, document.baseURI);
    try {
      return await getDocument({
        ...content(),
        // Pages that nobody turns to are not fetched.
        disableAutoFetch: true,
        disableStream: true,
        rangeChunkSize: 512 * 1024,
        worker: PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS }),
        cMapUrl: new URL('cmaps/', assets).href,
        standardFontDataUrl: new URL('standard_fonts/', assets).href,
        wasmUrl: new URL('wasm/', assets).href,
        // The policy of the screens lets no code be compiled while running: pictures are decoded by plain scripts.
        useWasm: false,
        enableXfa: false,
        verbosity: VerbosityLevel.ERRORS,
      }).promise;
    } catch (cause) {
      throw new Error(problemOf(cause), { cause });
    }
  };
  const opened = open();
  // Who closes before it is open does not wait for it any more.
  opened.catch(() => undefined);
  return { document: opened, close };
};
