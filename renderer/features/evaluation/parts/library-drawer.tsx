import { Button, Drawer, Empty, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { contentOfLibrary } from '../../../../shared/features/evaluation/indicator-rules.ts';
import {
  indicatorsOf,
  libraryThemeLabels,
  libraryThemeSchema,
  subjectKindLabels,
  subjectKindSchema,
  type SubjectKind,
} from '../../../../shared/features/evaluation/indicators.ts';
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

type Theme = LibraryEntry['file']['theme'];

/** As they are looked for: by whom they are for, the whole of his work before single sides of it. */
const inOrder = (entries: readonly LibraryEntry[]): LibraryEntry[] => {
  const place = ({ file }: LibraryEntry): number =>
    subjectKindSchema.options.indexOf(file.kind) * 100 + libraryThemeSchema.options.indexOf(file.theme);
  return [...entries].sort((a, b) => place(a) - place(b));
};

const Choice = ({
  entries: shipped,
  onClose,
}: {
  entries: readonly LibraryEntry[];
  onClose: () => void;
}): ReactNode => {
  const [kind, setKind] = useState<SubjectKind | null>(null);
  const [theme, setTheme] = useState<Theme | null>(null);
  const entries = inOrder(shipped).filter(
    ({ file }) => (kind === null || file.kind === kind) && (theme === null || file.theme === theme),
  );
  const navigate = useNavigate();
  const toast = useToast();
  const [key, setKey] = useState(entries[0]?.key ?? '');
  const [opened, setOpened] = useState<ReadonlySet<string>>(NOTHING);
  const entry = entries.find((one) => one.key === key) ?? entries[0];
  const adopt = useCommand('evaluation.adoptFromLibrary', {
    onError: toast.failed,
    onSuccess: (made) => {
      onClose();
      toast.done(`已采用“${entry?.file.name ?? ''}”，可以按学校情况修改`);
      void navigate(`/evaluation/indicators/${made.system.id}`);
    },
  });
  const narrowing = (
    <div className="mz-library-filter">
      <Select
        aria-label="考核对象"
        allowClear
        placeholder="全部对象"
        value={kind}
        options={subjectKindSchema.options.map((value) => ({ value, label: subjectKindLabels[value] }))}
        onChange={(value: SubjectKind | undefined) => setKind(value ?? null)}
      />
      <Select
        aria-label="内容"
        allowClear
        placeholder="全部内容"
        value={theme}
        options={libraryThemeSchema.options.map((value) => ({ value, label: libraryThemeLabels[value] }))}
        onChange={(value: Theme | undefined) => setTheme(value ?? null)}
      />
    </div>
  );
  if (!entry)
    return (
      <div className="mz-library">
        {narrowing}
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="库里没有这样的指标体系，请换一个条件。" />
      </div>
    );

  let next = 0;
  const content = contentOfLibrary(entry.file, () => `${entry.key} ${String((next += 1))}`);
  return (
    <div className="mz-library">
      <div>
        {narrowing}
        <Radio.Group
          className="mz-library-list"
          aria-label="库中的指标体系"
          value={entry.key}
          onChange={(event) => setKey(String(event.target.value))}
          options={entries.map((one) => ({
            value: one.key,
            label: (
              <>
                {one.file.name}
                <small>
                  {subjectKindLabels[one.file.kind]} · {libraryThemeLabels[one.file.theme]}
                  {one.adopted && ' · 学校已有'}
                </small>
              </>
            ),
          }))}
        />
      </div>
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
