import { EditOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { frameFields, selfTextFields } from '../../../../shared/features/evaluation/school/channels.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { Pair } from '../feedback/parts/filed.tsx';
import { FilesInput } from '../feedback/parts/files-input.tsx';
import { SheetFiles } from '../scoring/sheet-files.tsx';
import { readFile, targetOf, useSchoolCommand, type PartProps } from './part.ts';

interface Dimension {
  readonly id: string;
  readonly name: string;
}

/** What the subject says of itself, dimension by dimension, between an opening and a conclusion. */
export const TextsPart = ({ view }: PartProps): ReactNode => {
  const [editing, setEditing] = useState<Dimension | 'frame' | null>(null);
  const toast = useToast();
  const remove = useSchoolCommand('evaluation.removeSelfFile');
  const { record, mayWrite } = view;
  const edit = (what: Dimension | 'frame', label: string, filled: boolean): ReactNode =>
    mayWrite && (
      <Button
        size="small"
        icon={<EditOutlined />}
        onClick={() => setEditing(what)}
        aria-label={`${filled ? '修改' : '填写'}${label}`}
      >
        {filled ? '修改' : '填写'}
      </Button>
    );
  return (
    <>
      {!mayWrite && (
        <p className="mz-muted" style={{ marginBottom: 10 }}>
          {view.state === 'draft'
            ? '开始评分以后填写自评。'
            : view.state === 'confirmed'
              ? '结果已经确认，自评内容不再改动。'
              : '自评由组织考核的人填写。'}
        </p>
      )}
      <section className="mz-card mz-school-text">
        <header>
          <h3>基本情况与总体结论</h3>
          {edit('frame', '基本情况与总体结论', record.opening + record.conclusion !== '')}
        </header>
        {record.opening === '' && record.conclusion === '' ? (
          <p className="mz-muted">还没有填写。</p>
        ) : (
          <dl className="mz-record-pairs">
            <Pair label="基本情况">{record.opening}</Pair>
            <Pair label="总体结论">{record.conclusion}</Pair>
          </dl>
        )}
      </section>
      {view.dimensions.map((dimension) => {
        const text = record.texts.find(({ dimensionId }) => dimensionId === dimension.id);
        return (
          <section key={dimension.id} className="mz-card mz-school-text">
            <header>
              <h3>{dimension.name}</h3>
              {edit(dimension, dimension.name, text !== undefined)}
            </header>
            {text ? (
              <>
                <dl className="mz-record-pairs">
                  <Pair label="工作情况">{text.done}</Pair>
                  <Pair label="主要成效">{text.strengths}</Pair>
                  <Pair label="存在问题">{text.problems}</Pair>
                  <Pair label="改进打算">{text.next}</Pair>
                </dl>
                {text.files.length > 0 && (
                  <SheetFiles
                    files={text.files}
                    onRead={readFile(view)}
                    onRemove={
                      mayWrite
                        ? ({ hash }) =>
                            remove.mutate(
                              { ...targetOf(view), dimensionId: dimension.id, hash },
                              { onError: toast.failed },
                            )
                        : undefined
                    }
                  />
                )}
              </>
            ) : (
              <p className="mz-muted">还没有填写。</p>
            )}
          </section>
        );
      })}
      {editing === 'frame' && <FrameForm view={view} onClose={() => setEditing(null)} />}
      {editing !== null && editing !== 'frame' && (
        <TextForm view={view} dimension={editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
};

const FrameForm = ({ view, onClose }: PartProps & { onClose: () => void }): ReactNode => {
  const toast = useToast();
  const save = useSchoolCommand('evaluation.saveSelfFrame');
  const { opening, conclusion } = view.record;
  const form = useZodForm({
    schema: frameFields,
    initial: { opening, conclusion },
    draftKey: `evaluation.selfFrame:${view.cycleId}:${view.subject.id}`,
    onSubmit: async (value) => {
      await save.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已保存');
      onClose();
    },
  });
  return (
    <ActDrawer title="基本情况与总体结论" about="写在自评报告的开头和结尾。" size={760} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="opening" label="基本情况" optional help="办学规模、师资、条件和本年度的主要工作。">
          <Input.TextArea autoFocus autoSize={{ minRows: 6 }} maxLength={8000} />
        </Field>
        <Field name="conclusion" label="总体结论" optional>
          <Input.TextArea autoSize={{ minRows: 5 }} maxLength={8000} />
        </Field>
        <FormActions submit="保存" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const TextForm = ({
  view,
  dimension,
  onClose,
}: PartProps & { dimension: Dimension; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const save = useSchoolCommand('evaluation.saveSelfText');
  const held = view.record.texts.find(({ dimensionId }) => dimensionId === dimension.id);
  const form = useZodForm({
    schema: selfTextFields,
    initial: { ...held, files: [] },
    draftKey: `evaluation.selfText:${view.cycleId}:${view.subject.id}:${dimension.id}`,
    undrafted: ['files'],
    onSubmit: async (value) => {
      await save.mutateAsync({
        ...targetOf(view),
        dimensionId: dimension.id,
        ...value,
        files: [...value.files],
      });
      toast.done(`已保存“${dimension.name}”的自评`);
      onClose();
    },
  });
  return (
    <ActDrawer
      title={`自评：${dimension.name}`}
      about="实事求是，问题写具体；各段原样进入自评报告。"
      size={760}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="done" label="工作情况" optional>
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={5000} />
        </Field>
        <Field name="strengths" label="主要成效" optional>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={3000} />
        </Field>
        <Field name="problems" label="存在问题" optional>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={3000} />
        </Field>
        <Field name="next" label="改进打算" optional>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={3000} />
        </Field>
        <Field name="files" label="佐证材料" optional>
          <FilesInput title="把佐证材料拖到这里" about="加到已有的材料后面。" />
        </Field>
        <FormActions submit="保存" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
