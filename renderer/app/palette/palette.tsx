import './palette.css';
import { SearchOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCall } from '../calls.ts';
import { screens } from '../routes.tsx';
import { useUser } from '../session.ts';
import type { PaletteActs } from './commands.ts';
import { paletteGroups, type PaletteEntry } from './results.ts';
import { useDebounced } from './use-debounced.ts';

export interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly acts: PaletteActs;
}

/** Ctrl+K: people, matters, papers, screens and acts behind one field. */
export const Palette = ({ open, onClose, acts }: PaletteProps): ReactNode => (
  <Modal
    open={open}
    onCancel={onClose}
    footer={null}
    closable={false}
    width={640}
    style={{ top: 72 }}
    className="mz-palette"
    destroyOnHidden
    title="查找"
    classNames={{ header: 'mz-visually-hidden' }}
  >
    <Finder onClose={onClose} acts={acts} />
  </Modal>
);

const Finder = ({ onClose, acts }: Omit<PaletteProps, 'open'>): ReactNode => {
  const navigate = useNavigate();
  const user = useUser();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const text = useDebounced(typed.trim(), 80);
  const found = useCall('search.find', { text, limit: 20 }, { enabled: text !== '', keepPrevious: true });
  const groups = paletteGroups(typed, text === '' ? [] : (found.data?.hits ?? []), screens, user);
  const entries = groups.flatMap((group) => group.entries);
  const current = entries[Math.min(marked, entries.length - 1)];
  const optionId = (entry: PaletteEntry): string => `${listId}-${String(entries.indexOf(entry))}`;

  const run = (entry: PaletteEntry): void => {
    onClose();
    if ('path' in entry.target) void navigate(entry.target.path);
    else acts[entry.target.act]();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      const next = (Math.min(marked, entries.length - 1) + step + entries.length) % entries.length;
      setMarked(next);
      document.getElementById(`${listId}-${String(next)}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      run(current);
    }
  };

  return (
    <>
      <div className="mz-palette-field">
        <SearchOutlined />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-label="查找人员、事项、文书、页面和操作"
          {...(current ? { 'aria-activedescendant': optionId(current) } : {})}
          placeholder="姓名、拼音、首字母、工号、文号、页面或操作"
          value={typed}
          maxLength={60}
          onChange={(event) => {
            setTyped(event.target.value);
            setMarked(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="mz-palette-list" id={listId} role="listbox" aria-label="查找结果" tabIndex={-1}>
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className="mz-palette-label" aria-hidden>
              {group.label}
            </div>
            {group.entries.map((entry) => (
              <div
                key={entry.key}
                id={optionId(entry)}
                role="option"
                aria-selected={entry === current}
                className="mz-palette-entry"
                onMouseMove={() => setMarked(entries.indexOf(entry))}
                onClick={() => run(entry)}
              >
                <span>{entry.title}</span>
                {entry.about !== '' && <small>{entry.about}</small>}
              </div>
            ))}
          </div>
        ))}
        {entries.length === 0 && (
          <p className="mz-palette-none">
            {found.error
              ? found.error.message
              : `没有找到“${typed.trim()}”。可以试试姓名的拼音首字母、工号或文号。`}
          </p>
        )}
      </div>
      <div className="mz-palette-foot" aria-hidden>
        <span>↑ ↓ 选择</span>
        <span>Enter 打开</span>
        <span>Esc 关闭</span>
      </div>
    </>
  );
};
