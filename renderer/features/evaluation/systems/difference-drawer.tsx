import './systems.css';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { differenceInWords } from '../../../../shared/features/evaluation/systems/difference-words.ts';
import { contentDifference } from '../../../../shared/features/evaluation/systems/difference.ts';
import type { VersionView } from '../../../../shared/features/evaluation/views.ts';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { DifferenceTable } from './difference-table.tsx';

const called = ({ version }: VersionView): string =>
  `第 ${String(version.number)} 版${version.frozen === null ? '（草稿）' : ''}`;

/** Any two versions of a system beside each other; opened with the shown one against the one before it. */
export const DifferenceDrawer = ({
  versions,
  shown,
  onClose,
}: {
  /** Newest first, at least two. */
  readonly versions: readonly VersionView[];
  readonly shown: string;
  readonly onClose: () => void;
}): ReactNode => {
  const at = Math.min(
    Math.max(
      versions.findIndex(({ version }) => version.id === shown),
      0,
    ),
    versions.length - 2,
  );
  const [laterId, setLater] = useState(versions[at]?.version.id);
  const [earlierId, setEarlier] = useState(versions[at + 1]?.version.id);
  const earlier = versions.find(({ version }) => version.id === earlierId);
  const later = versions.find(({ version }) => version.id === laterId);
  if (!earlier || !later) return null;
  const options = versions.map((view) => ({ value: view.version.id, label: called(view) }));
  const changes = contentDifference(earlier.version.content, later.version.content);
  return (
    <ActDrawer
      title="比较版本"
      about="按已保存的内容比较，没有保存的修改不算在内。"
      size={860}
      onClose={onClose}
    >
      <div className="mz-diff-choice">
        <Select
          aria-label="要看的版本"
          style={{ width: 150 }}
          value={laterId}
          options={options}
          onChange={setLater}
        />
        与
        <Select
          aria-label="比较的版本"
          style={{ width: 150 }}
          value={earlierId}
          options={options}
          onChange={setEarlier}
        />
        相比
      </div>
      <p className="mz-diff-said" role="status">
        {differenceInWords(earlier.version.number, later.version.number, changes)}
      </p>
      {changes.length > 0 && (
        <DifferenceTable changes={changes} earlier={called(earlier)} later={called(later)} />
      )}
    </ActDrawer>
  );
};
