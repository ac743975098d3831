import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { saveSchoolYearInput } from '../../../../shared/features/organisation/channels.ts';
import { schoolYearLabel, schoolYearOf } from '../../../../shared/features/organisation/grades.ts';
import type { SchoolYearView } from '../../../../shared/features/organisation/views.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { FormRows } from '../../../ui/form/form-rows.tsx';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { PageHeader } from '../../../ui/page/page-header.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

/** The school years, the latest first, each with its terms. */
export const SchoolYears = (): ReactNode => {
  const years = useCall('organisation.schoolYears', {});
  return <Loaded query={years}>{(data) => <YearList years={data.years} />}</Loaded>;
};

const YearList = ({ years }: { years: readonly SchoolYearView[] }): ReactNode => {
  const writes = useCan()('school.write');
  const [open, setOpen] = useState<SchoolYearView | 'new' | null>(null);
  const create = writes && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      新增学年
    </Button>
  );
  const newest = Math.max(...years.map(({ startYear }) => startYear));
  const nextYear = years.length === 0 ? schoolYearOf(dayOfMs(Date.now())) : newest + 1;
  return (
    <>
      <PageHeader
        title="学年学期"
        count={years.length}
        unit="个学年"
        about="考核按学年学期组织，班级的年级也由学年推算。"
        actions={create}
      />
      {years.length === 0 ? (
        <EmptyState title="还没有学年" about="按校历填上本学年两个学期的起止日期。" actions={create} />
      ) : (
        <Table
          className="mz-record-table"
          size="middle"
          pagination={false}
          rowKey={({ id }) => id}
          dataSource={[...years].sort((a, b) => b.startYear - a.startYear)}
          columns={[
            {
              title: '学年',
              width: 260,
              render: (_value, { label, current }) => (
                <>
                  <strong>{label}</strong> {current && <StatusTag tone="active">本学年</StatusTag>}
                </>
              ),
            },
            {
              title: '学期',
              render: (_value, { terms }) =>
                terms.map((term) => (
                  <div key={term.name}>
                    {term.name}：{formatDay(term.startsOn)}至{formatDay(term.endsOn)}
                  </div>
                )),
            },
            ...(writes
              ? [
                  {
                    title: '操作',
                    width: 100,
                    render: (_value: unknown, year: SchoolYearView) => (
                      <Button type="link" size="small" onClick={() => setOpen(year)}>
                        修改
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {open !== null && (
        <YearDialog year={open === 'new' ? null : open} nextYear={nextYear} onClose={() => setOpen(null)} />
      )}
    </>
  );
};

const YearDialog = ({
  year,
  nextYear,
  onClose,
}: {
  year: SchoolYearView | null;
  nextYear: number;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const save = useCommand('organisation.saveSchoolYear');
  const form = useZodForm({
    schema: saveSchoolYearInput,
    initial: year ?? { startYear: nextYear, terms: [{ name: '第一学期' }, { name: '第二学期' }] },
    onSubmit: async (input) => {
      const { label } = await save.mutateAsync(input);
      toast.done(`已保存${label}`);
      onClose();
    },
  });
  return (
    <FormDialog title={year ? year.label : '新增学年'} onClose={onClose}>
      <ZodForm of={form}>
        <Field
          name="startYear"
          label="开始的年份"
          help={`如 ${String(nextYear)} 就是 ${schoolYearLabel(nextYear)}。`}
        >
          <InputNumber min={1990} max={2100} precision={0} suffix="年" style={{ width: 160 }} />
        </Field>
        <FormRows of={form} name="terms" unit="学期" min={1} max={3}>
          {(at) => (
            <>
              <Field name={`${at}name`} label="学期名称">
                <Input />
              </Field>
              <FormRow>
                <Field name={`${at}startsOn`} label="开始日期">
                  <DayInput />
                </Field>
                <Field name={`${at}endsOn`} label="结束日期">
                  <DayInput />
                </Field>
              </FormRow>
            </>
          )}
        </FormRows>
        <FormActions submit={year ? '保存' : '新增学年'} onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
