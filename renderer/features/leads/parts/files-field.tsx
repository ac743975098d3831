import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { FilesChoice } from '../../../ui/files/files-choice.tsx';

export interface ChosenFile {
  readonly file: FileContent;
  readonly reveals: boolean;
}

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
  <FilesChoice
    chosen={files}
    title="把来信、照片、录音拖到这里"
    about="可以不加。文件名里的来源和学生姓名会自动隐去。"
    onAdd={(file) => onChange([...files, { file, reveals: false }])}
    onRemove={(gone) => onChange(files.filter((one) => one !== gone))}
    question={(chosen) =>
      mayReveal && (
        <Checkbox
          checked={chosen.reveals}
          onChange={(event) =>
            onChange(files.map((one) => (one === chosen ? { ...one, reveals: event.target.checked } : one)))
          }
        >
          会暴露来源，随来源另行保管
        </Checkbox>
      )
    }
  />
);
