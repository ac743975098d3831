import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';

export const NotFoundPage = (): ReactNode => {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="没有这个页面"
      about="地址可能写错了，或者这一页已经移到别处。可以按 Ctrl+K 查找要去的地方。"
      actions={
        <Button type="primary" onClick={() => void navigate('/')}>
          回到今日
        </Button>
      }
    />
  );
};
