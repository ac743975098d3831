import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { dayOfMs, isDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { DayText } from '../../../ui/format/parts.tsx';
import './duties.css';
import { DutyTable } from './duty-table.tsx';

/** What a person answers for, today or on any past day, with the paper for it. */
export const PersonDutiesSection = ({ staffId }: { readonly staffId: string }): ReactNode => {
  const can = useCan();
  const [day, setDay] = useState<string | null>(null);
  const duties = useCall(
    'duties.ofPerson',
    { staffId, day },
    { enabled: can('duties.read'), keepPrevious: true },
  );
  const paper = useFileCommand('duties.personPaper');
  const shown = day ?? dayOfMs(Date.now());
  if (!can('duties.read')) return null;
  const held = duties.data?.lists ?? [];
  return (
    <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
      <Space wrap align="center" style={{ justifyContent: 'space-between', width: '100%', marginBottom: 12 }}>
        <h2 className="mz-section-title" style={{ margin: 0 }}>
          岗位职责
        </h2>
        <Space wrap>
          <span>看哪一天的职责：</span>
          <span style={{ display: 'inline-block', width: 170 }}>
            <DayInput
              aria-label="看哪一天的职责"
              value={shown}
              onChange={(next) => {
                // While it is being typed it is no day yet.
                if (next !== null && isDay(next)) setDay(next);
              }}
            />
          </span>
          {day !== null && <Button onClick={() => setDay(null)}>回到今天</Button>}
          {can('duties.export') && held.length > 0 && (
            <Button
              loading={paper.isPending}
              onClick={() => paper.mutate({ staffIds: [staffId], day: shown })}
            >
              岗位职责书（Word）
            </Button>
          )}
        </Space>
      </Space>
      <Loaded query={duties}>
        {({ lists }) =>
          lists.length === 0 ? (
            <p className="mz-muted">这一天没有岗位职责：没有任职，或者所任的岗位还没有建立职责。</p>
          ) : (
            <>
              {lists.map(({ id, title, through, appliesFrom, items }) => (
                <div key={id} className="mz-duty-list">
                  <h3>
                    <Link to={`/duties/${id}`}>{title}</Link>
                    <small className="mz-muted">
                      {through === '' ? '' : `${through}，`}
                      <DayText day={appliesFrom} />
                      起执行
                    </small>
                  </h3>
                  <DutyTable items={items} label={title} />
                </div>
              ))}
            </>
          )
        }
      </Loaded>
    </section>
  );
};
