import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { describeMeasure, type Names } from '../../../../shared/features/standards/describe.ts';
import { inForce, type Measure } from '../../../../shared/features/standards/schema.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { EnableButton } from './enable-button.tsx';
import { History } from './history.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { blankMeasure, editMeasureSchema, measureField, newMeasureSchema } from './measure-form.ts';
import { VersionActions } from './version-actions.tsx';

/** A measure of the school's own. */
export const NewMeasureDrawer = ({ onClose }: { onClose: () => void }): ReactNode => {
  const toast = useToast();
  const add = useCommand('standards.addMeasure');
  const form = useZodForm({
    schema: newMeasureSchema,
    initial: { content: blankMeasure },
    draftKey: 'standards.measure',
    pathOf: measureField,
    onSubmit: async ({ content }) => {
      await add.mutateAsync({ content });
      toast.done(`已新增“${content.name}”`);
      onClose();
    },
  });
  return (
    <Drawer open size={720} onClose={onClose} title="新增措施" closable={{ 'aria-label': '关闭' }}>
      <ZodForm of={form}>
        <MeasureFields of={form} fixed={false} />
        <FormActions submit="新增措施" onCancel={onClose} />
      </ZodForm>
    </Drawer>
  );
};

/** One measure: read, corrected with a reason, taken out of use, compared with what it was. */
export const MeasureDrawer = ({
  measure,
  names,
  onClose,
}: {
  measure: Measure;
  names: Names;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editMeasure');
  const enable = useCommand('standards.enableMeasure', { onError: toast.failed });
  const { content } = inForce(measure);
  const { id, rev, enabled } = measure;
  const form = useZodForm({
    schema: editMeasureSchema,
    initial: { content, why: '' },
    draftKey: `standards.measure:${id}`,
    pathOf: measureField,
    onSubmit: async (value) => {
      await edit.mutateAsync({ id, rev, ...value });
      toast.done(`已保存“${value.content.name}”的新版本`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={`措施：${content.name}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!may}>
        <MeasureFields of={form} fixed />
        {may && (
          <VersionActions onCancel={onClose}>
            <EnableButton
              name={`“${content.name}”`}
              enabled={enabled}
              stopped="以后的决定不能再选这项措施；已作出的决定不受影响。"
              started="以后的决定可以选这项措施。"
              onToggle={(next) => enable.mutateAsync({ id, rev, enabled: next })}
            />
          </VersionActions>
        )}
      </ZodForm>
      <History of={measure} describe={(version) => describeMeasure(version, names)} />
    </Drawer>
  );
};
