import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  effectLabels,
  paperFormLabels,
  requirementLabels,
} from '../../../../shared/features/standards/measure.ts';
import { severityLabels } from '../../../../shared/features/standards/severity.ts';
import {
  decidingBodyLabels,
  measureKindLabels,
  measureTargetLabels,
  pupilBandLabels,
  pupilFormLabels,
  pupilLevelLabels,
  sanctionKindLabels,
  staffTrackLabels,
} from '../../../../shared/law/vocabulary.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { Field, FormRow, FormSection } from '../../../ui/form/zod-form.tsx';
import { optionsOf } from './choices.ts';
import { CheckGroup } from './check-group.tsx';
import { FlagGroup } from './flag-group.tsx';
import { GroundPicker } from './ground-picker.tsx';

const PupilFields = (): ReactNode => (
  <>
    <FormRow>
      <Field name="content.pupil.level" label="惩戒程度" optional help="补救帮助和报告有关部门的，不用选。">
        <Select allowClear placeholder="不属于惩戒" options={optionsOf(pupilLevelLabels)} />
      </Field>
      <Field name="content.pupil.form" label="惩戒形式" optional>
        <Select options={optionsOf(pupilFormLabels)} placeholder="选了程度以后选择" />
      </Field>
    </FormRow>
    <Field name="content.pupil.bands" label="适用学段" optional>
      <CheckGroup labels={pupilBandLabels} />
    </Field>
  </>
);

const WhomFields = ({ of, fixed }: { of: ZodFormHandle; fixed: boolean }): ReactNode => {
  const kind: unknown = Form.useWatch(['content', 'kind'], { form: of.form, preserve: true });
  const targets: unknown = Form.useWatch(['content', 'targets'], { form: of.form, preserve: true });
  return (
    <FormSection title="是什么，对谁">
      <Field name="content.name" label="措施名称">
        <Input maxLength={30} />
      </Field>
      <Field
        name="content.kind"
        label="性质"
        {...(fixed ? { help: '性质决定适用的法规，不能更改；需要另一种性质的，请新增措施。' } : {})}
      >
        <Select disabled={fixed} placeholder="请选择" options={optionsOf(measureKindLabels)} />
      </Field>
      <Field name="content.about" label="说明">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
      <Field name="content.targets" label="适用对象">
        <CheckGroup labels={measureTargetLabels} />
      </Field>
      <Field name="content.track" label="人员类别" help="校长、副校长、中层等管理岗位属于从事管理的人员。">
        <Radio.Group options={optionsOf(staffTrackLabels)} />
      </Field>
      {kind === 'sanction' && (
        <Field name="content.sanction" label="处分种类">
          <Select placeholder="请选择" options={optionsOf(sanctionKindLabels)} />
        </Field>
      )}
      {Array.isArray(targets) && targets.includes('pupil') && <PupilFields />}
    </FormSection>
  );
};

/** Every field of a measure. `fixed`: its kind may no longer be changed. */
export const MeasureFields = ({ of, fixed }: { of: ZodFormHandle; fixed: boolean }): ReactNode => (
  <>
    <WhomFields of={of} fixed={fixed} />
    <FormSection title="谁决定，凭什么，经过什么">
      <Field name="content.decidedBy" label="决定机构">
        <CheckGroup labels={decidingBodyLabels} />
      </Field>
      <Field name="content.grounds" label="依据" optional>
        <GroundPicker />
      </Field>
      <Field name="content.requires" label="程序" optional>
        <FlagGroup labels={requirementLabels} />
      </Field>
      <Field name="content.severity" label="常用档次" optional>
        <CheckGroup labels={severityLabels} />
      </Field>
    </FormSection>
    <FormSection title="文书与影响">
      <FormRow>
        <Field name="content.paper" label="文书" optional>
          <Select allowClear placeholder="不出文书" options={optionsOf(paperFormLabels)} />
        </Field>
        <Field
          name="content.numberSuffix"
          label="文号类别"
          optional
          help="写在学校代字后面，如“责改”；通报不写。"
        >
          <Input maxLength={4} />
        </Field>
      </FormRow>
      <FormRow>
        <Field name="content.periodMonths" label="期间（月）" optional help="一次完成的措施不填。">
          <InputNumber min={1} max={48} precision={0} style={{ width: '100%' }} />
        </Field>
        <Field name="content.maxDays" label="最多天数" optional help="按天计算的措施才填，停课不超过 7 天。">
          <InputNumber min={1} max={180} precision={0} style={{ width: '100%' }} />
        </Field>
      </FormRow>
      <Field name="content.effect" label="影响" optional>
        <FlagGroup labels={effectLabels} />
      </Field>
      <Field
        name="content.effect.ungradedYears"
        label="考核不定档次"
        help="只写评语、不确定档次的年度考核次数，从当年算起。"
      >
        <Radio.Group
          options={[
            { value: 0, label: '不影响' },
            { value: 1, label: '当年' },
            { value: 2, label: '当年和第二年' },
          ]}
        />
      </Field>
      <Field name="content.effects" label="影响说明" optional help="作决定时显示，也印在文书上。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
    </FormSection>
  </>
);
