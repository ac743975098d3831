import {
  BulbOutlined,
  LockOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { modeLabels, useThemeMode, type ModeChoice } from '../../ui/theme/mode.ts';
import { useUser } from '../session.ts';

export interface TopBarProps {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onLock: () => void;
  readonly onChangePassword: () => void;
  readonly onLogout: () => void;
  /** The term that today falls in, e.g. `2026—2027 学年第一学期`. */
  readonly term?: ReactNode;
}

const choices: readonly ModeChoice[] = ['light', 'dark', 'system'];

export const TopBar = (props: TopBarProps): ReactNode => {
  const user = useUser();
  const theme = useThemeMode();
  return (
    <div className="mz-top" role="banner">
      <button
        type="button"
        className="mz-search-button"
        onClick={props.onSearch}
        aria-keyshortcuts="Control+K"
      >
        <SearchOutlined />
        <span>查找人员、事项、文书、页面</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="mz-top-right">
        {props.term !== undefined && <span className="mz-term">{props.term}</span>}
        <Tooltip title="本页帮助（F1）">
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label="本页帮助"
            onClick={props.onHelp}
          />
        </Tooltip>
        <Dropdown
          trigger={['click']}
          menu={{
            selectable: true,
            selectedKeys: [theme.choice],
            items: choices.map((choice) => ({
              key: choice,
              label: modeLabels[choice],
              onClick: () => theme.choose(choice),
            })),
          }}
        >
          <Button type="text" icon={<BulbOutlined />} aria-label={`颜色：${modeLabels[theme.choice]}`} />
        </Dropdown>
        <Tooltip title="锁定屏幕（Ctrl+L）">
          <Button type="text" icon={<LockOutlined />} aria-label="锁定屏幕" onClick={props.onLock} />
        </Tooltip>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'password', label: '修改密码', onClick: props.onChangePassword },
              { key: 'lock', label: '锁定', extra: 'Ctrl+L', onClick: props.onLock },
              { type: 'divider' },
              { key: 'logout', label: '退出登录', onClick: props.onLogout },
            ],
          }}
        >
          <Button type="text" icon={<UserOutlined />} aria-label={`用户：${user.name}`}>
            {user.name}
          </Button>
        </Dropdown>
      </div>
    </div>
  );
};
