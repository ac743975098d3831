import { Button, Drawer, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { contentOfLibrary } from '../../../../shared/features/evaluation/indicator-rules.ts';
import { indicatorsOf, subjectKindLabels } from '../../../../shared/features/evaluation/indicators.ts';
import type { LibraryEntry } from '../../../../shared/features/evaluation/views.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ContentTable } from './content-table.tsx';

/** The shipped systems, each in full before it is taken over. */
export const LibraryDrawer = ({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode => (
  <Drawer
    open={open}
    onClose={onClose}
    size={1040}
    title="从库中采用指标体系"
    closable={{ 'aria-label': '关闭' }}
    destroyOnHidden
  >
    <LibraryContent onClose={onClose} />
  </Drawer>
);

const LibraryContent = ({ onClose }: { onClose: () => void }): ReactNode => {
  const library = useCall('evaluation.library', {}, { staleTime: 60_000 });
  return <Loaded query={library}>{({ entries }) => <Choice entries={entries} onClose={onClose} />}</Loaded>;
};

const NOTHING: ReadonlySet<string> = new Set();

const Choice = ({
  entries,
  onClose,
}: {
  entries: readonly LibraryEntry[];
  onClose: () => void;
}): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const [key, setKey] = useState(entries[0]?.key ?? '');
  const [opened, setOpened] = useState<ReadonlySet<string>>(NOTHING);
  const entry = entries.find((one) => one.key === key);
  const adopt = useCommand('evaluation.adoptFromLibrary', {
    onError: toast.failed,
    onSuccess: (made) => {
      onClose();
      toast.done(`已采用“${entry?.file.name ?? ''}”，可以按学校情况修改`);
      void navigate(`/evaluation/indicators/${made.system.id}`);
    },
  });
  if (!entry) return <p className="mz-muted">库里还没有指标体系。</p>;

  let next = 0;
  const content = contentOfLibrary(entry.file, () => `${entry.key} ${String((next += 1))}`);
  return (
    <div className="mz-library">
      <Radio.Group
        className="mz-library-list"
        aria-label="库中的指标体系"
        value={key}
        onChange={(event) => setKey(String(event.target.value))}
        options={entries.map((one) => ({
          value: one.key,
          label: (
            <>
              {one.file.name}
              <small>
                {subjectKindLabels[one.file.kind]}
                {one.adopted && ' · 学校已有'}
              </small>
            </>
          ),
        }))}
      />
      <section aria-label={`预览：${entry.file.name}`}>
        <h2>{entry.file.name}</h2>
        <p className="mz-muted">
          {content.dimensions.length} 个维度、{indicatorsOf(content).length} 项指标。{entry.file.about}
        </p>
        <ContentTable
          content={content}
          wrong={NOTHING}
          open={opened}
          onToggle={(id) => {
            const shown = new Set(opened);
            if (!shown.delete(id)) shown.add(id);
            setOpened(shown);
          }}
        />
        <div className="mz-library-foot">
          <Button type="primary" loading={adopt.isPending} onClick={() => adopt.mutate({ key: entry.key })}>
            采用这一套
          </Button>
          <span className="mz-muted">
            {entry.adopted
              ? '学校已有同名的一套；再采用会另建一套，不影响原来的。'
              : '采用后成为学校自己的一套，可以随意增减修改。'}
          </span>
        </div>
      </section>
    </div>
  );
};
