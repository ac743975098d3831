import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { FileViewer } from '../../../renderer/ui/files/file-viewer.tsx';
import { ThemeRoot } from '../../../renderer/ui/theme/theme-root.tsx';
import type { FileContent } from '../../../shared/kernel/entity.ts';

/** What a test asks the page to show. */
export interface ShowFile {
  readonly file: FileContent;
  readonly registeredHash?: string;
}

declare global {
  interface Window {
    showFile?: (shown: ShowFile | null) => void;
  }
}

/** Parts of the screens by themselves, with nothing of any feature around them. */
const Parts = (): ReactNode => {
  const [shown, setShown] = useState<ShowFile | null>(null);
  useEffect(() => {
    window.showFile = setShown;
  }, []);
  return (
    <main style={{ height: '100vh', padding: 16 }}>
      {shown && <FileViewer file={shown.file} registeredHash={shown.registeredHash} />}
    </main>
  );
};

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
createRoot(element).render(
  <ThemeRoot>
    <Parts />
  </ThemeRoot>,
);
