import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { rhythmLabels, rhythmSchema, type DutyItem } from '../../../../shared/features/duties/schema.ts';
import './duties.css';

export const blankItem: DutyItem = { text: '', standard: '', ground: '', rhythm: 'none', sole: false };

const MOST = 60;

/** The duties of a list, a line each, in their order. */
export const ItemsTable = ({
  value = [],
  onChange,
  id,
}: {
  readonly value?: readonly DutyItem[];
  readonly onChange?: (items: DutyItem[]) => void;
  readonly id?: string;
}): ReactNode => {
  const change = (at: number, next: Partial<DutyItem>): void =>
    onChange?.(value.map((one, place) => (place === at ? { ...one, ...next } : one)));
  const move = (at: number, to: number): void => {
    const moved = value[at];
    if (!moved || to < 0 || to >= value.length) return;
    const rest = value.filter((_one, place) => place !== at);
    onChange?.([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1}>
      <table className="mz-duty-items">
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col" className="mz-duty-wide">
              职责
            </th>
            <th scope="col">要求</th>
            <th scope="col">检查</th>
            <th scope="col">一人负责</th>
            <th scope="col">依据</th>
            <th scope="col">
              <span className="mz-visually-hidden">顺序和删除</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {value.map((item, at) => {
            const place = `第 ${String(at + 1)} 项`;
            return (
              <tr key={at}>
                <td>{at + 1}</td>
                <td>
                  <Input.TextArea
                    value={item.text}
                    autoSize={{ minRows: 1, maxRows: 5 }}
                    maxLength={300}
                    aria-label={`${place}职责`}
                    onChange={({ target }) => change(at, { text: target.value })}
                  />
                </td>
                <td>
                  <Input.TextArea
                    value={item.standard}
                    autoSize={{ minRows: 1, maxRows: 5 }}
                    maxLength={200}
                    aria-label={`${place}的要求`}
                    onChange={({ target }) => change(at, { standard: target.value })}
                  />
                </td>
                <td>
                  <Select
                    value={item.rhythm}
                    aria-label={`${place}的检查周期`}
                    style={{ width: 96 }}
                    options={rhythmSchema.options.map((each) => ({ value: each, label: rhythmLabels[each] }))}
                    onChange={(rhythm) => change(at, { rhythm })}
                  />
                </td>
                <td className="mz-duty-sole">
                  <Checkbox
                    checked={item.sole}
                    aria-label={`${place}由一人负责`}
                    onChange={({ target }) => change(at, { sole: target.checked })}
                  />
                </td>
                <td>
                  <Input
                    value={item.ground}
                    maxLength={100}
                    aria-label={`${place}的依据`}
                    onChange={({ target }) => change(at, { ground: target.value })}
                  />
                </td>
                <td className="mz-duty-acts">
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined />}
                    disabled={at === 0}
                    aria-label={`${place}上移`}
                    onClick={() => move(at, at - 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDownOutlined />}
                    disabled={at === value.length - 1}
                    aria-label={`${place}下移`}
                    onClick={() => move(at, at + 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={`去掉${place}`}
                    onClick={() => onChange?.(value.filter((_one, other) => other !== at))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button
        icon={<PlusOutlined />}
        disabled={value.length >= MOST}
        onClick={() => onChange?.([...value, blankItem])}
      >
        增加一项
      </Button>
    </div>
  );
};
