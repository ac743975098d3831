import { Checkbox, Drawer, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { whySchema } from '../../../../shared/features/standards/channels.ts';
import { describeMatter, type Names } from '../../../../shared/features/standards/describe.ts';
import {
  inForce,
  matterContentSchema,
  matterFieldLabels,
  matterSubjectLabels,
  type Matter,
  type Measure,
} from '../../../../shared/features/standards/schema.ts';
import { measureKindLabels } from '../../../../shared/law/vocabulary.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm, type ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { optionsOf } from './choices.ts';
import { CheckGroup } from './check-group.tsx';
import { EnableButton } from './enable-button.tsx';
import { GroundPicker } from './ground-picker.tsx';
import { History } from './history.tsx';
import { VersionActions } from './version-actions.tsx';

const addSchema = z.object({ content: matterContentSchema });
const editSchema = addSchema.extend({ why: whySchema });

/** The choice of measures is one field: what the call says of one of them is shown there. */
const matterField = (path: string): string =>
  path.replace(/^content\.(usualMeasures|grounds|subjects)\..*$/, 'content.$1');

/** The measures that may follow for any of the subjects chosen, grouped by what they are. */
const measureOptions = (
  measures: readonly Measure[],
  subjects: readonly unknown[],
): { label: string; options: { value: string; label: string }[] }[] => {
  const fits = ({ targets }: { targets: readonly string[] }): boolean =>
    subjects.length === 0 ||
    targets.some((target) =>
      subjects.includes(target === 'pupil' || target === 'department' ? target : 'staff'),
    );
  return Object.entries(measureKindLabels).flatMap(([kind, label]) => {
    const options = measures
      .map((measure) => ({ measure, content: inForce(measure).content }))
      .filter(({ content }) => content.kind === kind && fits(content))
      .map(({ measure, content }) => ({
        value: measure.id,
        label: content.track === 'managerial' ? `${content.name}（管理人员）` : content.name,
      }));
    return options.length === 0 ? [] : [{ label, options }];
  });
};

const MatterFields = ({ of, measures }: { of: ZodFormHandle; measures: readonly Measure[] }): ReactNode => {
  const subjects: unknown = Form.useWatch(['content', 'subjects'], { form: of.form, preserve: true });
  return (
    <>
      <FormSection title="什么事">
        <Field name="content.name" label="事由名称">
          <Input maxLength={30} />
        </Field>
        <Field name="content.field" label="领域">
          <Select placeholder="请选择" options={optionsOf(matterFieldLabels)} />
        </Field>
        <Field name="content.about" label="表现">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} />
        </Field>
        <Field name="content.subjects" label="涉及对象">
          <CheckGroup labels={matterSubjectLabels} />
        </Field>
        <Field
          name="content.ethics"
          label="师德"
          valueProp="checked"
          optional
          help="师德事项一律听取陈述；公办学校教师的处分由主管教育部门决定。"
        >
          <Checkbox>属于师德事项</Checkbox>
        </Field>
        <Field
          name="content.academic"
          label="学业"
          valueProp="checked"
          optional
          help="学业成绩只提供帮助，不能实施教育惩戒。"
        >
          <Checkbox>属于学业成绩</Checkbox>
        </Field>
      </FormSection>
      <FormSection title="依据与措施">
        <Field name="content.grounds" label="依据" optional>
          <GroundPicker />
        </Field>
        <Field name="content.usualMeasures" label="常用措施" optional help="作决定时排在前面，不限制选择。">
          <Select
            mode="multiple"
            placeholder="输入措施名称查找"
            options={measureOptions(measures, Array.isArray(subjects) ? subjects : [])}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
      </FormSection>
    </>
  );
};

/** A matter of the school's own. */
export const NewMatterDrawer = ({
  measures,
  onClose,
}: {
  measures: readonly Measure[];
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const add = useCommand('standards.addMatter');
  const form = useZodForm({
    schema: addSchema,
    initial: {
      content: { ethics: false, academic: false, subjects: ['staff'], grounds: [], usualMeasures: [] },
    },
    draftKey: 'standards.matter',
    pathOf: matterField,
    onSubmit: async (value) => {
      await add.mutateAsync(value);
      toast.done(`已新增“${value.content.name}”`);
      onClose();
    },
  });
  return (
    <Drawer open size={680} onClose={onClose} title="新增事由" closable={{ 'aria-label': '关闭' }}>
      <ZodForm of={form}>
        <MatterFields of={form} measures={measures} />
        <FormActions submit="新增事由" onCancel={onClose} />
      </ZodForm>
    </Drawer>
  );
};

/** One matter: read, corrected with a reason, taken out of use, compared with what it was. */
export const MatterDrawer = ({
  matter,
  measures,
  names,
  onClose,
}: {
  matter: Matter;
  measures: readonly Measure[];
  names: Names;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editMatter');
  const enable = useCommand('standards.enableMatter', { onError: toast.failed });
  const { content } = inForce(matter);
  const { id, rev, enabled } = matter;
  const form = useZodForm({
    schema: editSchema,
    initial: { content, why: '' },
    draftKey: `standards.matter:${id}`,
    pathOf: matterField,
    onSubmit: async (value) => {
      await edit.mutateAsync({ id, rev, ...value });
      toast.done(`已保存“${value.content.name}”的新版本`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={680}
      onClose={onClose}
      title={`事由：${content.name}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!may}>
        <MatterFields of={form} measures={measures} />
        {may && (
          <VersionActions onCancel={onClose}>
            <EnableButton
              name={`“${content.name}”`}
              enabled={enabled}
              stopped="登记时不能再选；已登记的事项不受影响。"
              started="登记时可以选。"
              onToggle={(next) => enable.mutateAsync({ id, rev, enabled: next })}
            />
          </VersionActions>
        )}
      </ZodForm>
      <History of={matter} describe={(version) => describeMatter(version, names)} />
    </Drawer>
  );
};
