import './data.css';
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { allowedIn, dataAreaLabels } from '../../../../shared/features/evaluation/data/fields.ts';
import type { OfferedField } from '../../../../shared/features/evaluation/data/views.ts';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { FieldForm } from './field-form.tsx';

/** The data that formulas may use: the shipped ones to read, the school's own to add, change and remove. */
export const FieldsDrawer = ({
  kind,
  onClose,
}: {
  readonly kind: SubjectKind | null;
  readonly onClose: () => void;
}): ReactNode => {
  const can = useCan();
  const toast = useToast();
  const offered = useCall('evaluation.dataFields', { kind });
  const [editing, setEditing] = useState<OfferedField | 'new' | null>(null);
  const [sought, setSought] = useState('');
  const remove = useCommand('evaluation.removeDataField', {
    onSuccess: () => toast.done('已删除'),
    onError: toast.failed,
  });
  const mayWrite = can('standards.write');
  if (editing !== null)
    return (
      <ActDrawer
        title={editing === 'new' ? '添加数据字段' : `修改“${editing.field.name}”`}
        about="公式按名称使用这里的数据。名称用起来以后不能再改。"
        onClose={() => setEditing(null)}
      >
        <FieldForm
          held={editing === 'new' ? null : editing}
          kind={kind}
          onDone={() => {
            toast.done(editing === 'new' ? '已添加' : '已保存');
            setEditing(null);
          }}
          onCancel={() => setEditing(null)}
        />
      </ActDrawer>
    );
  return (
    <ActDrawer
      title="数据字段"
      about="公式指标能用的数据：系统自带的和学校自己添加的。"
      size={860}
      onClose={onClose}
    >
      <div className="mz-data-tools">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder="按名称、说明查找"
          aria-label="查找数据字段"
          style={{ width: 240 }}
          onChange={(event) => setSought(event.target.value.trim())}
        />
        {mayWrite && (
          <Button type="primary" onClick={() => setEditing('new')}>
            添加数据字段
          </Button>
        )}
      </div>
      <Loaded query={offered}>
        {({ fields }) => (
          <Table
            size="small"
            rowKey={({ field }) => field.name}
            pagination={{ pageSize: 15, hideOnSinglePage: true }}
            locale={{ emptyText: '没有找到' }}
            dataSource={[
              ...fields.filter(({ own }) => own !== null),
              ...fields.filter(({ own }) => own === null),
            ].filter(({ field }) => `${field.name}${field.about}`.includes(sought))}
            columns={[
              { title: '名称', width: 120, render: (_value, { field }) => field.name },
              { title: '分类', width: 96, render: (_value, { field }) => dataAreaLabels[field.area] },
              { title: '可填', width: 170, render: (_value, { field }) => allowedIn(field) },
              { title: '说明', render: (_value, { field }) => field.about },
              {
                title: '来源',
                width: 132,
                render: (_value, offer) =>
                  offer.own === null ? (
                    <span className="mz-muted">系统自带</span>
                  ) : mayWrite ? (
                    <span className="mz-data-acts">
                      <Button size="small" onClick={() => setEditing(offer)}>
                        修改
                      </Button>
                      <ConfirmButton
                        size="small"
                        danger
                        disabled={offer.usedIn.length > 0}
                        title={`删除“${offer.field.name}”？`}
                        consequence="还没有公式和数据用到它，删除后不再出现。"
                        onConfirm={() => remove.mutateAsync(offer.own ?? { id: '', rev: 1 })}
                      >
                        删除
                      </ConfirmButton>
                    </span>
                  ) : (
                    '本校添加'
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </ActDrawer>
  );
};
