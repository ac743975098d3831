import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import type { TemplateCheck, TemplateView } from '../../../../shared/features/papers/template.ts';
import { formCodeSchema, type FormCode } from '../../../../shared/features/papers/forms.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { TemplateFields } from './template-fields.tsx';
import { TemplateVersions } from './template-versions.tsx';

/** One kind of paper: its fields, a new .docx for it, and the versions there were. */
export const TemplateDrawer = ({ form, onClose }: { form: TemplateView; onClose: () => void }): ReactNode => {
  const code = formCodeSchema.parse(form.code);
  const houseForm = useFileCommand('papers.houseForm');
  return (
    <Drawer
      open
      size={1160}
      onClose={onClose}
      title={`${form.name}的格式`}
      closable={{ 'aria-label': '关闭' }}
      extra={
        <Button
          icon={<DownloadOutlined />}
          loading={houseForm.isPending}
          onClick={() => houseForm.mutate({ form: code })}
        >
          下载通用格式
        </Button>
      }
    >
      <Tabs
        items={[
          {
            key: 'upload',
            label: '换成学校自己的格式',
            children: <NewVersion form={form} code={code} />,
          },
          {
            key: 'versions',
            label: `现用格式和历次版本（${String(form.versions.length)}）`,
            children: <TemplateVersions form={form} code={code} />,
          },
        ]}
      />
    </Drawer>
  );
};

const NewVersion = ({ form, code }: { form: TemplateView; code: FormCode }): ReactNode => {
  const [file, setFile] = useState<FileContent | null>(null);
  const sample = useCommand('papers.previewTemplate', { invalidates: [] });
  const check = useCommand('papers.checkTemplate', {
    invalidates: [],
    onSuccess: ({ problems }, given) => {
      if (problems.length === 0) sample.mutate({ form: code, source: { kind: 'file', file: given.file } });
    },
  });
  const judge = (given: FileContent): void => {
    setFile(given);
    sample.reset();
    check.mutate({ form: code, file: given });
  };
  return (
    <div className="mz-template">
      <div>
        <FileDrop
          accept={['.docx']}
          title="把改好的 .docx 拖到这里"
          about="先下载通用格式，在 Word 或 WPS 里改成学校的样子；双花括号里的名称不要改，程序按名称填写。"
          maxMegabytes={5}
          advice={{
            '.doc': '请在 Word 或 WPS 里另存为 .docx。',
            '.docm': '带宏的文件不能用，请另存为 .docx。',
            '.wps': '请在 WPS 里另存为 .docx。',
            '.dotx': '请另存为 .docx。',
          }}
          disabled={check.isPending}
          onFile={judge}
        />
        {check.error && <ErrorNotice problem={check.error} />}
        {file && check.data && <Verdict name={file.name} check={check.data} />}
        {file && check.data?.problems.length === 0 && (
          <PaperPreview
            title="填入样例后的样子"
            file={sample.data ?? null}
            problem={sample.error}
            draft
            actions={<PutToUse form={form} code={code} file={file} />}
          />
        )}
      </div>
      <TemplateFields fields={form.fields} />
    </div>
  );
};

/** What is wrong with the file, or that nothing is. */
const Verdict = ({ name, check }: { name: string; check: TemplateCheck }): ReactNode => {
  const usable = check.problems.length === 0;
  const notes = usable ? check.hints : check.problems;
  return (
    <Alert
      type={usable ? 'success' : 'error'}
      showIcon
      role={usable ? 'status' : 'alert'}
      title={usable ? `“${name}”检查通过` : `“${name}”还不能用`}
      description={
        notes.length > 0 && (
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )
      }
    />
  );
};

const PutToUse = ({
  form,
  code,
  file,
}: {
  form: TemplateView;
  code: FormCode;
  file: FileContent;
}): ReactNode => {
  const toast = useToast();
  const save = useCommand('papers.saveTemplate', {
    onSuccess: () => toast.done(`“${form.name}”已改用学校自己的格式`),
    onError: toast.failed,
  });
  return (
    <Button
      type="primary"
      loading={save.isPending}
      onClick={() => save.mutate({ form: code, file, rev: form.rev })}
    >
      启用这个格式
    </Button>
  );
};
