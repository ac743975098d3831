import { Button, Segmented, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FormCode } from '../../../../shared/features/papers/forms.ts';
import type { TemplateView } from '../../../../shared/features/papers/template.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { InstantText } from '../../../ui/format/parts.tsx';

/** Every version that was uploaded, as it looks filled in; any of them, or the house form, can be used again. */
export const TemplateVersions = ({ form, code }: { form: TemplateView; code: FormCode }): ReactNode => {
  const newest = form.versions.at(-1);
  return newest === undefined ? (
    <EmptyState
      title="现在用的是通用格式"
      about="学校上传自己的格式后，历次版本都留在这里，可以换回任何一版，也可以改回通用格式。"
    />
  ) : (
    <Versions form={form} code={code} first={form.current ?? newest.version} />
  );
};

const Versions = ({
  form,
  code,
  first,
}: {
  form: TemplateView;
  code: FormCode;
  first: number;
}): ReactNode => {
  const toast = useToast();
  const [shown, setShown] = useState(first);
  const preview = useCall('papers.previewTemplate', {
    form: code,
    source: { kind: 'version', version: shown },
  });
  const use = useCommand('papers.useTemplate', { onError: toast.failed });
  const original = useFileCommand('papers.readTemplate');
  const version = form.versions.find((each) => each.version === shown);
  const turnTo = async (wanted: number | null): Promise<void> => {
    await use.mutateAsync({ form: code, rev: form.rev, version: wanted });
    toast.done(wanted === null ? '已改回通用格式' : `已改用第${String(wanted)}版`);
  };
  return (
    <>
      <Space wrap style={{ marginBottom: 12 }}>
        <Segmented<number>
          aria-label="看哪一版"
          value={shown}
          onChange={setShown}
          options={form.versions.map((each) => ({
            value: each.version,
            label: `第${String(each.version)}版${each.version === form.current ? '（现用）' : ''}`,
          }))}
        />
        {version && (
          <span className="mz-muted">
            {version.fileName}，{version.uploadedBy} <InstantText instant={version.uploadedAt} /> 上传
          </span>
        )}
      </Space>
      <PaperPreview
        title="填入样例后的样子"
        file={preview.data ?? null}
        problem={preview.error}
        draft
        actions={
          <>
            <Button
              loading={original.isPending}
              onClick={() => original.mutate({ form: code, version: shown })}
            >
              下载这一版
            </Button>
            {form.current !== null && (
              <ConfirmButton
                title={`“${form.name}”改回通用格式？`}
                consequence="以后的这种文书用通用格式；学校自己的格式留着，随时可以换回来。已印发的文书不变。"
                onConfirm={() => turnTo(null)}
              >
                改回通用格式
              </ConfirmButton>
            )}
            {shown !== form.current && (
              <Button type="primary" loading={use.isPending} onClick={() => void turnTo(shown)}>
                改用这一版
              </Button>
            )}
          </>
        }
      />
    </>
  );
};
