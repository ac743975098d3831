import { DeleteOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { responsibilityLabels } from '../../../../shared/features/cases/investigation.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { severityLabels } from '../../../../shared/features/standards/severity.ts';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { bandOf, fitOf, measureOf, nameOfMeasure, type CaseStandards } from './case-standards.ts';
import type { PayDraft } from '../../../../shared/features/cases/pay.ts';
import type { DraftItem } from './decide-values.ts';
import { MeasureChoice, measureLine, useMeasureOptions } from './measure-choice.tsx';
import { PayFields } from './pay-fields.tsx';
import { subjectPlace, subjectStanding } from './subject-words.ts';

export interface ProposalsProps {
  readonly record: CaseRecord;
  readonly standards: CaseStandards;
  readonly day: string;
  readonly items: readonly DraftItem[];
  readonly findings: readonly LawFinding[];
  readonly onItems: (items: DraftItem[]) => void;
}

/** The id of the field in which measures for a person are added, to send the focus there. */
export const measureFieldId = (personId: string): string => `measures-of-${personId}`;

/** 处理意见: for each person the measures proposed, and a field to add one. */
export const Proposals = (props: ProposalsProps): ReactNode =>
  props.record.subjects.map((subject) => (
    <PersonProposals key={subject.personId} {...props} subject={subject} />
  ));

const PersonProposals = ({
  record,
  standards,
  day,
  items,
  findings,
  onItems,
  subject,
}: ProposalsProps & { subject: CaseSubject }): ReactNode => {
  const { personId, name } = subject;
  const band = bandOf(standards, record, personId);
  const options = useMeasureOptions(standards, record, subject, day, band?.band ?? null);
  const own = items.filter((item) => item.personId === personId);
  const finding = record.investigation.findings.find((one) => one.personId === personId);
  return (
    <section className="mz-person-card" aria-label={`对${name}的处理意见`}>
      <header>
        <strong>{name}</strong>
        <span className="mz-muted">
          {[subjectPlace(subject), ...subjectStanding(subject)].filter((text) => text !== '').join(' · ')}
        </span>
        {(finding !== undefined || band !== null) && (
          <span className="mz-muted">
            {[
              ...(finding ? [`认定：${responsibilityLabels[finding.responsibility]}`] : []),
              ...(band ? [`建议档次：${severityLabels[band.band]}`] : []),
            ].join(' · ')}
          </span>
        )}
      </header>
      {own.length > 0 && (
        <ul className="mz-chosen-measures">
          {own.map((item) => {
            const at = items.indexOf(item);
            const refused = findings.some(
              ({ level, field }) => level === 'refuse' && field?.startsWith(`items.${String(at)}.`) === true,
            );
            return (
              <ChosenMeasure
                key={item.measureCode}
                record={record}
                standards={standards}
                subject={subject}
                day={day}
                item={item}
                refused={refused}
                onPay={(pay) => onItems(items.map((each) => (each === item ? { ...each, pay } : each)))}
                onDays={(days) => onItems(items.map((each) => (each === item ? { ...each, days } : each)))}
                onRemove={() => onItems(items.filter((each) => each !== item))}
              />
            );
          })}
        </ul>
      )}
      <MeasureChoice
        id={measureFieldId(personId)}
        options={options}
        chosen={own.map(({ measureCode }) => measureCode)}
        label={`对${name}增加措施`}
        onPick={(measureCode) =>
          onItems([...items, { personId, measureCode, days: null, pay: null, votes: [] }])
        }
      />
    </section>
  );
};

const ChosenMeasure = ({
  record,
  standards,
  subject,
  day,
  item,
  refused,
  onDays,
  onPay,
  onRemove,
}: {
  record: CaseRecord;
  standards: CaseStandards;
  subject: CaseSubject;
  day: string;
  item: DraftItem;
  refused: boolean;
  onDays: (days: number | null) => void;
  onPay: (pay: PayDraft) => void;
  onRemove: () => void;
}): ReactNode => {
  const content = measureOf(standards, item.measureCode);
  const name = nameOfMeasure(standards, item.measureCode);
  const fit = content && fitOf(standards, record, subject, content, day);
  const unlawful = refused || fit?.state === 'unlawful';
  return (
    <li className={unlawful ? 'mz-refused' : ''}>
      <div>
        <strong>{name}</strong>{' '}
        {unlawful ? (
          <StatusTag tone="bad">不合规定</StatusTag>
        ) : (
          fit?.state === 'proposal' && <StatusTag tone="due">须报请</StatusTag>
        )}
        {content && <small>{measureLine(content)}</small>}
        {content?.kind === 'pay' && (
          <PayFields
            rules={standards.rules}
            day={day}
            pay={item.pay}
            about={`${subject.name}${name}`}
            onPay={onPay}
          />
        )}
        {fit?.state === 'proposal' && <small>学校只能提出建议，由{fit.authority}决定。</small>}
      </div>
      {typeof content?.maxDays === 'number' ? (
        <span className="mz-days">
          <InputNumber
            min={1}
            max={content.maxDays}
            precision={0}
            value={item.days}
            aria-label={`${subject.name}${name}的天数`}
            placeholder={`不超过 ${String(content.maxDays)}`}
            onChange={onDays}
          />
          天
        </span>
      ) : (
        <span />
      )}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`去掉${subject.name}的${name}`}
        onClick={onRemove}
      />
    </li>
  );
};
