import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { TeachingTable } from '../../../../shared/features/organisation/teaching/views.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';

/** What has to be there before teaching can be laid down: classes and courses. */
export const TeachingEmpty = ({ table }: { table: TeachingTable }): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const writes = useCan()('organisation.write');
  const usual = useCommand('organisation.addUsualCourses', {
    onSuccess: ({ added }) => toast.done(`已加入 ${String(added)} 门学科`),
    onError: toast.failed,
  });
  return table.classes.length === 0 ? (
    <EmptyState
      title="这一天还没有班级"
      about="先建立班级，或导入学生名册时由表中的班级一并建立，再安排任课。"
      actions={<Button onClick={() => void navigate('/organisation/classes')}>去看班级</Button>}
    />
  ) : (
    <EmptyState
      title="还没有学科"
      about="先列出学校开设的学科，每门一列；可以用本学段常见的学科，再按学校的情况增减。导入任课表时也能一并建立。"
      actions={
        writes && (
          <>
            <Button onClick={() => void navigate('/organisation/import?kind=teachings')}>导入任课安排</Button>
            <Button type="primary" loading={usual.isPending} onClick={() => usual.mutate({})}>
              用本学段常见学科
            </Button>
          </>
        )
      }
    />
  );
};
