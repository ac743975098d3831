import { FileTextOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { inForce, type SchoolRule } from '../../../../shared/features/standards/schema.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';

/** The published text of a rule: kept by its hash, opened inside the program, exchanged only as a new version. */
export const RuleFile = ({ rule, may }: { rule: SchoolRule; may: boolean }): ReactNode => {
  const toast = useToast();
  const [opened, setOpened] = useState(false);
  const { version, content } = inForce(rule);
  const file = useCall('standards.readRuleFile', { id: rule.id, version }, { enabled: opened });
  const attach = useCommand('standards.attachRuleFile', { onError: toast.failed });
  if (!content.file && !may) return null;
  return (
    <section className="mz-drawer-section">
      <h3 className="mz-section-title">制度原文</h3>
      {content.file && (
        <p style={{ marginBottom: 8 }}>
          <Button icon={<FileTextOutlined />} onClick={() => setOpened(true)}>
            打开{content.file.name}
          </Button>
        </p>
      )}
      {may && (
        <FileDrop
          accept={['.docx', '.pdf']}
          title={content.file ? '换成新的原文，拖到这里' : '把公布的制度原文拖到这里'}
          about="Word 或 PDF，不超过 20 兆。上传后成为新的一版，原来的原文仍然保留。"
          advice={{ '.doc': '请在 WPS 里另存为 .docx 后再传。', '.wps': '请在 WPS 里另存为 .docx 后再传。' }}
          disabled={attach.isPending}
          onFile={(chosen) =>
            attach.mutate(
              { id: rule.id, rev: rule.rev, file: chosen, why: `上传原文：${chosen.name}`.slice(0, 200) },
              { onSuccess: () => toast.done(`已上传“${chosen.name}”`) },
            )
          }
        />
      )}
      <Modal
        open={opened}
        width={900}
        onCancel={() => setOpened(false)}
        footer={null}
        title={`《${content.title}》原文`}
        closable={{ 'aria-label': '关闭' }}
      >
        <FileViewer
          file={file.data ?? null}
          problem={file.error}
          onRetry={() => void file.refetch()}
          registeredHash={content.file?.hash}
        />
      </Modal>
    </section>
  );
};
