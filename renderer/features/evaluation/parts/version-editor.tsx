import { RedoOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import { use, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { fieldProblems } from '../../../../shared/features/evaluation/data/field-problems.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import type { VersionView } from '../../../../shared/features/evaluation/views.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FieldKind } from '../data/field-kind.ts';
import { BandsEditor } from './bands-editor.tsx';
import { ContentTable } from './content-table.tsx';
import { savingProblems, usingProblems } from './draft-content.ts';
import { ProblemsPanel } from './problems-panel.tsx';
import { useContentDraft } from './use-content-draft.ts';

interface VersionEditorProps {
  readonly view: VersionView;
  readonly mayWrite: boolean;
  /** Below the problems at the right: the versions. */
  readonly aside: ReactNode;
}

/** Finds the element of a path, or of the nearest part around it that has one. */
const elementAt = (path: string): HTMLElement | null => {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const at = parts.slice(0, length).join('.');
    const found = document.querySelector(`[data-path="${CSS.escape(at)}"]`);
    if (found instanceof HTMLElement) return found;
  }
  return null;
};

const asNode = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null);

/** The content of one version: edited while it is a draft, only read once it is frozen. */
export const VersionEditor = ({ view, mayWrite, aside }: VersionEditorProps): ReactNode => {
  const { version } = view;
  const toast = useToast();
  const save = useCommand('evaluation.saveVersion');
  const draft = useContentDraft(version);
  const { content } = draft;
  const editable = mayWrite && version.frozen === null;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [jump, setJump] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);

  const hard = useMemo(() => savingProblems(content), [content]);
  const kind = use(FieldKind);
  const offered = useCall('evaluation.dataFields', { kind: null }).data?.fields;
  const strange = useMemo(
    () =>
      kind && offered
        ? fieldProblems(
            content,
            kind,
            offered.map(({ field }) => field),
          )
        : [],
    [content, kind, offered],
  );
  const soft = useMemo(() => [...usingProblems(content), ...strange], [content, strange]);
  const wrong = useMemo(() => new Set([...hard, ...soft].map(({ path }) => path)), [hard, soft]);

  useEffect(() => {
    if (jump === null) return;
    // The details that the place lies in were opened in the same turn.
    const element = elementAt(jump);
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
    setJump(null);
  }, [jump]);

  const jumpTo = (path: string): void => {
    const place = /^dimensions\.(\d+)\.indicators\.(\d+)\.(?:method|vetoBelow|standard|evidence)/.exec(path);
    const indicator = place && content.dimensions[Number(place[1])]?.indicators[Number(place[2])];
    if (indicator) setOpen(new Set([...open, indicator.id]));
    setJump(path);
  };

  const change = (next: IndicatorContent, said?: string): void => {
    draft.change(next);
    if (said !== undefined) toast.done(said);
  };

  const store = async (): Promise<void> => {
    const [first] = hard;
    if (first) {
      jumpTo(first.path);
      return;
    }
    const saved = await save.mutateAsync({ id: version.id, rev: draft.rev, content }).catch(() => undefined);
    const next = saved?.versions.find((one) => one.version.id === version.id);
    if (!next) return;
    draft.saved(next.version);
    const open = next.problems.length + strange.length;
    toast.done(open === 0 ? '已保存，可以用于考核' : `已保存，还有 ${String(open)} 处要补齐`);
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!editable || !(event.ctrlKey || event.metaKey)) return;
    // Undoing may take the line away that had the focus: the keys go on working from the page itself.
    const here = event.target === document.body || form.current?.contains(asNode(event.target)) === true;
    const acts: Readonly<Record<string, () => void>> = {
      s: () => void store(),
      z: event.shiftKey ? draft.redo : draft.undo,
      y: draft.redo,
    };
    const act = acts[event.key.toLowerCase()];
    if (!here || !act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className="mz-columns" ref={form} onBlur={() => draft.seal()}>
      <div>
        {draft.restored && (
          <Alert
            type="info"
            showIcon
            style={{ marginBottom: 12 }}
            title="已恢复上次没有保存的修改。"
            action={
              <Button size="small" onClick={draft.reset}>
                放弃这些修改
              </Button>
            }
          />
        )}
        {draft.overtaken && (
          <Alert
            type="warning"
            showIcon
            style={{ marginBottom: 12 }}
            title={`${version.saved.by.name}刚刚保存了新的内容，您的修改还没有保存。`}
            description="请记下自己的修改，载入新的内容后再改，以免盖掉别人的工作。"
            action={
              <Button size="small" onClick={draft.reset}>
                载入新的内容
              </Button>
            }
          />
        )}
        {save.error && (
          <div style={{ marginBottom: 12 }}>
            <ErrorNotice problem={save.error} onClose={save.reset} />
          </div>
        )}
        {editable ? (
          <div className="mz-sys-head">
            <Input
              size="large"
              value={content.name}
              maxLength={60}
              aria-label="指标体系名称"
              placeholder="指标体系名称"
              data-path="name"
              onChange={(event) => change({ ...content, name: event.target.value })}
            />
            <Input.TextArea
              value={content.about}
              maxLength={1000}
              autoSize={{ minRows: 1, maxRows: 5 }}
              aria-label="说明"
              placeholder="说明：依据、适用范围、评分办法（可不写）"
              data-path="about"
              onChange={(event) => change({ ...content, about: event.target.value })}
            />
          </div>
        ) : (
          content.about !== '' && <p style={{ marginBottom: 14 }}>{content.about}</p>
        )}
        <ContentTable
          content={content}
          onChange={editable ? change : undefined}
          wrong={wrong}
          open={open}
          onToggle={(id) => {
            const next = new Set(open);
            if (!next.delete(id)) next.add(id);
            setOpen(next);
          }}
        />
        {editable && (
          <p className="mz-muted mz-ind-keys">
            <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> 移动，<kbd>Alt</kbd> <kbd>←</kbd> <kbd>→</kbd> 换维度，
            <kbd>Enter</kbd> 在下面添加指标，<kbd>Shift</kbd> <kbd>Enter</kbd> 添加维度，<kbd>F2</kbd>{' '}
            改名称，<kbd>Delete</kbd> 删除；也可以拖动左边的把手。
          </p>
        )}
        {editable && (
          <div className="mz-save-bar">
            <Button
              type="primary"
              icon={<SaveOutlined />}
              loading={save.isPending}
              disabled={!draft.changed || draft.overtaken}
              onClick={() => void store()}
            >
              保存
            </Button>
            <Button
              icon={<UndoOutlined />}
              aria-label="撤销"
              title="撤销（Ctrl+Z）"
              disabled={!draft.canUndo}
              onClick={draft.undo}
            />
            <Button
              icon={<RedoOutlined />}
              aria-label="重做"
              title="重做（Ctrl+Y）"
              disabled={!draft.canRedo}
              onClick={draft.redo}
            />
            {draft.changed && <Button onClick={draft.reset}>放弃修改</Button>}
            <span className="mz-save-state" role="status">
              {draft.changed
                ? '有没有保存的修改（已在本机留底）'
                : `已保存 · ${version.saved.by.name} ${formatInstant(version.saved.at)}`}
            </span>
            <span className="mz-muted" style={{ marginLeft: 'auto' }}>
              <kbd>Ctrl</kbd> <kbd>S</kbd> 保存
            </span>
          </div>
        )}
      </div>
      <aside>
        {editable && <ProblemsPanel hard={hard} soft={soft} onJump={jumpTo} />}
        <BandsEditor
          bands={content.bands}
          onChange={editable ? (bands) => change({ ...content, bands }) : undefined}
        />
        {aside}
      </aside>
    </div>
  );
};
