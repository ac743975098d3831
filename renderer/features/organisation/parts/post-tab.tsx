import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { savePostInput } from '../../../../shared/features/organisation/channels.ts';
import { postKindLabels, postKindSchema } from '../../../../shared/features/organisation/schema.ts';
import type { PostView } from '../../../../shared/features/organisation/views.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListPage } from '../../../ui/list/list-page.tsx';
import { useList } from '../../../ui/list/use-list.ts';

/** From the head of the school down, as schools list them. */
const rank = ({ kind }: PostView): number => postKindSchema.options.indexOf(kind);

const columns: readonly ListColumn<PostView>[] = [
  {
    key: 'name',
    title: '岗位',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 220,
  },
  {
    key: 'kind',
    title: '类别',
    text: ({ kind }) => postKindLabels[kind],
    compare: (a, b) => rank(a) - rank(b),
    width: 130,
  },
  {
    key: 'managerial',
    title: '从事管理',
    text: ({ managerial }) => (managerial ? '是' : '否'),
    searched: false,
    width: 110,
  },
  {
    key: 'holders',
    title: '现任',
    text: ({ holders }) => `${String(holders)} 人`,
    compare: (a, b) => a.holders - b.holders,
    searched: false,
    width: 110,
  },
];

const filters: readonly ListFilter<PostView>[] = [
  {
    key: 'kind',
    label: '类别',
    options: postKindSchema.options.map((value) => ({ value, label: postKindLabels[value] })),
    of: ({ kind }) => kind,
  },
];

/** The school's list of posts. */
export const PostTab = (): ReactNode => {
  const posts = useCall('organisation.posts', {});
  return <Loaded query={posts}>{(data) => <PostList posts={data.posts} />}</Loaded>;
};

const PostList = ({ posts }: { posts: readonly PostView[] }): ReactNode => {
  const writes = useCan()('organisation.write');
  const [open, setOpen] = useState<PostView | 'new' | null>(null);
  const list = useList({
    name: 'organisation.posts',
    rows: posts,
    columns,
    filters,
    sort: { key: 'kind', descending: false },
  });
  const create = writes && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      新增岗位
    </Button>
  );
  return (
    <>
      <ListPage
        of={list}
        title="岗位"
        unit="个"
        actions={create}
        searchHint="岗位名称、拼音首字母、类别"
        rowKey={({ id }) => id}
        {...(writes ? { onOpen: setOpen } : {})}
        empty={
          <EmptyState
            title="还没有岗位"
            about="一个一个新增，或导入教职工名册时由表中的岗位一并建立。"
            actions={create}
          />
        }
      />
      {open !== null && <PostDialog post={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
};

const PostDialog = ({ post, onClose }: { post: PostView | null; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const save = useCommand('organisation.savePost');
  const form = useZodForm({
    schema: savePostInput,
    initial: post ?? { managerial: false },
    onSubmit: async (input) => {
      await save.mutateAsync(input);
      toast.done(post ? `已保存${input.name}` : `已新增${input.name}`);
      onClose();
    },
  });
  return (
    <FormDialog title={post ? `岗位：${post.name}` : '新增岗位'} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="name" label="岗位名称">
          <Input autoFocus autoComplete="off" placeholder="如 语文教师" />
        </Field>
        <Field name="kind" label="类别" help="考核时按类别选用指标体系。">
          <Select
            placeholder="请选择"
            options={postKindSchema.options.map((value) => ({ value, label: postKindLabels[value] }))}
          />
        </Field>
        <Field
          name="managerial"
          label="从事管理"
          help="担任这个岗位的人算“从事管理的人员”，处分的种类有所不同（《事业单位工作人员处分规定》）。"
          valueProp="checked"
          optional
        >
          <Checkbox>是</Checkbox>
        </Field>
        <FormActions submit={post ? '保存' : '新增岗位'} onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
