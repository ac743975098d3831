import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { sha256Of } from '../../../renderer/ui/files/digest.ts';
import { fileContentOf } from '../../../renderer/ui/files/file-content.ts';
import type { SendFile, SentFile } from '../../../renderer/ui/files/intake.ts';
import { EvidenceRegister } from '../../../renderer/ui/files/evidence-register.tsx';
import type { EvidenceRow, EvidenceSeal } from '../../../renderer/ui/files/evidence-row.ts';
import { TemporaryPassword } from '../../../renderer/features/accounts/parts/temporary-password.tsx';
import { FileViewer } from '../../../renderer/ui/files/file-viewer.tsx';
import { PersonPicker } from '../../../renderer/ui/form/person-picker.tsx';
import { ThemeRoot } from '../../../renderer/ui/theme/theme-root.tsx';
import type { ChannelOutput } from '../../../shared/channels.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';

/** What a test asks the page to show. */
export interface ShowFile {
  readonly file: FileContent;
  readonly registeredHash?: string;
}
export interface ShowRegister {
  readonly rows: readonly EvidenceRow[];
  readonly files: Readonly<Record<string, FileContent>>;
  readonly seal: EvidenceSeal | null;
  readonly mayAdd: boolean;
}

declare global {
  interface Window {
    showFile?: (shown: ShowFile | null) => void;
    showRegister?: (shown: ShowRegister) => void;
    showPart?: (part: 'person' | 'password') => void;
    /** The next files that are added are refused with these words. */
    refuseFiles?: string;
    /** Files stay half-way until it is taken away. */
    holdFiles?: boolean;
  }
}

class Refused extends Error {
  readonly code = 'storage';
}

/** Files that have arrived and stand on no record yet. */
const sent = new Map<string, FileContent>();

/** A register whose files are kept by the page itself. */
const Register = ({ shown }: { shown: ShowRegister }): ReactNode => {
  const [rows, setRows] = useState(shown.rows);
  const [files, setFiles] = useState(shown.files);
  const onSend: SendFile = async (file, tell, signal) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    while (window.holdFiles === true && !signal.aborted) {
      tell(0.5);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    signal.throwIfAborted();
    const hash = await sha256Of(bytes);
    sent.set(hash, fileContentOf(file, bytes));
    return { upload: hash, hash, name: file.name, drop: async () => void sent.delete(hash) };
  };
  const onAdd = async ({ hash }: SentFile): Promise<void> => {
    if (window.refuseFiles !== undefined) throw new Refused(window.refuseFiles);
    const file = sent.get(hash);
    if (!file) throw new Error('added before it was sent');
    setFiles((all) => ({ ...all, [hash]: file }));
    setRows((all) => [
      ...all,
      {
        key: hash,
        number: all.length + 1,
        title: file.name,
        kind: '书证',
        origin: '复制件',
        source: '教务处',
        takenBy: '李明',
        takenOn: '2026-11-24',
        file: { hash, name: file.name, mime: file.mime, size: atob(file.base64).length },
      },
    ]);
  };
  const onRead = async (row: EvidenceRow): Promise<FileContent> => {
    const file = files[row.key];
    if (!file) throw new Refused('这份附件在磁盘上已损坏。');
    return file;
  };
  return (
    <EvidenceRegister
      name="parts"
      rows={rows}
      onRead={onRead}
      seal={shown.seal}
      adding={shown.mayAdd ? { onSend, onAdd, maxMegabytes: 20 } : undefined}
    />
  );
};

const madeAccount: ChannelOutput<'accounts.create'> = {
  account: {
    id: 'u',
    rev: 1,
    accountName: 'wangfang',
    name: '王芳',
    roles: ['reader'],
    staffId: null,
    active: true,
    mustChangePassword: true,
    blockedUntil: null,
    createdAt: '2026-11-24T01:00:00.000Z',
    lastLoginAt: null,
  },
  temporaryPassword: 'qing-he-2026',
};

const people = [{ id: 'w', name: '王芳', about: 'T001' }];

const Person = (): ReactNode => {
  const [id, setId] = useState<string | null>(null);
  return (
    <label>
      经办人
      <PersonPicker
        aria-label="经办人"
        value={id}
        onChange={setId}
        search={async (text) => people.filter(({ name }) => name.includes(text))}
      />
    </label>
  );
};

/** Parts of the screens by themselves, with nothing of any feature around them. */
const Parts = (): ReactNode => {
  const [file, setFile] = useState<ShowFile | null>(null);
  const [register, setRegister] = useState<ShowRegister | null>(null);
  const [part, setPart] = useState<'person' | 'password' | null>(null);
  useEffect(() => {
    window.showFile = setFile;
    window.showRegister = setRegister;
    window.showPart = setPart;
  }, []);
  return (
    <main style={{ height: '100vh', padding: 16 }}>
      {file && <FileViewer file={file.file} registeredHash={file.registeredHash} />}
      {register && <Register shown={register} />}
      {part === 'person' && <Person />}
      {part === 'password' && <TemporaryPassword made={madeAccount} />}
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
