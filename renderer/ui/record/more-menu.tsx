import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';

export interface MoreAct {
  readonly key: string;
  readonly label: string;
  readonly danger?: boolean;
  readonly onClick: () => void;
}

/** 更多: the lesser acts on a record, in groups; nothing where there are none. */
export const MoreMenu = ({ groups }: { groups: readonly (readonly MoreAct[])[] }): ReactNode => {
  const sections = groups.filter((group) => group.length > 0);
  if (sections.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: sections.flatMap((group, at) => [
          ...(at > 0 ? [{ type: 'divider' as const, key: `divider ${String(at)}` }] : []),
          ...group.map((act) => ({ ...act })),
        ]),
      }}
    >
      <Button icon={<DownOutlined />} iconPlacement="end">
        更多
      </Button>
    </Dropdown>
  );
};
