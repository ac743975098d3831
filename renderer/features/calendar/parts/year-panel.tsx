import './calendar.css';
import { EditOutlined, ImportOutlined, RollbackOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { CalendarYearView } from '../../../../shared/features/calendar/channels.ts';
import { calendarDoubts, calendarIssues, toggleDay } from '../../../../shared/features/calendar/rules.ts';
import {
  calendarContentSchema,
  originLabels,
  type CalendarContent,
  type CalendarOrigin,
} from '../../../../shared/features/calendar/schema.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { revSchema } from '../../../../shared/kernel/entity.ts';
import { useCan } from '../../../app/session.ts';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';
import { EstimatedTerms } from '../../deadlines/parts/estimated-terms.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { ResetDialog, SaveDialog } from './save-dialog.tsx';
import { YearGrid } from './year-grid.tsx';

const originTones: Readonly<Record<CalendarOrigin, StatusTone>> = {
  shipped: 'info',
  school: 'done',
  unknown: 'due',
};

type Dialog = 'notice' | 'save' | 'reset' | null;

/** What is being changed, and which state of the year it began from. */
const editSchema = z.object({ rev: revSchema.nullable(), content: calendarContentSchema });
type Edit = z.infer<typeof editSchema>;

/** One year: what is in force, and for those who may, changing it. What is changed is kept until it is saved. */
export const YearPanel = ({ of, chooser }: { of: CalendarYearView; chooser: ReactNode }): ReactNode => {
  const may = useCan()('school.write');
  const draft = useDraft(may ? `calendar.year:${String(of.content.year)}` : null, editSchema);
  const [edit, setEdit] = useState<Edit | null>(draft.found ?? null);
  const [restored, setRestored] = useState(draft.found !== undefined);
  const [dialog, setDialog] = useState<Dialog>(null);
  const content = edit?.content ?? of.content;
  const { year } = content;

  const change = (next: CalendarContent): void => {
    const held = { rev: edit ? edit.rev : of.rev, content: next };
    setEdit(held);
    draft.keep(held);
  };
  const stop = (): void => {
    draft.discard();
    setEdit(null);
    setRestored(false);
    setDialog(null);
  };

  const issues = edit ? calendarIssues(content) : [];
  const doubts = edit ? calendarDoubts(content, of.statutory) : of.doubts;
  return (
    <>
      <div className="mz-year-bar mz-no-print">
        {chooser}
        <StatusTag tone={originTones[of.origin]}>{originLabels[of.origin]}</StatusTag>
        {of.content.notice !== '' && <span className="mz-muted">{of.content.notice}</span>}
        {may && (
          <span className="mz-year-bar-right">
            {edit ? (
              <Button onClick={stop}>放弃修改</Button>
            ) : (
              of.origin === 'school' && (
                <Button icon={<RollbackOutlined />} onClick={() => setDialog('reset')}>
                  {of.hasShipped ? '恢复随程序提供的安排' : '停用本校录入的安排'}
                </Button>
              )
            )}
            <Button icon={<ImportOutlined />} onClick={() => setDialog('notice')}>
              粘贴或导入
            </Button>
            {edit ? (
              <Button type="primary" disabled={issues.length > 0} onClick={() => setDialog('save')}>
                保存安排
              </Button>
            ) : (
              <Button type="primary" icon={<EditOutlined />} onClick={() => change(of.content)}>
                {of.origin === 'unknown' ? '录入' : '修改'} {year} 年
              </Button>
            )}
          </span>
        )}
      </div>
      <div className="mz-year-notes">
        {!edit && of.origin === 'unknown' && (
          <Alert
            type="warning"
            showIcon
            title={`${String(year)} 年的放假安排还没有录入，下面只是法定节假日。`}
            description="通知一般在上一年十一月发布。录入以前，落在这一年的期限按法定节假日预估，并标明“预估”。"
          />
        )}
        {edit && (
          <Alert
            type="info"
            showIcon
            title={`${restored ? '已恢复上次没有保存的修改。' : ''}点日期切换：工作日点成放假；周六、周日先点成补班，再点成放假，再点还原。`}
          />
        )}
        {issues.map(({ path, message }) => (
          <Alert key={path} type="error" showIcon title={message} />
        ))}
        {doubts.map((doubt) => (
          <Alert key={doubt} type="warning" showIcon title={doubt} />
        ))}
        {may && !edit && <EstimatedTerms />}
      </div>
      <YearGrid
        content={content}
        statutory={of.statutory}
        onToggle={edit ? (day) => change(toggleDay(content, day, of.statutory)) : undefined}
      />
      <Legend content={content} />
      <Versions of={of} />
      {dialog === 'notice' && (
        <NoticeDialog
          year={year}
          onClose={() => setDialog(null)}
          onTake={({ rest, work }) => {
            change({ ...content, rest: [...rest], work: [...work] });
            setDialog(null);
          }}
        />
      )}
      {dialog === 'save' && edit && (
        <SaveDialog content={edit.content} rev={edit.rev} onSaved={stop} onClose={() => setDialog(null)} />
      )}
      {dialog === 'reset' && <ResetDialog of={of} onClose={() => setDialog(null)} />}
    </>
  );
};

const Legend = ({ content }: { content: CalendarContent }): ReactNode => (
  <p className="mz-year-legend">
    <span>
      <span className="mz-day-mark mz-day-off">休</span> 放假 {content.rest.length} 天
    </span>
    <span>
      <span className="mz-day-mark mz-day-worked">班</span> 补班 {content.work.length} 天
    </span>
    <span>没有标记的周六、周日照常休息，其余照常上班</span>
  </p>
);

const Versions = ({ of }: { of: CalendarYearView }): ReactNode =>
  of.versions.length === 0 ? null : (
    <section style={{ marginTop: 20 }}>
      <h2 className="mz-section-title">修改记录</h2>
      <ol className="mz-year-versions">
        {of.versions.toReversed().map(({ version, made, why, counts }) => (
          <li key={version}>
            第 {version} 版：
            {counts
              ? `放假 ${String(counts.rest)} 天，补班 ${String(counts.work)} 天`
              : '不再使用本校录入的安排'}{' '}
            <span className="mz-muted">
              {made.by.name}，{formatInstant(made.at)}，{why}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
