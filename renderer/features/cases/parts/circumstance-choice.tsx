import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import {
  circumstanceEffectLabels,
  circumstanceEffectSchema,
  type Circumstance,
} from '../../../../shared/features/standards/severity-matrix.ts';
import './severity.css';

export interface FoundCircumstance {
  readonly code: string;
  readonly note: string;
}

/** 从重、从轻、减轻、免予 of the school's 裁量表: what was found is ticked, with how it was found. */
export const CircumstanceChoice = ({
  circumstances,
  value = [],
  onChange,
  id,
}: {
  circumstances: readonly Circumstance[];
  value?: readonly FoundCircumstance[];
  onChange?: (found: FoundCircumstance[]) => void;
  id?: string;
}): ReactNode => {
  const toggle = (code: string, on: boolean): void =>
    onChange?.(on ? [...value, { code, note: '' }] : value.filter((one) => one.code !== code));
  const note = (code: string, text: string): void =>
    onChange?.(value.map((one) => (one.code === code ? { ...one, note: text } : one)));
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1} className="mz-circumstance-choice">
      {circumstanceEffectSchema.options.map((effect) => {
        const among = circumstances.filter((one) => one.effect === effect);
        if (among.length === 0) return null;
        return (
          <section key={effect} aria-label={circumstanceEffectLabels[effect]}>
            <h4>{circumstanceEffectLabels[effect]}</h4>
            <ul>
              {among.map(({ code, name }) => {
                const found = value.find((one) => one.code === code);
                return (
                  <li key={code}>
                    <Checkbox
                      checked={found !== undefined}
                      onChange={({ target }) => toggle(code, target.checked)}
                    >
                      {name}
                    </Checkbox>
                    {found && (
                      <Input
                        value={found.note}
                        maxLength={300}
                        placeholder="怎样认定的：什么事实、哪份证据"
                        aria-label={`${name}的认定`}
                        onChange={({ target }) => note(code, target.value)}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
};
