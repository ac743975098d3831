import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { readNotice, type ReadNotice } from '../../../../shared/features/calendar/notice-text.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';

const EXAMPLE = `可以直接粘贴国务院办公厅通知里的几段话：
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
也可以一行一天：
2027-01-01 休
2027-01-31 班`;

/** What was understood, in words, before anything is taken over. */
const Understood = ({ read }: { read: ReadNotice }): ReactNode => {
  const { rest, work, otherYears, unread } = read;
  const days = (list: readonly string[]): string =>
    list.map((day) => formatDay(day).replace(/^\d+年/, '')).join('、');
  return (
    <div className="mz-year-notes" aria-live="polite">
      {rest.length + work.length > 0 && (
        <Alert
          type="success"
          showIcon
          title={`认出放假 ${String(rest.length)} 天，补班 ${String(work.length)} 天。`}
          description={`${work.length > 0 ? `补班：${days(work)}。` : ''}填入以后会替换日历上现有的标记。`}
        />
      )}
      {otherYears.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${otherYears.map(formatDay).join('、')}属于别的年份，没有收进来，请到那一年登记。`}
        />
      )}
      {unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="这些行里有日期，但看不出是放假还是补班："
          description={
            <ul>
              {unread.slice(0, 8).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {unread.length > 8 && <li>等 {unread.length} 行</li>}
            </ul>
          }
        />
      )}
    </div>
  );
};

export interface NoticeDialogProps {
  readonly year: number;
  /** Takes the days over, in place of those that were there. */
  readonly onTake: (read: ReadNotice) => void;
  readonly onClose: () => void;
}

/** Takes a year from the text of the notice, pasted or from a sheet. */
export const NoticeDialog = ({ year, onTake, onClose }: NoticeDialogProps): ReactNode => {
  const [text, setText] = useState('');
  const reading = useCommand('calendar.readFile', {
    invalidates: [],
    onSuccess: (value) => setText(value.text),
  });
  const read = readNotice(text, year);
  const found = read.rest.length + read.work.length;
  return (
    <FormDialog title={`粘贴或导入 ${String(year)} 年的安排`} onClose={onClose}>
      <div className="mz-year-notes">
        <FileDrop
          accept={['.xlsx']}
          title="把 Excel 表拖到这里"
          about="一行一天，写明日期和“休”或“班”。"
          advice={{ '.xls': '请在 Excel 或 WPS 里另存为 .xlsx。', '.docx': '请打开后复制文字，粘贴到下面。' }}
          onFile={(file) => reading.mutate({ file })}
          disabled={reading.isPending}
        />
        {reading.error && <ErrorNotice problem={reading.error} />}
        <Input.TextArea
          aria-label="通知的文字"
          autoSize={{ minRows: 7, maxRows: 14 }}
          placeholder={EXAMPLE}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text.trim() !== '' && found === 0 && read.unread.length === 0 && (
          <Alert type="warning" showIcon title={`没有认出 ${String(year)} 年的放假或补班日期。`} />
        )}
        <Understood read={read} />
        <div>
          <Button type="primary" disabled={found === 0} onClick={() => onTake(read)}>
            填入日历，核对后再保存
          </Button>{' '}
          <Button onClick={onClose}>取消</Button>
        </div>
      </div>
    </FormDialog>
  );
};
