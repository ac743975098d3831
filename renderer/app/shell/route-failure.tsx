import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useRouteError } from 'react-router';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';

/** Short enough to be read out on the telephone, and the same for the same defect. */
const referenceOf = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}:${error.message}` : String(error);
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 31 + text.charCodeAt(index)) >>> 0;
  return hash.toString(36).toUpperCase().padStart(7, '0');
};

/** Catches what a page throws while drawing; the rest of the app goes on. */
export const RouteFailure = (): ReactNode => {
  const error = useRouteError();
  const navigate = useNavigate();
  return (
    <EmptyState
      tone="danger"
      title="这一页没能显示出来"
      about={`程序在显示这一页时出错，已保存的数据没有受影响。请重试；如仍出现，请记下编号 ${referenceOf(error)} 并联系维护人员。`}
      actions={
        <Space>
          <Button type="primary" onClick={() => window.location.reload()}>
            重试
          </Button>
          <Button onClick={() => void navigate('/')}>回到今日</Button>
        </Space>
      }
    />
  );
};
