import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { presentOf } from '../../../../shared/features/cases/meeting.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { isMeeting } from '../../../../shared/law/vocabulary.ts';
import { useCall } from '../../../app/calls.ts';
import { fieldId, valueAt } from '../../../ui/form/field-path.ts';
import { FormBeside } from '../../../ui/form/form-beside.tsx';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { measureOf, nameOfMeasure, type CaseStandards } from './case-standards.ts';
import { DecideDays } from './decide-days.tsx';
import { measureFieldId, Proposals, type ProposalsProps } from './decide-proposals.tsx';
import { DecideResult } from './decide-result.tsx';
import { DecideSide } from './decide-side.tsx';
import {
  asMembers,
  blankRequirement,
  blanksOf,
  competentBodies,
  decideSchema,
  withItems,
  type DraftItem,
  type DraftMember,
} from './decide-values.ts';
import './decide.css';
import './forms.css';
import { GroundChoice } from './ground-choice.tsx';
import { MeetingFields } from './meeting-fields.tsx';
import type { ActFormProps } from './opened.ts';
import { remedyFor, towardsOrdinary } from './remedies.ts';
import { RequirementFields } from './requirement-fields.tsx';
import { useDecideForm } from './use-decide-form.ts';
import { useDecisionCheck } from './use-decision-check.ts';
import { useLastMeeting } from './use-last-meeting.ts';
import { VoteGrid } from './vote-grid.tsx';

const { items: someItems, grounds: someGrounds, body: someBody, meeting: someMeeting } = decideSchema.shape;
const noMembers: readonly DraftMember[] = [];
const someList = z.array(z.unknown());
const someDay = z.string();
const FRESH_MS = 60_000;

/** The fields of a decision at the left, what the law says of them at the right. */
export const DecideBody = ({
  view,
  standards,
  onOpen,
  onClose,
}: ActFormProps & { standards: CaseStandards }): ReactNode => {
  const { record } = view;
  const staff = useCall('organisation.staff', {}, { staleTime: FRESH_MS });
  const today = dayOfMs(Date.now());
  const form = useDecideForm(record, standards, onClose);

  const items = useWatched(form, 'items', someItems, []);
  const grounds = useWatched(form, 'grounds', someGrounds, []);
  const body = useWatched(form, 'body', someBody, 'principal-meeting');
  const meeting = useWatched(form, 'meeting', someMeeting, null);
  const members = meeting?.members ?? noMembers;
  const requirements = useWatched(form, 'requirements', someList, []);
  const decidedOn = useWatched(form, 'decidedOn', someDay, today);
  const collective = isMeeting(body);
  useLastMeeting(form, record, body, members);
  const check = useDecisionCheck(form, record.id);

  const nameOf = (id: string): string => staff.data?.staff.find((one) => one.id === id)?.name ?? '…';
  const titleOf = ({ personId, measureCode }: DraftItem): { person: string; measure: string } => ({
    person: record.subjects.find((subject) => subject.personId === personId)?.name ?? '',
    measure: nameOfMeasure(standards, measureCode),
  });
  const voters = presentOf(asMembers(members)).map(({ person }) => ({
    id: person.id,
    name: nameOf(person.id),
  }));
  const contents = items.flatMap(({ measureCode }) => measureOf(standards, measureCode) ?? []);

  const addRequirement = (): void =>
    fillIn(form, { requirements: [...requirements, blankRequirement(record)] });

  const setItems = (next: DraftItem[]): void =>
    fillIn(form, withItems(standards, record, { items, grounds, body, requirements }, next));
  const changeVotes = (change: (held: readonly DraftItem[]) => DraftItem[]): void => {
    const held = someItems.safeParse(valueAt(form.form.getFieldsValue(true), 'items'));
    if (held.success) fillIn(form, { items: change(held.data) });
  };
  const setMembers = (next: DraftMember[]): void => fillIn(form, { 'meeting.members': next });

  const tallies = check.data?.tallies ?? [];
  const proposal = check.data?.proposal === true;
  const ordinary = record.route === 'light' ? towardsOrdinary({ view, onOpen }) : null;
  return (
    <ZodForm of={form} wide>
      <FormBeside
        label="边填边查"
        side={
          <DecideSide
            record={record}
            standards={standards}
            items={items}
            check={check.data}
            blanks={blanksOf(standards, { items, body, meeting })}
            problem={check.problem}
            remedyOf={(finding) =>
              remedyFor(finding, {
                view,
                standards,
                items,
                grounds,
                members,
                onItems: setItems,
                onGrounds: (next) => fillIn(form, { grounds: next }),
                onMembers: setMembers,
                onBody: (next) => fillIn(form, { body: next }),
                onRequirement: addRequirement,
                onOpen,
                onFocus: (path) => document.getElementById(fieldId(form.name, path))?.focus(),
                onFocusMeasures: (personId) => document.getElementById(measureFieldId(personId))?.focus(),
              })
            }
          />
        }
      >
        <FormSection title="处理意见">
          <Field
            name="items"
            label="对每个人提出的措施"
            help="一个人可以有几项。灰色的不能用于此人，旁边写明原因。"
          >
            <ItemsControl
              record={record}
              standards={standards}
              day={decidedOn}
              items={items}
              findings={check.data?.findings ?? []}
              onItems={setItems}
            />
          </Field>
          {ordinary && (
            <p style={{ marginBottom: 18 }}>
              需要给予处分，或者其他须立案调查的措施？
              <Button size="small" onClick={ordinary.run}>
                {ordinary.label}
              </Button>
            </p>
          )}
          <Field name="grounds" label="依据" help="没有核对过原文的条款，文书上只写法规名称。">
            <GroundChoice grounds={standards.grounds} rules={standards.rules} />
          </Field>
        </FormSection>
        <FormSection title="谁决定">
          <DecideDays
            of={form}
            competent={competentBodies(standards, record, items)}
            collective={collective}
            decidedOn={decidedOn}
            chosen={items.length > 0}
          />
          {collective && (
            <MeetingFields
              record={record}
              members={members}
              nameOf={nameOf}
              quorum={members.length > 0 ? (check.data?.quorum ?? '') : ''}
              onMembers={setMembers}
            />
          )}
        </FormSection>
        {collective && (
          <FormSection title="表决">
            {items.length === 0 || voters.length === 0 ? (
              <p className="mz-muted" style={{ marginBottom: 18 }}>
                提出处理意见、填写参加人员后，在这里逐人逐项记录表决。
              </p>
            ) : (
              <VoteGrid
                members={voters}
                items={items}
                titleOf={titleOf}
                tallies={tallies}
                onVotes={changeVotes}
              />
            )}
            <Field
              name="meeting.opinions"
              label="讨论情况"
              optional
              help="各人的主要意见，写入集体讨论记录。"
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
            </Field>
          </FormSection>
        )}
        <FormSection title={proposal ? '建议' : '决定'}>
          <DecideResult
            items={items}
            tallies={tallies}
            collective={collective}
            proposal={proposal}
            titleOf={titleOf}
          />
          <Field name="reason" label="认定与处理理由" help="为什么这样认定、为什么用这个措施。会印在文书上。">
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={2000} showCount />
          </Field>
          {proposal && (
            <Field name="organ" label="报送机关" help="处分建议（请示）的主送机关。">
              <Input maxLength={60} />
            </Field>
          )}
          {contents.some(({ paper }) => paper === 'circular') && (
            <Field name="addressee" label="通报的主送" optional>
              <Input maxLength={60} />
            </Field>
          )}
        </FormSection>
        <FormSection title="整改事项">
          <RequirementFields
            count={requirements.length}
            onAdd={addRequirement}
            onRemove={(place) => fillIn(form, { requirements: requirements.filter((_, at) => at !== place) })}
          />
        </FormSection>
        <FormActions submit={proposal ? '提出处分建议' : '作出决定'} onCancel={onClose} />
      </FormBeside>
    </ZodForm>
  );
};

/** The proposals as one field of the form, so that what is wrong with them is said there. */
const ItemsControl = ({ id, ...props }: ProposalsProps & { id?: string }): ReactNode => (
  <div {...(id === undefined ? {} : { id })} tabIndex={-1} className="mz-items">
    <Proposals {...props} />
  </div>
);
