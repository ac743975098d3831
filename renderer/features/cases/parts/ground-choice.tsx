import { Select } from 'antd';
import type { ReactNode } from 'react';
import { inForce, type SchoolRule, type StoredGround } from '../../../../shared/features/standards/schema.ts';
import { citeSchoolRule } from '../../../../shared/features/standards/school-rule.ts';
import { citeOnScreen } from '../../../../shared/law/pack.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';

export interface Cited {
  readonly kind: 'law' | 'school-rule';
  readonly ref: string;
  /** Of a school rule: the clause, or the whole rule when left out. */
  readonly clause?: string | null | undefined;
}

const words = (text: unknown): string => (typeof text === 'string' ? text : '');
const keyOf = ({ kind, ref, clause }: Cited): string =>
  `${kind}:${ref}${clause === null || clause === undefined ? '' : `#${clause}`}`;
const citedOf = (key: string): Cited => {
  if (key.startsWith('law:')) return { kind: 'law', ref: key.slice('law:'.length) };
  const [ref = '', clause] = key.slice('school-rule:'.length).split('#');
  return { kind: 'school-rule', ref, clause: clause ?? null };
};

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
        .flatMap((rule) => {
          const { content } = inForce(rule);
          const whole = { kind: 'school-rule', ref: rule.id } as const;
          return [
            {
              value: keyOf(whole),
              label: citeSchoolRule(content),
              about: content.publishedOn === null ? '本校制度，尚未公布' : '本校制度',
            },
            ...content.clauses.map(({ no, text }) => ({
              value: keyOf({ ...whole, clause: no }),
              label: citeSchoolRule(content, no),
              about: text,
            })),
          ];
        }),
    ]}
    optionRender={({ data }) => (
      <>
        {data.label} <span className="mz-muted">{data['about']}</span>
      </>
    )}
  />
);
