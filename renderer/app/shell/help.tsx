import { Drawer, Modal } from 'antd';
import './help.css';
import type { ReactNode } from 'react';
import type { Screen } from '../screen.ts';
import { shortcutSheet } from './shortcuts.ts';

interface Openable {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** F1: what this screen is for and how it is meant. */
export const HelpDrawer = ({
  screen,
  open,
  onClose,
  onSheet,
}: Openable & { screen: Screen | undefined; onSheet: () => void }): ReactNode => (
  <Drawer
    open={open}
    onClose={onClose}
    size={360}
    title={`帮助：${screen?.title ?? '明责'}`}
    closable={{ 'aria-label': '关闭帮助' }}
  >
    <div className="mz-help">
      {(screen?.help ?? ['按 Ctrl+K 查找要去的地方。']).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <button type="button" className="mz-link-button" onClick={onSheet}>
          查看快捷键一览
        </button>
      </p>
    </div>
  </Drawer>
);

export const ShortcutSheet = ({ open, onClose }: Openable): ReactNode => (
  <Modal
    open={open}
    onCancel={onClose}
    footer={null}
    title="快捷键一览"
    width={760}
    closable={{ 'aria-label': '关闭' }}
  >
    <div className="mz-help-sheet">
      {shortcutSheet.map((part) => (
        <section key={part.title}>
          <h3>{part.title}</h3>
          <dl>
            {part.keys.map(([keys, about]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{about}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Modal>
);
