import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { evidenceEndings } from '../../../ui/files/evidence-endings.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';

export interface ChosenFile {
  readonly file: FileContent;
  readonly reveals: boolean;
}

const MANY = 10;

/** Files that come with a lead; those that would give the source away are ticked and kept with the source. */
export const FilesField = ({
  files,
  onChange,
  mayReveal,
}: {
  files: readonly ChosenFile[];
  onChange: (files: readonly ChosenFile[]) => void;
  /** False where there is no source to keep a file with. */
  mayReveal: boolean;
}): ReactNode => (
  <>
    <FileDrop
      accept={evidenceEndings}
      title="把来信、照片、录音拖到这里"
      about="可以不加。文件名里的来源和学生姓名会自动隐去。"
      disabled={files.length >= MANY}
      onFile={(file) => onChange([...files, { file, reveals: false }])}
    />
    {files.length > 0 && (
      <ul className="mz-lead-files">
        {files.map((chosen, at) => (
          <li key={`${chosen.file.name} ${String(at)}`}>
            <span>{chosen.file.name}</span>
            {mayReveal && (
              <Checkbox
                checked={chosen.reveals}
                onChange={(event) =>
                  onChange(
                    files.map((one) => (one === chosen ? { ...one, reveals: event.target.checked } : one)),
                  )
                }
              >
                会暴露来源，随来源另行保管
              </Checkbox>
            )}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`移除 ${chosen.file.name}`}
              onClick={() => onChange(files.filter((one) => one !== chosen))}
            />
          </li>
        ))}
      </ul>
    )}
  </>
);
