import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import type { TabProps } from './tab-props.ts';

/** 内部备注: for those who handle the case; never printed and never shown to others. */
export const NotesTab = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => (
  <>
    <Alert
      type="warning"
      showIcon
      title="内部备注不打印、不对外"
      description="只有办理问责事项的人看得到；文书、案卷和导出的表格里都没有这些内容。应当入卷的，请写进笔录或者作为证据登记。"
      style={{ marginBottom: 12 }}
    />
    {record.notes.length === 0 ? (
      <p className="mz-muted">还没有备注。</p>
    ) : (
      <ul className="mz-record-items">
        {record.notes.toReversed().map((note) => (
          <li key={note.id}>
            <div>
              <span className="mz-muted">
                {note.made.by.name}，{formatInstant(note.made.at)}
              </span>
              <p className="mz-record-text">{note.text}</p>
            </div>
          </li>
        ))}
      </ul>
    )}
    {acts.includes('addNote') && (
      <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'addNote' })}>
        添加内部备注
      </Button>
    )}
  </>
);
