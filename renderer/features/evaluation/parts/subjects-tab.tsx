import './evaluation.css';
import { Button, Drawer, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { subjectKindLabels, type SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { subjectSourceOf, type Subject } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListTools } from '../../../ui/list/list-tools.tsx';
import { RecordTable } from '../../../ui/list/record-table.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { unitOf } from './cycle-state.tsx';

const personColumns: readonly ListColumn<Subject>[] = [
  {
    key: 'name',
    title: '姓名',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 140,
  },
  { key: 'number', title: '编号', text: ({ number }) => number, width: 130 },
  { key: 'department', title: '部门', text: ({ department }) => department || '—', width: 200 },
  { key: 'post', title: '岗位', text: ({ post }) => post || '—', width: 200 },
];

const byDepartment = (subjects: readonly Subject[]): ListFilter<Subject> => ({
  key: 'department',
  label: '部门',
  options: [...new Set(subjects.map(({ department }) => department))]
    .filter((name) => name !== '')
    .map((name) => ({ value: name, label: name })),
  of: ({ department }) => department,
});

/** The school, its departments and classes have a name, and neither post nor number. */
const nameColumns: readonly ListColumn<Subject>[] = personColumns
  .slice(0, 1)
  .map((column) => ({ ...column, title: '名称', width: 320 }));

const isPerson = (kind: SubjectKind): boolean => ['staff', 'pupils'].includes(subjectSourceOf(kind));
const columnsFor = (kind: SubjectKind): readonly ListColumn<Subject>[] =>
  isPerson(kind) ? personColumns : nameColumns;
const hintFor = (kind: SubjectKind): string => (isPerson(kind) ? '姓名、编号、部门' : '名称');
const sortFor = (kind: SubjectKind): string => (isPerson(kind) ? 'number' : 'name');

/** Who is evaluated: everybody of the kind with one button, or chosen one by one. */
export const SubjectsTab = ({ view }: { view: CycleView }): ReactNode => {
  const { cycle } = view;
  const toast = useToast();
  const [choosing, setChoosing] = useState(false);
  const may = view.acts.includes('setSubjects');
  const before = cycle.subjects.map(({ id }) => id);
  const set = useCommand('evaluation.setSubjects', { onError: toast.failed });
  const save = async (subjects: Parameters<typeof set.mutateAsync>[0]['subjects']): Promise<void> => {
    const next = await set.mutateAsync({ id: cycle.id, rev: cycle.rev, subjects });
    toast.done(`考核对象现有 ${String(next.cycle.subjects.length)} ${unitOf(cycle.kind)}`, () =>
      set.mutate({ id: cycle.id, rev: next.cycle.rev, subjects: { by: 'ids', ids: before } }),
    );
  };
  const list = useList({
    name: `evaluation.subjects:${cycle.id}`,
    rows: cycle.subjects,
    columns: columnsFor(cycle.kind),
    filters: [byDepartment(cycle.subjects)],
    sort: { key: sortFor(cycle.kind), descending: false },
  });
  const buttons = may && (
    <Space wrap>
      <Button
        type={cycle.subjects.length === 0 ? 'primary' : 'default'}
        loading={set.isPending}
        onClick={() => void save({ by: 'kind', departmentIds: null }).catch(() => undefined)}
      >
        {cycle.subjects.length === 0 ? `加入全部${subjectKindLabels[cycle.kind]}` : '按现有名册重新加入全部'}
      </Button>
      <Button onClick={() => setChoosing(true)}>逐个选择</Button>
    </Space>
  );
  return (
    <>
      {cycle.subjects.length === 0 ? (
        <EmptyState
          title="还没有考核对象"
          about={`从名册里选要考核的${subjectKindLabels[cycle.kind]}。开始评分以后，名单就固定下来。`}
          actions={buttons}
        />
      ) : (
        <>
          <div className="mz-subject-tools">
            <span>
              共 {cycle.subjects.length} {unitOf(cycle.kind)}
            </span>
            {buttons}
          </div>
          <ListTools of={list} searchHint={hintFor(cycle.kind)} />
          <RecordTable of={list} rowKey={({ id }) => id} label="考核对象" />
        </>
      )}
      <Drawer
        open={choosing}
        onClose={() => setChoosing(false)}
        size={860}
        title={`选择考核对象（${subjectKindLabels[cycle.kind]}）`}
        closable={{ 'aria-label': '关闭' }}
        destroyOnHidden
      >
        <Chooser
          view={view}
          saving={set.isPending}
          onSave={(ids) =>
            void save({ by: 'ids', ids }).then(
              () => setChoosing(false),
              () => undefined,
            )
          }
        />
      </Drawer>
    </>
  );
};

const Chooser = ({
  view,
  saving,
  onSave,
}: {
  view: CycleView;
  saving: boolean;
  onSave: (ids: string[]) => void;
}): ReactNode => {
  const candidates = useCall('evaluation.candidates', { kind: view.cycle.kind });
  return (
    <Loaded query={candidates}>
      {(data) => <Candidates all={data.candidates} view={view} saving={saving} onSave={onSave} />}
    </Loaded>
  );
};

const Candidates = ({
  all,
  view,
  saving,
  onSave,
}: {
  all: readonly Subject[];
  view: CycleView;
  saving: boolean;
  onSave: (ids: string[]) => void;
}): ReactNode => {
  const [ticked, setTicked] = useState<readonly string[]>(view.cycle.subjects.map(({ id }) => id));
  const list = useList({
    name: `evaluation.candidates:${view.cycle.kind}`,
    rows: all,
    columns: columnsFor(view.cycle.kind),
    filters: [byDepartment(all)],
    sort: { key: sortFor(view.cycle.kind), descending: false },
  });
  if (all.length === 0)
    return (
      <EmptyState
        title={`名册里还没有${subjectKindLabels[view.cycle.kind]}`}
        about="请先在“机构与人员”里登记，再回到这里选择。"
      />
    );
  const shown = new Set(list.shown.map(({ id }) => id));
  return (
    <>
      <div className="mz-subject-tools">
        <Button type="primary" loading={saving} onClick={() => onSave([...ticked])}>
          确定这 {ticked.length} {unitOf(view.cycle.kind)}
        </Button>
        <Button onClick={() => setTicked([...new Set([...ticked, ...shown])])}>
          勾选查到的 {shown.size} {unitOf(view.cycle.kind)}
        </Button>
        <Button onClick={() => setTicked(ticked.filter((id) => !shown.has(id)))}>取消查到的</Button>
      </div>
      <ListTools of={list} searchHint={hintFor(view.cycle.kind)} />
      <RecordTable
        of={list}
        rowKey={({ id }) => id}
        label="可选的考核对象"
        selected={ticked}
        onSelect={setTicked}
      />
    </>
  );
};
