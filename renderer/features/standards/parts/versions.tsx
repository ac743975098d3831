import type { ReactNode } from 'react';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import type { Stamp } from '../../../../shared/kernel/entity.ts';
import { FormSection } from '../../../ui/form/zod-form.tsx';

/** Every version of a standard: who made it, when and why. */
export const Versions = ({
  of,
}: {
  of: { readonly versions: readonly { version: number; made: Stamp; why: string }[] };
}): ReactNode => (
  <div style={{ marginTop: 24 }}>
    <FormSection title="修改记录">
      <ol style={{ paddingLeft: 0, listStyle: 'none' }}>
        {of.versions.toReversed().map(({ version, made, why }) => (
          <li key={version}>
            第 {version} 版{' '}
            <span className="mz-muted">
              {made.by.name}，{formatInstant(made.at)}
              {why !== '' && `：${why}`}
            </span>
          </li>
        ))}
      </ol>
    </FormSection>
  </div>
);
