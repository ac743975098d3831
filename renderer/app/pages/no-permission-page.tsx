import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { permissionLabels } from '../../../shared/features/accounts/permissions.ts';
import type { Access } from '../../../shared/kernel/channel.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';

/** Shown instead of a screen that the person's roles do not include. */
export const NoPermissionPage = ({ title, access }: { title: string; access: Access }): ReactNode => {
  const navigate = useNavigate();
  const needed = access === 'public' || access === 'signed-in' ? '' : `“${permissionLabels[access]}”`;
  return (
    <EmptyState
      title={`您没有查看“${title}”的权限`}
      about={`需要${needed}权限。如果工作需要，请系统管理员在“用户与角色”里为您增加角色。`}
      actions={
        <Button type="primary" onClick={() => void navigate('/')}>
          回到今日
        </Button>
      }
    />
  );
};
