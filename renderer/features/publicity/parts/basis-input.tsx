import { AutoComplete } from 'antd';
import type { FocusEvent, ReactNode } from 'react';
import { inForce } from '../../../../shared/features/standards/schema.ts';
import { useCall } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';

/** 依据: typed, with the school's published rules to choose from. */
export const BasisInput = ({
  value,
  onChange,
  onBlur,
  id,
}: {
  value?: string | null;
  onChange?: (text: string) => void;
  onBlur?: (event: FocusEvent<HTMLElement>) => void;
  id?: string;
}): ReactNode => {
  const may = useCan()('standards.read');
  const { data } = useCall('standards.schoolRules', {}, { enabled: may });
  const titles = (data?.rules ?? []).flatMap((rule) => {
    const { title, publishedOn } = inForce(rule).content;
    return rule.enabled && publishedOn !== null ? [title.startsWith('《') ? title : `《${title}》`] : [];
  });
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      value={value ?? ''}
      maxLength={300}
      onChange={(text: string) => onChange?.(text)}
      {...(onBlur ? { onBlur } : {})}
      options={titles
        .filter((title) => !(value ?? '').includes(title))
        .map((title) => ({ value: title, label: title }))}
      placeholder="如《学校值班管理办法》第三条"
    />
  );
};
