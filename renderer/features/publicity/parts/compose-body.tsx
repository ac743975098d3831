import './compose.css';
import './publicity.css';
import { Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { Candidate } from '../../../../shared/features/publicity/channels.ts';
import {
  publicityKindLabels,
  publicityKindSchema,
  scopeSchema,
  type PublicityKind,
} from '../../../../shared/features/publicity/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCan } from '../../../app/session.ts';
import { valueAt } from '../../../ui/form/field-path.ts';
import { FormBeside } from '../../../ui/form/form-beside.tsx';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { CandidateChoice } from './candidate-choice.tsx';
import { ComposeSide } from './compose-side.tsx';
import { BasisInput } from './basis-input.tsx';
import {
  blankItem,
  followed,
  itemOf,
  suggested,
  typedItemsSchema,
  type TypedItem,
} from './compose-values.ts';
import { ExcellentFields } from './excellent-fields.tsx';
import { ItemAdder } from './item-adder.tsx';
import { ItemRows } from './item-rows.tsx';
import { OverallFields, overallTexts, type Overall } from './overall-fields.tsx';
import { remedyFor } from './remedies.ts';
import { ScopeFields } from './scope-fields.tsx';
import { useReading } from './use-reading.ts';

const kindAbouts: Readonly<Record<PublicityKind, string>> = {
  result: '已经送达的处理决定，从案件里选人。',
  overall: '一段时间的件数，不写个人。',
  assessment: '年度考核优秀等次人选，不少于 5 个工作日。',
  honour: '评优评先、表彰。学生须有监护人同意才写姓名。',
  other: '其他需要公示的事项。',
};

const someText = z.string().catch('');
const countedTexts = ({ title, lead }: Readonly<Record<'title' | 'lead', unknown>>) => ({
  title: someText.parse(title),
  lead: someText.parse(lead),
});

/** The form of a publicity at the left, what others will read and what the law says of it at the right. */
export const ComposeBody = ({
  form,
  candidates,
  submit,
  cancelTo,
}: {
  form: ZodFormHandle;
  candidates: readonly Candidate[];
  submit: string;
  cancelTo: string;
}): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const today = dayOfMs(Date.now());
  const kind = useWatched(form, 'kind', publicityKindSchema, 'result');
  const scope = useWatched(form, 'scope', scopeSchema, 'staff');
  const items = useWatched(form, 'items', typedItemsSchema, []);
  const { data: reading, problem } = useReading(form);

  const values = (): unknown => form.form.getFieldsValue(true);
  const ticked = new Set(items.flatMap(({ sanctionId }) => sanctionId ?? []));
  const pickedOf = (list: readonly TypedItem[]): Candidate[] =>
    candidates.filter((one) => list.some(({ sanctionId }) => sanctionId === one.sanctionId));
  const held = (): Parameters<typeof followed>[0] => ({
    title: valueAt(values(), 'title'),
    lead: valueAt(values(), 'lead'),
    basis: valueAt(values(), 'basis'),
    naming: valueAt(values(), 'naming'),
    scope: valueAt(values(), 'scope'),
  });
  /** The lines change, and with them what is still as it was suggested. */
  const setItems = (next: TypedItem[], nextKind: PublicityKind = kind): void =>
    fillIn(form, {
      items: next,
      ...followed(
        held(),
        // Title and lead of counts fit no other kind.
        {
          ...suggested(kind, pickedOf(items), today),
          ...(kind === 'overall' && nextKind !== kind ? countedTexts(held()) : {}),
        },
        suggested(nextKind, pickedOf(next), today),
      ),
    });
  const changeKind = (next: PublicityKind): void => {
    // Lines of decisions belong to results, lines of counts to an overall publicity.
    const fits = ({ sanctionId, name, personKind }: TypedItem): boolean =>
      next === 'overall'
        ? false
        : (next === 'result' || sanctionId === null) && !(personKind === 'other' && name === '');
    setItems(items.filter(fits), next);
  };
  const tick = (candidate: Candidate, on: boolean): void =>
    setItems(
      on
        ? [...items, itemOf(candidate)]
        : items.filter(({ sanctionId }) => sanctionId !== candidate.sanctionId),
    );
  const counted = (overall: Overall): void => {
    const { title, lead, lines } = overallTexts(overall);
    fillIn(form, { title, lead, items: lines.map((text) => blankItem({ personKind: 'other', text })) });
  };
  const addMissing = (found: readonly TypedItem[]): void => {
    const there = new Set(items.flatMap(({ personId }) => personId ?? []));
    setItems([...items, ...found.filter(({ personId }) => personId === null || !there.has(personId))]);
  };

  return (
    <ZodForm of={form} wide>
      <FormBeside
        wide
        label="边填边看"
        side={
          <ComposeSide
            reading={reading}
            problem={problem}
            today={today}
            remedyOf={remedyFor(form, items, setItems)}
          />
        }
      >
        <FormSection title="公示什么">
          <Field name="kind" label="类别" help={kindAbouts[kind]}>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              options={publicityKindSchema.options.map((value) => ({
                value,
                label: publicityKindLabels[value],
              }))}
              onChange={(event) => changeKind(publicityKindSchema.parse(event.target.value))}
            />
          </Field>
          {kind === 'result' && <CandidateChoice candidates={candidates} ticked={ticked} onTick={tick} />}
          {kind === 'overall' && <OverallFields today={today} onCounted={counted} />}
          {kind === 'assessment' && can('evaluation.read') && <ExcellentFields onFound={addMissing} />}
          <ItemRows items={items} kind={kind} onItems={setItems} />
          <ItemAdder kind={kind} onAdd={(added) => setItems([...items, ...added])} />
        </FormSection>
        <FormSection title="标题与说明">
          <Field name="title" label="标题" help="没有写“公示”二字的，程序自动补上。">
            <Input maxLength={60} showCount />
          </Field>
          <Field name="lead" label="公示说明">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Field>
          <Field name="basis" label="依据" help="选了决定的，自动写入决定的依据；没有核对过的条款不写条号。">
            <BasisInput />
          </Field>
        </FormSection>
        <FormSection title="范围与姓名">
          <ScopeFields scope={scope} kind={kind} />
        </FormSection>
        <FormSection title="公示期与异议受理">
          <Field name="workdays" label="公示期（工作日）" help="张贴当天不算，从下一个工作日数起。">
            <InputNumber min={1} max={60} precision={0} style={{ width: 120 }} />
          </Field>
          <FormRow>
            <Field name="contact.department" label="受理部门">
              <Input maxLength={40} />
            </Field>
            <Field name="contact.phone" label="受理电话">
              <Input maxLength={40} />
            </Field>
          </FormRow>
          <Field name="contact.how" label="提出方式" help="下次起草时自动带出。">
            <Input maxLength={200} />
          </Field>
        </FormSection>
        <FormActions submit={submit} onCancel={() => void navigate(cancelTo)} />
      </FormBeside>
    </ZodForm>
  );
};
