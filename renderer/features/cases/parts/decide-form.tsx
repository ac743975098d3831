import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { severityLabels } from '../../../../shared/features/standards/severity.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
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
    <Drawer
      open
      onClose={props.onClose}
      size="min(1280px, 100vw)"
      title="作出决定"
      closable={{ 'aria-label': '关闭' }}
      className="mz-decide"
    >
      <p className="mz-muted" style={{ marginBottom: 16 }}>
        {[
          record.number,
          record.subjects.map(({ name }) => name).join('、'),
          record.matter.name,
          ...(bands.length > 0
            ? [`建议档次：${[...new Set(bands)].map((band) => severityLabels[band]).join('、')}`]
            : []),
        ].join(' · ')}
      </p>
      <Loaded query={query}>{(known) => <DecideBody {...props} standards={known} />}</Loaded>
    </Drawer>
  );
};
