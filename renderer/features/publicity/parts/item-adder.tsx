import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SubjectKind } from '../../../../shared/features/cases/people.ts';
import type { PublicityKind } from '../../../../shared/features/publicity/schema.ts';
import { useCall } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { SubjectsPicker, type Chosen } from '../../cases/parts/roster-picker.tsx';
import { blankItem, type TypedItem } from './compose-values.ts';

const FRESH_MS = 60_000;

const named: readonly SubjectKind[] = ['staff', 'department'];
const withPupils: readonly SubjectKind[] = ['staff', 'pupil', 'department'];

/** Lines that stand on no decision: people of the roster, each at a time, or a blank one to be typed. */
export const ItemAdder = ({
  kind,
  onAdd,
}: {
  kind: PublicityKind;
  onAdd: (items: TypedItem[]) => void;
}): ReactNode => {
  const seesPupils = useCan()('pupils.read');
  const staff = useCall('organisation.staff', {}, { staleTime: FRESH_MS });
  const departments = useCall('organisation.departments', {}, { staleTime: FRESH_MS });
  const pupils = useCall(
    'organisation.pupils',
    {},
    { staleTime: FRESH_MS, enabled: seesPupils && kind === 'honour' },
  );
  // The field is emptied after each choice by making it anew.
  const [round, setRound] = useState(0);
  const nameOf = ({ kind: of, id }: Chosen): string | undefined => {
    if (of === 'staff') return staff.data?.staff.find((one) => one.id === id)?.name;
    if (of === 'pupil') return pupils.data?.pupils.find((one) => one.id === id)?.name;
    return departments.data?.departments.find((one) => one.id === id)?.name;
  };
  const add = (chosen: readonly Chosen[]): void => {
    const items = chosen.flatMap((one) => {
      const name = nameOf(one);
      return name === undefined ? [] : [blankItem({ personKind: one.kind, personId: one.id, name })];
    });
    if (items.length === 0) return;
    onAdd(items);
    setRound(round + 1);
  };
  return (
    <div className="mz-item-adder">
      {kind !== 'overall' && (
        <SubjectsPicker
          key={round}
          aria-label="从名册添加"
          placeholder="从名册添加：姓名、拼音首字母、工号或部门"
          kinds={kind === 'honour' ? withPupils : named}
          onChange={add}
        />
      )}
      <Button
        icon={<PlusOutlined />}
        onClick={() => onAdd([blankItem({ personKind: kind === 'overall' ? 'other' : 'staff' })])}
      >
        {kind === 'overall' ? '增加一行' : '手工增加一项'}
      </Button>
    </div>
  );
};
