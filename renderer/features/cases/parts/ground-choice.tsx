import { Select } from 'antd';
import type { ReactNode } from 'react';
import { inForce, type SchoolRule, type StoredGround } from '../../../../shared/features/standards/schema.ts';
import { citeOnScreen } from '../../../../shared/law/pack.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';

export interface Cited {
  readonly kind: 'law' | 'school-rule';
  readonly ref: string;
}

const words = (text: unknown): string => (typeof text === 'string' ? text : '');
const keyOf = ({ kind, ref }: Cited): string => `${kind}:${ref}`;
const citedOf = (key: string): Cited =>
  key.startsWith('law:')
    ? { kind: 'law', ref: key.slice('law:'.length) }
    : { kind: 'school-rule', ref: key.slice('school-rule:'.length) };

/** Articles and school rules on which a decision rests. */
export const GroundChoice = ({
  grounds,
  rules,
  value = [],
  onChange,
  id,
}: {
  grounds: readonly StoredGround[];
  rules: readonly SchoolRule[];
  value?: readonly Cited[];
  onChange?: (cited: Cited[]) => void;
  id?: string;
}): ReactNode => (
  <Select<string[]>
    mode="multiple"
    {...(id === undefined ? {} : { id })}
    placeholder="输入法规名、条号或要旨查找"
    value={value.map(keyOf)}
    onChange={(keys) => onChange?.(keys.map(citedOf))}
    showSearch={{
      filterOption: (typed, option) => fitsSearch([words(option?.label), words(option?.['about'])], typed),
    }}
    options={[
      ...grounds
        .filter(({ enabled }) => enabled)
        .map((ground) => {
          const { content } = inForce(ground);
          return {
            value: keyOf({ kind: 'law', ref: ground.id }),
            label: citeOnScreen(content),
            about: content.paraphrase,
          };
        }),
      ...rules
        .filter(({ enabled }) => enabled)
        .map((rule) => {
          const { content } = inForce(rule);
          return {
            value: keyOf({ kind: 'school-rule', ref: rule.id }),
            label: `《${content.title}》`,
            about: content.publishedOn === null ? '本校制度，尚未公布' : '本校制度',
          };
        }),
    ]}
    optionRender={({ data }) => (
      <>
        {data.label} <span className="mz-muted">{data['about']}</span>
      </>
    )}
  />
);
