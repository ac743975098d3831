import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  feedbackPaperLabels,
  type FeedbackPaper,
  type FeedbackView,
} from '../../../../../shared/features/evaluation/feedback/views.ts';
import { useFileCommand } from '../../../../app/file-command.ts';
import type { Opened } from '../opened.ts';

/** Papers of a feedback, to look at and print. */
export const PaperLinks = ({
  view,
  papers,
  onOpen,
}: {
  view: FeedbackView;
  papers: readonly FeedbackPaper[];
  onOpen: (opened: Opened) => void;
}): ReactNode => {
  const excel = useFileCommand('evaluation.exportFeedbackSheet', ({ name }) => `已导出“${name}”`);
  return (
    <div className="mz-record-acts" style={{ marginTop: 0, marginBottom: 12 }}>
      {papers.map((paper) => (
        <Button
          key={paper}
          icon={<FileWordOutlined />}
          onClick={() => onOpen({ what: 'paper', paper, itemId: null })}
        >
          {feedbackPaperLabels[paper]}
        </Button>
      ))}
      {papers.includes('sheet') && (
        <Button
          icon={<FileExcelOutlined />}
          loading={excel.isPending}
          onClick={() => excel.mutate({ cycleId: view.cycleId, subjectId: view.subject.id })}
        >
          反馈单 Excel
        </Button>
      )}
    </div>
  );
};
