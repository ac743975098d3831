import './files-choice.css';
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { evidenceEndings } from './evidence-endings.ts';
import { FileDrop } from './file-drop.tsx';

const MOST = 10;

/** Several files that go with what is being filled in, one after the other; each may bear a question of its own. */
export const FilesChoice = <T extends { readonly file: FileContent }>({
  chosen,
  title,
  about,
  onAdd,
  onRemove,
  question,
}: {
  readonly chosen: readonly T[];
  readonly title: string;
  readonly about: string;
  readonly onAdd: (file: FileContent) => void;
  readonly onRemove: (one: T) => void;
  readonly question?: (one: T) => ReactNode;
}): ReactNode => (
  <>
    <FileDrop
      accept={evidenceEndings}
      title={title}
      about={about}
      disabled={chosen.length >= MOST}
      onFile={onAdd}
    />
    {chosen.length > 0 && (
      <ul className="mz-chosen-files">
        {chosen.map((one, at) => (
          <li key={`${one.file.name} ${String(at)}`}>
            <span>{one.file.name}</span>
            {question?.(one)}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`移除 ${one.file.name}`}
              onClick={() => onRemove(one)}
            />
          </li>
        ))}
      </ul>
    )}
  </>
);
