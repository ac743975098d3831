import { DeleteOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { recordReplyInput } from '../../../../shared/features/cases/investigation-inputs.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { bandOf, measureOf, nameOfMeasure, type CaseStandards } from './case-standards.ts';
import './forms.css';
import { MeasureChoice, useMeasureOptions } from './measure-choice.tsx';
import { subjectStanding } from './subject-words.ts';

const someItems = recordReplyInput.shape.changedItems;
type Changed = z.output<typeof someItems>;

/** 另作决定: what the authority decided for each person instead of what was proposed. */
export const ChangedItems = ({
  record,
  standards,
  day,
  value,
  onChange,
  id,
}: {
  record: CaseRecord;
  standards: CaseStandards;
  day: string;
  value?: unknown;
  onChange?: (items: Changed) => void;
  id?: string;
}): ReactNode => {
  const parsed = someItems.safeParse(value);
  const items = parsed.success ? parsed.data : [];
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1}>
      {record.subjects.map((subject) => (
        <ChangedPerson
          key={subject.personId}
          record={record}
          standards={standards}
          subject={subject}
          day={day}
          items={items}
          onChange={(next) => onChange?.(next)}
        />
      ))}
    </div>
  );
};

const ChangedPerson = ({
  record,
  standards,
  subject,
  day,
  items,
  onChange,
}: {
  record: CaseRecord;
  standards: CaseStandards;
  subject: CaseSubject;
  day: string;
  items: Changed;
  onChange: (items: Changed) => void;
}): ReactNode => {
  const { personId, name } = subject;
  const band = bandOf(standards, record, personId)?.band ?? null;
  const options = useMeasureOptions(standards, record, subject, day, band);
  const own = items.filter((item) => item.personId === personId);
  return (
    <section className="mz-person-card" aria-label={name}>
      <header>
        <strong>{name}</strong>
        <span className="mz-muted">{subjectStanding(subject).join(' · ')}</span>
      </header>
      <ul className="mz-chosen-measures">
        {own.map((item) => {
          const measure = nameOfMeasure(standards, item.measureCode);
          const most = measureOf(standards, item.measureCode)?.maxDays ?? null;
          return (
            <li key={item.measureCode}>
              <strong>{measure}</strong>
              {most !== null && (
                <span className="mz-days">
                  <InputNumber
                    min={1}
                    max={most}
                    value={item.days}
                    aria-label={`${name}${measure}的天数`}
                    onChange={(days) =>
                      onChange(items.map((each) => (each === item ? { ...each, days } : each)))
                    }
                  />
                  天
                </span>
              )}
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`去掉${name}的${measure}`}
                onClick={() => onChange(items.filter((each) => each !== item))}
              />
            </li>
          );
        })}
      </ul>
      <MeasureChoice
        options={options}
        chosen={own.map(({ measureCode }) => measureCode)}
        label={`对${name}决定的措施`}
        byAuthority
        onPick={(measureCode) => onChange([...items, { personId, measureCode, days: null }])}
      />
    </section>
  );
};
