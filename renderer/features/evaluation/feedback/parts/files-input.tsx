import type { ReactNode } from 'react';
import type { FileContent } from '../../../../../shared/kernel/entity.ts';
import { FilesChoice } from '../../../../ui/files/files-choice.tsx';

/** Files as a field of a form. */
export const FilesInput = ({
  value = [],
  onChange,
  title,
  about = '扫描件、照片或者其他文件，可以一次一个添加多个。',
}: {
  readonly value?: readonly FileContent[] | undefined;
  readonly onChange?: (files: readonly FileContent[]) => void;
  readonly title: string;
  readonly about?: string;
}): ReactNode => (
  <FilesChoice
    chosen={value.map((file) => ({ file }))}
    title={title}
    about={about}
    onAdd={(file) => onChange?.([...value, file])}
    onRemove={(gone) => onChange?.(value.filter((file) => file !== gone.file))}
  />
);
