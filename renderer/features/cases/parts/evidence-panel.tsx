import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { call, CallError } from '../../../api.ts';
import type { Problem } from '../../../ui/feedback/problem.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { saveFile } from '../../../ui/files/file-content.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { InstantText } from '../../../ui/format/parts.tsx';
import { useCaseCommand } from '../mutations.ts';
import { evidenceEndings, sizeText } from './evidence-files.ts';

/** 证据: what is there, and a place to add more. */
export const EvidencePanel = ({ record, mayAdd }: { record: CaseRecord; mayAdd: boolean }): ReactNode => {
  const toast = useToast();
  const [file, setFile] = useState<FileContent | null>(null);
  const [title, setTitle] = useState('');
  const attach = useCaseCommand('cases.attachEvidence');

  const open = async (evidenceId: string): Promise<void> => {
    try {
      saveFile(await call('cases.readEvidence', { id: record.id, evidenceId }));
    } catch (cause) {
      if (!(cause instanceof CallError)) throw cause;
      toast.failed(cause);
    }
  };
  const add = (): void => {
    if (!file) return;
    attach.mutate(
      { id: record.id, rev: record.rev, title: title.trim(), file },
      {
        onSuccess: () => {
          toast.done(`已添加证据“${title.trim()}”`);
          setFile(null);
          setTitle('');
        },
      },
    );
  };
  const problem: Problem | null = attach.error;
  return (
    <section>
      <h2 className="mz-case-heading">证据（{record.evidence.length}）</h2>
      {record.evidence.length === 0 && <p className="mz-muted">还没有证据文件。</p>}
      {record.evidence.length > 0 && (
        <ul className="mz-case-items">
          {record.evidence.map((one) => (
            <li key={one.id}>
              <div>
                <strong>{one.title}</strong>{' '}
                <span className="mz-muted">
                  {one.file.name} · {sizeText(one.file.size)} · {one.added.by.name}{' '}
                  <InstantText instant={one.added.at} />
                </span>
              </div>
              <Button size="small" onClick={() => void open(one.id)} aria-label={`打开${one.title}`}>
                打开
              </Button>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <div className="mz-case-add">
          {problem && <ErrorNotice problem={problem} />}
          {file === null ? (
            <FileDrop
              accept={evidenceEndings}
              title="把证据文件拖到这里"
              about="照片、文档、录音录像都可以，20 MB 以内。文件按内容封存，之后不能改动。"
              onFile={(taken) => {
                setFile(taken);
                setTitle(taken.name.replace(/\.[^.]*$/, '').slice(0, 60));
              }}
            />
          ) : (
            <div className="mz-case-line">
              <Input
                autoFocus
                aria-label="证据名称"
                prefix="证据名称："
                maxLength={60}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
                onPressEnter={add}
              />
              <Button type="primary" onClick={add} loading={attach.isPending} disabled={title.trim() === ''}>
                添加证据
              </Button>
              <Button onClick={() => setFile(null)}>取消</Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
};
