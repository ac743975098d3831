import { createContext, use, type ReactNode } from 'react';
import type { FileContent, FileRef } from '../../../../../shared/kernel/entity.ts';
import { call } from '../../../../api.ts';
import { SheetFiles } from '../../scoring/sheet-files.tsx';

interface Place {
  readonly cycleId: string;
  readonly subjectId: string;
}

/** Through which channel files are read: the person evaluated has one of his own. */
export const FiledReader = createContext<(place: Place, hash: string) => Promise<FileContent>>(
  (place, hash) =>
    call('evaluation.feedbackFile', { cycleId: place.cycleId, subjectId: place.subjectId, hash }),
);

/** Files filed with a feedback; nothing where there are none. */
export const Filed = ({ place, files }: { place: Place; files: readonly FileRef[] }): ReactNode => {
  const read = use(FiledReader);
  return files.length > 0 && <SheetFiles files={files} onRead={({ hash }) => read(place, hash)} />;
};

/** A label and what belongs to it, in a list of pairs; nothing for a blank one. */
export const Pair = ({ label, children }: { label: string; children: ReactNode }): ReactNode =>
  children !== '' && (
    <>
      <dt>{label}</dt>
      <dd className="mz-record-text">{children}</dd>
    </>
  );
