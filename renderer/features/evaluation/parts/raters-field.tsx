import { Button, InputNumber, Select, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { freshRater } from '../../../../shared/features/evaluation/fresh.ts';
import type { Rater } from '../../../../shared/features/evaluation/schema.ts';

export interface RaterAccount {
  readonly userId: string;
  readonly staffId: string | null;
  readonly name: string;
}

interface RatersFieldProps {
  readonly raters: readonly Rater[];
  readonly onChange: (raters: Rater[]) => void;
  readonly accounts: readonly RaterAccount[];
  /** The group's name: nameless raters are numbered under it. */
  readonly group: string;
}

const MOST = 500;

/** Accounts are listed with their login names; on papers a rater stands with the name alone. */
const bareName = (name: string): string => name.replace(/[（(][^（）()]*[）)]$/, '');
const asRater = ({ userId, staffId, name }: RaterAccount): Rater =>
  freshRater({ id: crypto.randomUUID(), name: bareName(name), userId, staffId });

/** The raters of a group: accounts that score by themselves, and names whose paper sheets somebody copies in. */
export const RatersField = ({ raters, onChange, accounts, group }: RatersFieldProps): ReactNode => {
  const [count, setCount] = useState<number | null>(null);
  const keyOf = (rater: Rater): string => rater.userId ?? rater.name;
  const take = (keys: readonly string[]): void =>
    onChange(
      keys.flatMap((key): Rater[] => {
        const held = raters.find((rater) => keyOf(rater) === key);
        if (held) return [held];
        const account = accounts.find(({ userId }) => userId === key);
        if (account) return [asRater(account)];
        const name = key.trim();
        if (name === '') return [];
        // Typed in full, a user's name means the user, unless two of them share it or he is there already.
        const called = accounts.filter((one) => bareName(one.name) === name);
        const [user] = called.length === 1 ? called : [];
        if (user && !raters.some(({ userId }) => userId === user.userId)) return [asRater(user)];
        return [freshRater({ id: crypto.randomUUID(), name, userId: null })];
      }),
    );
  const addNameless = (): void => {
    const names = new Set(raters.map(({ name }) => name));
    const added: Rater[] = [];
    for (let number = 1; added.length < (count ?? 0) && raters.length + added.length < MOST; number += 1) {
      const name = `${group.slice(0, 20)}${String(number)}`;
      if (!names.has(name)) added.push(freshRater({ id: crypto.randomUUID(), name, userId: null }));
    }
    onChange([...raters, ...added]);
    setCount(null);
  };
  const paper = raters.filter(({ userId }) => userId === null);

  return (
    <div className="mz-group-wide">
      <span>评分人</span>
      <Select<string[]>
        mode="tags"
        aria-label={`${group}的评分人`}
        placeholder="选择用户，或直接输入姓名后按 Enter"
        value={raters.map(keyOf)}
        maxTagCount={12}
        tokenSeparators={['、', ',', ',', ' ']}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          ...accounts.map(({ userId, name }) => ({ value: userId, label: name })),
          ...paper.map(({ name }) => ({ value: name, label: `${name}（纸质）` })),
        ]}
        onChange={take}
      />
      <Space wrap size={[8, 4]}>
        <span className="mz-muted">
          选用户：由本人登录打分；只写姓名：评纸质表，由考核员录入。不记名的一次添加
        </span>
        <InputNumber
          size="small"
          min={1}
          max={MOST - raters.length}
          precision={0}
          style={{ width: 80 }}
          suffix="名"
          aria-label="不记名评分人的人数"
          value={count}
          onChange={setCount}
        />
        <Button size="small" disabled={count === null} onClick={addNameless}>
          添加
        </Button>
      </Space>
    </div>
  );
};
