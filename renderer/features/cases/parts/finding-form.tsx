import { Button, Input, Radio } from 'antd';
import { DeleteOutlined } from '@ant-design/icons';
import { useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import {
  findingSchema,
  responsibilityLabels,
  responsibilitySchema,
} from '../../../../shared/features/cases/investigation.ts';
import { findingInput } from '../../../../shared/features/cases/investigation-inputs.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { proposeBand } from '../../../../shared/features/standards/propose-band.ts';
import { gravitySchema } from '../../../../shared/features/standards/severity.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import { nameOfMeasure, useCaseStandards, type CaseStandards } from './case-standards.ts';
import { CircumstanceChoice } from './circumstance-choice.tsx';
import './forms.css';
import { GravityFields } from './gravity-fields.tsx';
import { MeasureChoice, useMeasureOptions, type MeasureOption } from './measure-choice.tsx';
import type { ActFormProps } from './opened.ts';
import { PersonTabs } from './person-tabs.tsx';

const schema = findingInput.omit({ id: true, rev: true });
const someCircumstances = findingSchema.shape.circumstances;
const someResponsibility = responsibilitySchema;
const someGravity = gravitySchema.nullable();

/** 认定责任, person by person; `target` is the person to begin with. */
export const FindingForm = (props: ActFormProps & { target?: string }): ReactNode => {
  const { record } = props.view;
  const standards = useCaseStandards(record);
  const isFound = (personId: string): boolean =>
    record.investigation.findings.some((finding) => finding.personId === personId);
  const first =
    record.subjects.find(({ personId }) => personId === props.target) ??
    record.subjects.find(({ personId }) => !isFound(personId)) ??
    record.subjects[0];
  const [chosen, setChosen] = useState(first?.personId ?? '');
  const subject = record.subjects.find(({ personId }) => personId === chosen);
  return (
    <ActDrawer
      title="认定责任"
      about="对每一名当事人分别认定：负什么责任、什么事实、轻重和情节，建议怎样处理。提交报告前都可以改。"
      onClose={props.onClose}
      size={860}
    >
      <PersonTabs
        people={record.subjects.map(({ personId, name }) => ({
          id: personId,
          name,
          done: isFound(personId) ? '已认定' : null,
        }))}
        value={chosen}
        onChange={setChosen}
      />
      {subject && (
        <Loaded query={standards}>
          {(known) => (
            <OneFinding
              key={subject.personId}
              {...props}
              standards={known}
              subject={subject}
              onSaved={() => {
                const next = record.subjects.find(
                  ({ personId }) => personId !== subject.personId && !isFound(personId),
                );
                if (next) setChosen(next.personId);
                else props.onClose();
              }}
            />
          )}
        </Loaded>
      )}
    </ActDrawer>
  );
};

const OneFinding = ({
  view: { record },
  standards,
  subject,
  onSaved,
  onClose,
}: ActFormProps & {
  standards: CaseStandards;
  subject: CaseSubject;
  onSaved: () => void;
}): ReactNode => {
  const toast = useToast();
  const save = useCaseCommand('cases.recordFinding');
  const { personId, name, kind } = subject;
  const former = record.investigation.findings.find((finding) => finding.personId === personId);
  const form = useZodForm({
    schema,
    initial: {
      finding: former ?? {
        personId,
        facts: record.facts,
        ...(record.gravity ? { gravity: record.gravity } : {}),
        circumstances: [],
        measureCodes: [],
        opinion: '',
      },
    },
    draftKey: `cases.finding:${record.id}:${personId}`,
    onSubmit: async ({ finding }) => {
      await save.mutateAsync({ id: record.id, rev: record.rev, finding: { ...finding, personId } });
      toast.done(`已记录对${name}的认定`);
      onSaved();
    },
  });
  const circumstances = useWatched(form, 'finding.circumstances', someCircumstances, []);
  const responsibility = useWatched(form, 'finding.responsibility', someResponsibility, 'direct');
  const gravity = useWatched(form, 'finding.gravity', someGravity, null);
  const codes = useMemo(() => circumstances.map(({ code }) => code), [circumstances]);
  const band = gravity && proposeBand(standards.matrix, gravity, codes).band;
  const options = useMeasureOptions(standards, record, subject, dayOfMs(Date.now()), band);
  return (
    <ZodForm of={form} wide>
      <Field name="finding.responsibility" label="责任">
        <Radio.Group
          options={responsibilitySchema.options.map((value) => ({
            value,
            label: responsibilityLabels[value],
          }))}
        />
      </Field>
      <Field name="finding.facts" label={`认定${name}的事实`} help="只写有证据证明、由此人负责的事实。">
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={3000} showCount />
      </Field>
      <FormSection title="轻重">
        <GravityFields of={form} at="finding.gravity" matrix={standards.matrix} circumstances={codes}>
          {kind !== 'department' && (
            <Field name="finding.circumstances" label="从重、从轻、减轻、免予处理的情节" optional>
              <CircumstanceChoice
                circumstances={standards.matrix.circumstances.filter(({ subjects }) =>
                  subjects.includes(kind),
                )}
              />
            </Field>
          )}
        </GravityFields>
      </FormSection>
      <FormSection title="处理建议">
        <Field
          name="finding.measureCodes"
          label="建议的措施"
          optional={responsibility === 'none'}
          help="灰色的不能用于此人，旁边写明原因。告知本人和作出决定时从这里带过去。"
        >
          <MeasureCodes standards={standards} options={options} name={name} />
        </Field>
        <Field name="finding.opinion" label="建议的理由" optional>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Field>
      </FormSection>
      <FormActions submit={`保存对${name}的认定`} onCancel={onClose} />
    </ZodForm>
  );
};

const someCodes = z.array(z.string());

const MeasureCodes = ({
  standards,
  options,
  name,
  value,
  onChange,
  id,
}: {
  standards: CaseStandards;
  options: readonly MeasureOption[];
  name: string;
  value?: unknown;
  onChange?: (codes: string[]) => void;
  id?: string;
}): ReactNode => {
  const parsed = someCodes.safeParse(value);
  const chosen = parsed.success ? parsed.data : [];
  return (
    <>
      {chosen.length > 0 && (
        <ul className="mz-chosen-measures">
          {chosen.map((code) => (
            <li key={code}>
              <strong>{nameOfMeasure(standards, code)}</strong>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`去掉${nameOfMeasure(standards, code)}`}
                onClick={() => onChange?.(chosen.filter((each) => each !== code))}
              />
            </li>
          ))}
        </ul>
      )}
      <MeasureChoice
        {...(id === undefined ? {} : { id })}
        options={options}
        chosen={chosen}
        label={`对${name}建议的措施`}
        onPick={(code) => onChange?.([...chosen, code])}
      />
    </>
  );
};
