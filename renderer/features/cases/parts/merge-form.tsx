import { Input, Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { isOpenTo } from '../../../../shared/features/cases/workflow.ts';
import { stateLabels } from '../../../../shared/features/cases/states.ts';
import type { CaseRow } from '../../../../shared/features/cases/list.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { call } from '../../../api.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import { useCases } from '../queries.ts';
import type { ActFormProps } from './opened.ts';

const schema = z.object({
  intoId: z.string({ error: '请选择并入哪一件事项' }).min(1, '请选择并入哪一件事项'),
  reason: textSchema('并案理由', 300),
});

/** Those that this case may go into: of the same route, before their decision; cases of the same people first. */
const candidates = (rows: readonly CaseRow[], ownId: string, people: ReadonlySet<string>): CaseRow[] => {
  const own = rows.find(({ id }) => id === ownId);
  const shared = ({ people: names }: CaseRow): number => names.filter((name) => people.has(name)).length;
  return rows
    .filter((row) => row.id !== ownId && row.route === own?.route && isOpenTo(row, 'absorb'))
    .toSorted((a, b) => shared(b) - shared(a));
};

/** 并案: people, evidence and records of this case go into another one, which goes on. */
export const MergeForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const merge = useCaseCommand('cases.merge');
  const cases = useCases();
  const rows = useMemo(
    () => candidates(cases.data?.cases ?? [], record.id, new Set(record.subjects.map(({ name }) => name))),
    [cases.data, record],
  );
  const form = useZodForm({
    schema,
    draftKey: `cases.merge:${record.id}`,
    pathOf: (path) => (path === 'into' || path.startsWith('into.') ? 'intoId' : path),
    onSubmit: async ({ intoId, reason }) => {
      // Read now: the other case is taken as it stands at this moment.
      const into = await call('cases.read', { id: intoId });
      const { record: after } = await merge.mutateAsync({
        id: record.id,
        rev: record.rev,
        into: { id: intoId, rev: into.record.rev },
        reason,
      });
      toast.done(`已并入 ${after.number}`);
      onClose();
      void navigate(`/cases/${after.id}`);
    },
  });
  return (
    <ActDrawer
      title="并案"
      about={`${record.number}并入另一件事项后不再单独办理，案号保留；当事人、证据、笔录转入那一件，由那一件从核实（调查）接着办。`}
      onClose={onClose}
      size={640}
    >
      <ZodForm of={form}>
        <Field
          name="intoId"
          label="并入哪一件事项"
          help={
            cases.data && rows.length === 0
              ? '没有办理方式相同、还没有作出决定的其他事项。'
              : '只列出办理方式相同、还没有作出决定的事项；当事人相同的排在前面。'
          }
        >
          <Select
            loading={!cases.data}
            placeholder="输入案号、当事人、事由或拼音首字母"
            options={rows.map((row) => ({
              value: row.id,
              label: `${row.number} ${row.people.join('、')}：${row.matter}（${stateLabels[row.state]}）`,
              search: [row.number, row.matter, row.summary, ...row.people],
            }))}
            showSearch={{
              filterOption: (typed, option) => fitsSearch(option?.search ?? [], typed),
            }}
            notFoundContent="没有找到。"
          />
        </Field>
        <Field name="reason" label="并案理由">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="并案" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
