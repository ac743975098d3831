import { Drawer, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { inForce, type SeverityMatrix } from '../../../../shared/features/standards/schema.ts';
import {
  lighterThanNeighbours,
  type MatrixCells,
} from '../../../../shared/features/standards/severity-matrix.ts';
import { severityLabels } from '../../../../shared/features/standards/severity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { optionsOf } from './choices.ts';
import { CircumstanceEditor } from './circumstance-editor.tsx';
import { matrixField, matrixFormSchema } from './matrix-form.ts';
import { SeverityTable } from './severity-table.tsx';

const CellsEditor = ({
  value,
  onChange,
  id,
  disabled = false,
}: {
  value?: MatrixCells;
  onChange?: (cells: MatrixCells) => void;
  id?: string;
  disabled?: boolean;
}): ReactNode =>
  value && (
    <div {...(id === undefined ? {} : { id, tabIndex: -1 })}>
      <SeverityTable
        cells={value}
        wrong={lighterThanNeighbours(value)}
        disabled={disabled}
        {...(onChange ? { onChange } : {})}
      />
    </div>
  );

/** Changes the matrix and its circumstances, with a reason, as one new version. */
export const MatrixDrawer = ({
  matrix,
  onClose,
}: {
  matrix: SeverityMatrix;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const edit = useCommand('standards.editSeverity');
  const form = useZodForm({
    schema: matrixFormSchema,
    initial: { content: inForce(matrix).content, why: '' },
    draftKey: 'standards.severity',
    pathOf: matrixField,
    onSubmit: async (value) => {
      await edit.mutateAsync({ id: matrix.id, rev: matrix.rev, ...value });
      toast.done('已保存裁量档次的新版本');
      onClose();
    },
  });
  return (
    <Drawer open size={960} onClose={onClose} title="修改裁量档次" closable={{ 'aria-label': '关闭' }}>
      <ZodForm of={form} wide>
        <FormSection title="裁量表">
          <Field name="content.cells" label="每一种情形的档次" help="情节更重的格子，档次不能比轻的格子低。">
            <CellsEditor />
          </Field>
        </FormSection>
        <FormSection title="情节">
          <FormRow>
            <Field name="content.maxShift" label="所有情节合计最多移动">
              <Radio.Group
                options={[
                  { value: 1, label: '一档' },
                  { value: 2, label: '二档' },
                ]}
              />
            </Field>
            <Field name="content.exemptUpTo" label="可以免予处理的最高档次">
              <Select options={optionsOf(severityLabels)} />
            </Field>
          </FormRow>
          <Field name="content.circumstances" label="从重、从轻、减轻、免予处理的情节" optional>
            <CircumstanceEditor />
          </Field>
        </FormSection>
        <Field name="why" label="修改原因">
          <Input maxLength={200} />
        </Field>
        <FormActions submit="保存为新版本" onCancel={onClose} />
      </ZodForm>
    </Drawer>
  );
};
