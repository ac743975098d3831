import type { ReactNode } from 'react';
import { severityLabels } from '../../../../shared/features/standards/severity.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { bandOf, useCaseStandards } from './case-standards.ts';
import { DecideBody } from './decide-body.tsx';
import type { ActFormProps } from './opened.ts';

/** 作出决定: the law is asked while it is being typed, and where a meeting decides, the votes alone say what stands. */
export const DecideForm = (props: ActFormProps): ReactNode => {
  const { record } = props.view;
  const query = useCaseStandards(record);
  const standards = query.data;
  const bands = standards
    ? record.subjects.flatMap(({ personId }) => bandOf(standards, record, personId)?.band ?? [])
    : [];
  return (
    <ActDrawer
      title="作出决定"
      about={[
        record.number,
        record.subjects.map(({ name }) => name).join('、'),
        record.matter.name,
        ...(bands.length > 0
          ? [`建议档次：${[...new Set(bands)].map((band) => severityLabels[band]).join('、')}`]
          : []),
      ].join(' · ')}
      onClose={props.onClose}
      size="min(1280px, 100vw)"
    >
      <Loaded query={query}>{(known) => <DecideBody {...props} standards={known} />}</Loaded>
    </ActDrawer>
  );
};
