import './appeal.css';
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { evidenceEndings } from '../../../ui/files/evidence-endings.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';

const MANY = 10;

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
  <>
    <FileDrop
      accept={evidenceEndings}
      title={title}
      about="可以不加。涉及学生的，文件名里的姓名会自动隐去。"
      disabled={files.length >= MANY}
      onFile={(file) => onChange([...files, file])}
    />
    {files.length > 0 && (
      <ul className="mz-appeal-files">
        {files.map((file, at) => (
          <li key={`${file.name} ${String(at)}`}>
            <span>{file.name}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`移除 ${file.name}`}
              onClick={() => onChange(files.filter((one) => one !== file))}
            />
          </li>
        ))}
      </ul>
    )}
  </>
);
