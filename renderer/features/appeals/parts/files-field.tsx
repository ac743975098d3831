import type { ReactNode } from 'react';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { FilesChoice } from '../../../ui/files/files-choice.tsx';

/** Files that come with an application. */
export const FilesField = ({
  files,
  onChange,
  title = '把申请书、证据材料拖到这里',
}: {
  files: readonly FileContent[];
  onChange: (files: readonly FileContent[]) => void;
  title?: string;
}): ReactNode => (
  <FilesChoice
    chosen={files.map((file) => ({ file }))}
    title={title}
    about="可以不加。涉及学生的，文件名里的姓名会自动隐去。"
    onAdd={(file) => onChange([...files, file])}
    onRemove={(gone) => onChange(files.filter((file) => file !== gone.file))}
  />
);
