// Reads PDF files apart from the screen, so that a large or hostile one cannot freeze it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
