import './evaluation.css';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { freshGroup } from '../../../../shared/features/evaluation/fresh.ts';
import type { Dimension } from '../../../../shared/features/evaluation/indicators.ts';
import {
  raterKindLabels,
  raterKindSchema,
  type RaterGroup,
} from '../../../../shared/features/evaluation/schema.ts';
import { spreadRest } from '../../../../shared/features/evaluation/weights.ts';
import { GroupOptions } from '../planning/group-options.tsx';
import { RatersByList } from '../planning/raters-by-list.tsx';
import { HundredthsInput } from './hundredths-input.tsx';
import { RatersField, type RaterAccount } from './raters-field.tsx';
import { WeightSum } from './weight-sum.tsx';

interface GroupsFieldProps {
  readonly value?: readonly RaterGroup[];
  readonly onChange?: (groups: RaterGroup[]) => void;
  readonly id?: string;
  readonly accounts: readonly RaterAccount[];
  /** The dimensions of the version, for groups that rate only some. */
  readonly dimensions: readonly Dimension[];
  /** While scoring runs only raters may be added. */
  readonly locked: boolean;
}

const newId = (): string => crypto.randomUUID();

/** Who rates and how much it counts: groups with weights, raters, and the dimensions they see. */
export const GroupsField = ({
  value = [],
  onChange,
  id,
  accounts,
  dimensions,
  locked,
}: GroupsFieldProps): ReactNode => {
  const set = (place: number, change: Partial<RaterGroup>): void =>
    onChange?.(value.map((group, at) => (at === place ? { ...group, ...change } : group)));
  const weights = value.map(({ weight }) => weight);
  const spread = (): void => {
    const next = spreadRest(
      weights,
      weights.map((weight) => weight === 0),
    );
    onChange?.(value.map((group, at) => ({ ...group, weight: next[at] ?? group.weight })));
  };
  const free = raterKindSchema.options.find((kind) => !value.some((group) => group.kind === kind)) ?? 'panel';

  return (
    <div id={id} tabIndex={-1}>
      {value.map((group, place) => (
        <section key={group.id} className="mz-card mz-group-edit" aria-label={`评分组：${group.name}`}>
          <div className="mz-group-line">
            <label>
              <span>谁来评</span>
              <Select
                style={{ width: 150 }}
                disabled={locked}
                value={group.kind}
                options={raterKindSchema.options.map((kind) => ({
                  value: kind,
                  label: raterKindLabels[kind],
                }))}
                onChange={(kind) =>
                  set(place, {
                    kind,
                    ...(kind === 'self' || kind === 'data'
                      ? { raters: [], anonymous: false, minRaters: 1, trim: null }
                      : { raters: group.raters }),
                    // A name that nobody chose follows the kind.
                    ...(group.name === raterKindLabels[group.kind] ? { name: raterKindLabels[kind] } : {}),
                  })
                }
              />
            </label>
            <label>
              <span>评分组名称</span>
              <Input
                style={{ width: 170 }}
                disabled={locked}
                value={group.name}
                maxLength={30}
                onChange={(event) => set(place, { name: event.target.value })}
              />
            </label>
            <label>
              <span>权重</span>
              <HundredthsInput
                value={group.weight}
                suffix="%"
                disabled={locked}
                label={`${group.name}的权重`}
                onChange={(weight) => set(place, { weight })}
              />
            </label>
            {!locked && (
              <Button
                className="mz-group-remove"
                type="text"
                icon={<DeleteOutlined />}
                onClick={() => onChange?.(value.filter((_, at) => at !== place))}
              >
                删除
              </Button>
            )}
          </div>
          {dimensions.length > 1 && (
            <label className="mz-group-wide">
              <span>评哪些维度</span>
              <Select
                mode="multiple"
                disabled={locked}
                placeholder="全部维度"
                allowClear
                value={group.dimensionIds ?? []}
                options={dimensions.map((dimension) => ({ value: dimension.id, label: dimension.name }))}
                onChange={(ids) => set(place, { dimensionIds: ids.length === 0 ? null : ids })}
              />
            </label>
          )}
          {group.kind === 'self' || group.kind === 'data' ? (
            <p className="mz-muted mz-group-wide">
              {group.kind === 'self'
                ? '每位考核对象给自己评分，不必另列评分人。'
                : '由数据按公式计算，没有评分人。请选全由数据计算的维度。'}
            </p>
          ) : (
            <>
              <RatersField
                raters={group.raters}
                accounts={accounts}
                group={group.name}
                onChange={(raters) => set(place, { raters })}
              />
              <div className="mz-group-wide">
                <RatersByList
                  kind={group.kind}
                  raters={group.raters}
                  accountOf={(staffId) => accounts.find((one) => one.staffId === staffId)?.userId ?? null}
                  onChange={(raters) => set(place, { raters })}
                />
              </div>
              <GroupOptions group={group} locked={locked} onChange={(change) => set(place, change)} />
            </>
          )}
        </section>
      ))}
      <div className="mz-group-line">
        {!locked && (
          <Button
            type="dashed"
            icon={<PlusOutlined />}
            disabled={value.length >= 12}
            onClick={() => onChange?.([...value, freshGroup(newId(), free, value.length === 0 ? 10_000 : 0)])}
          >
            添加评分组
          </Button>
        )}
        {value.length > 0 && (
          <WeightSum of="各评分组权重" weights={weights} onSpread={locked ? undefined : spread} />
        )}
      </div>
    </div>
  );
};
