import { Select } from 'antd';
import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';

/** A person as the picker shows one. */
export interface PersonOption {
  readonly id: string;
  readonly name: string;
  /** 工号 and department, or class: what tells two people of one name apart. */
  readonly about: string;
}

interface CommonProps {
  /** Finds people by name, pinyin, initials or number. Called while typing; the empty text asks for a first few. */
  readonly search: (text: string) => Promise<readonly PersonOption[]>;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
  readonly 'aria-label'?: string;
}

export interface PersonPickerProps extends CommonProps {
  readonly value?: string | null | undefined;
  readonly onChange?: (id: string | null) => void;
  /** Who `value` is, when the form opens with somebody. */
  readonly known?: PersonOption | undefined;
}

export interface PeoplePickerProps extends CommonProps {
  readonly value?: readonly string[] | undefined;
  readonly onChange?: (ids: string[]) => void;
  readonly known?: readonly PersonOption[];
}

const WAIT_MS = 80;

const useFound = (
  search: CommonProps['search'],
): {
  options: readonly PersonOption[];
  searching: boolean;
  failed: boolean;
  look: (text: string) => void;
} => {
  const [options, setOptions] = useState<readonly PersonOption[]>([]);
  const [searching, setSearching] = useState(false);
  const [failed, setFailed] = useState(false);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const look = (text: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const mine = (asked.current += 1);
      setSearching(true);
      search(text.trim()).then(
        (found) => {
          // An answer that was overtaken by a later question is dropped.
          if (mine !== asked.current) return;
          setOptions(found);
          setFailed(false);
          setSearching(false);
        },
        () => {
          if (mine !== asked.current) return;
          setOptions([]);
          setFailed(true);
          setSearching(false);
        },
      );
    }, WAIT_MS);
  };
  return { options, searching, failed, look };
};

const toOption = (person: PersonOption): { value: string; label: string; about: string } => ({
  value: person.id,
  label: person.name,
  about: person.about,
});

/** Stands in the list where there is nobody: a list without a line in it is a riddle to screen readers. */
const NOBODY = 'nobody';

const useSelectProps = (props: CommonProps, known: readonly PersonOption[]) => {
  const found = useFound(props.search);
  // Typing the first letter also opens the list; opening must not ask for everybody instead.
  const typed = useRef('');
  const people = [...found.options, ...known.filter(({ id }) => !found.options.some((one) => one.id === id))];
  const nobody = found.searching
    ? '正在查找…'
    : found.failed
      ? '没有查到：与数据程序失去联系，请重试。'
      : '没有这个人。可以试试拼音首字母或工号。';
  const search = (text: string): void => {
    typed.current = text;
    found.look(text);
  };
  return {
    options: people.length > 0 ? people.map(toOption) : [toOption({ id: NOBODY, name: nobody, about: '' })],
    showSearch: { filterOption: false as const, onSearch: search },
    optionRender: (option: { data: { label: string; about: string } }): ReactNode => (
      <>
        {option.data.label} <span className="mz-muted">{option.data.about}</span>
      </>
    ),
    onOpenChange: (open: boolean) => {
      if (open) found.look(typed.current);
    },
    loading: found.searching,
    allowClear: true,
    placeholder: props.placeholder ?? '输入姓名、拼音首字母或工号',
    disabled: props.disabled ?? false,
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(props.onBlur === undefined ? {} : { onBlur: props.onBlur }),
    ...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] }),
  };
};

/** Picks one person, by name, full pinyin, initials or number. */
export const PersonPicker = (props: PersonPickerProps): ReactNode => {
  const [picked, setPicked] = useState<PersonOption | undefined>(props.known);
  const shared = useSelectProps(props, [picked, props.known].flatMap((one) => one ?? []).slice(0, 1));
  return (
    <Select<string, ReturnType<typeof toOption>>
      {...shared}
      value={props.value ?? null}
      onChange={(id: string | undefined, option) => {
        if (id === NOBODY) return;
        if (option && !Array.isArray(option))
          setPicked({ id: option.value, name: option.label, about: option.about });
        props.onChange?.(id ?? null);
      }}
    />
  );
};

/** Picks several people; each becomes a chip. */
export const PeoplePicker = (props: PeoplePickerProps): ReactNode => {
  const [picked, setPicked] = useState<readonly PersonOption[]>(props.known ?? []);
  const shared = useSelectProps(props, picked);
  return (
    // With several to choose, antd lets Tab tick the line in view like Enter: going on would undo the last choice.
    <div
      onKeyDownCapture={(event) => {
        if (event.key === 'Tab') event.stopPropagation();
      }}
    >
      <Select<string[], ReturnType<typeof toOption>>
        {...shared}
        mode="multiple"
        style={{ width: '100%' }}
        value={[...(props.value ?? [])]}
        onChange={(ids, options) => {
          if (ids.includes(NOBODY)) return;
          const chosen = [options].flat().flatMap((option) => option ?? []);
          setPicked(chosen.map(({ value, label, about }) => ({ id: value, name: label, about })));
          props.onChange?.(ids);
        }}
      />
    </div>
  );
};
