import type { ReactNode } from 'react';
import type { FileRef } from '../../../../../shared/kernel/entity.ts';
import { call } from '../../../../api.ts';
import { SheetFiles } from '../../scoring/sheet-files.tsx';

/** Files filed with a feedback; nothing where there are none. */
export const Filed = ({
  place,
  files,
}: {
  place: { readonly cycleId: string; readonly subjectId: string };
  files: readonly FileRef[];
}): ReactNode =>
  files.length > 0 && (
    <SheetFiles files={files} onRead={({ hash }) => call('evaluation.feedbackFile', { ...place, hash })} />
  );

/** A label and what belongs to it, in a list of pairs; nothing for a blank one. */
export const Pair = ({ label, children }: { label: string; children: ReactNode }): ReactNode =>
  children !== '' && (
    <>
      <dt>{label}</dt>
      <dd className="mz-record-text">{children}</dd>
    </>
  );
