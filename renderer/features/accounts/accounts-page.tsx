import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { roleIds, roles } from '../../../shared/features/accounts/permissions.ts';
import type { AccountView } from '../../../shared/features/accounts/schema.ts';
import { formatInstant } from '../../../shared/kernel/dates.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { InstantText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { StatusTag, type StatusTone } from '../../ui/record/status-tag.tsx';
import { AccountDrawer } from './parts/account-drawer.tsx';
import { AutoLockPanel } from './parts/auto-lock-panel.tsx';
import { CreateAccountDialog } from './parts/create-account-dialog.tsx';
import { RolesTable } from './parts/roles-table.tsx';
import { useAccounts } from './queries.ts';

interface Standing {
  readonly key: string;
  readonly tone: StatusTone;
  readonly word: string;
}

const standings = {
  stopped: { key: 'stopped', tone: 'stopped', word: '已停用' },
  blocked: { key: 'blocked', tone: 'due', word: '暂停登录' },
  temporary: { key: 'temporary', tone: 'due', word: '待改密码' },
  active: { key: 'active', tone: 'done', word: '正常' },
} as const satisfies Record<string, Standing>;

const standingOf = (account: AccountView): Standing => {
  if (!account.active) return standings.stopped;
  if (account.blockedUntil !== null && Date.parse(account.blockedUntil) > Date.now())
    return standings.blocked;
  return account.mustChangePassword ? standings.temporary : standings.active;
};

const roleNames = (account: AccountView): string => account.roles.map((role) => roles[role].label).join('、');

const columns: readonly ListColumn<AccountView>[] = [
  {
    key: 'name',
    title: '姓名',
    text: ({ name }) => name,
    width: 140,
    cell: ({ name }) => <strong>{name}</strong>,
  },
  { key: 'accountName', title: '登录名', text: ({ accountName }) => accountName, width: 160 },
  { key: 'roles', title: '角色', text: roleNames, width: 320 },
  {
    key: 'standing',
    title: '状态',
    text: (account) => standingOf(account).word,
    cell: (account) => <StatusTag tone={standingOf(account).tone}>{standingOf(account).word}</StatusTag>,
    width: 120,
  },
  {
    key: 'lastLoginAt',
    title: '上次登录',
    text: ({ lastLoginAt }) => (lastLoginAt === null ? '从未' : formatInstant(lastLoginAt)),
    compare: (a, b) => (a.lastLoginAt ?? '').localeCompare(b.lastLoginAt ?? ''),
    cell: ({ lastLoginAt }) => (lastLoginAt === null ? '从未' : <InstantText instant={lastLoginAt} />),
    searched: false,
    width: 190,
  },
  {
    key: 'createdAt',
    title: '建立时间',
    text: ({ createdAt }) => formatInstant(createdAt),
    compare: (a, b) => a.createdAt.localeCompare(b.createdAt),
    cell: ({ createdAt }) => <InstantText instant={createdAt} />,
    searched: false,
    optional: true,
    width: 190,
  },
];

const filters: readonly ListFilter<AccountView>[] = [
  {
    key: 'role',
    label: '角色',
    options: roleIds.map((value) => ({ value, label: roles[value].label })),
    of: (account) => account.roles,
  },
  {
    key: 'standing',
    label: '状态',
    options: Object.values(standings).map(({ key, word }) => ({ value: key, label: word })),
    of: (account) => standingOf(account).key,
  },
];

/** Who may log in, and what the roles allow. */
export const AccountsPage = (): ReactNode => {
  const accounts = useAccounts();
  return (
    <Tabs
      items={[
        {
          key: 'people',
          label: '用户',
          children: <Loaded query={accounts}>{(data) => <AccountList accounts={data.accounts} />}</Loaded>,
        },
        { key: 'roles', label: '角色与权限', children: <RolesTab /> },
        { key: 'lock', label: '自动锁定', children: <AutoLockPanel /> },
      ]}
    />
  );
};

const AccountList = ({ accounts }: { accounts: readonly AccountView[] }): ReactNode => {
  const [creating, setCreating] = useState(false);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const list = useList({
    name: 'accounts',
    rows: accounts,
    columns,
    filters,
    sort: { key: 'name', descending: false },
  });
  const opened = accounts.find(({ id }) => id === openedId);
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      新建用户
    </Button>
  );
  return (
    <>
      <ListPage
        of={list}
        title="用户"
        unit="人"
        actions={create}
        searchHint="姓名、登录名、角色"
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpenedId(id)}
        empty={<EmptyState title="还没有用户" about="给每位使用明责的同事建立一个用户。" actions={create} />}
      />
      <CreateAccountDialog open={creating} onClose={() => setCreating(false)} />
      {opened && <AccountDrawer key={opened.id} account={opened} onClose={() => setOpenedId(null)} />}
    </>
  );
};

const RolesTab = (): ReactNode => (
  <>
    <PageHeader
      title="角色与权限"
      about="角色由程序规定，按“需要什么给什么”分开；一个人可以兼有几个角色，权限相加。"
    />
    <RolesTable />
  </>
);
