import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './question-lines.css';

export interface Line {
  readonly question: string;
  readonly answer: string;
}

export interface QuestionLinesProps {
  readonly value?: readonly Partial<Line>[];
  readonly onChange?: (lines: Line[]) => void;
  readonly id?: string;
}

type Part = 'question' | 'answer';

/** Enter that is meant for the minutes: not for a line break, and not for the input method. */
const isEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;

/**
 * 问与答, typed like a minute: Enter goes from the question to its answer and from the answer to the next question, which
 * it adds at the end; Ctrl+Enter asks something in between, Shift+Enter breaks the line, Backspace in a blank pair takes
 * it away.
 */
export const QuestionLines = ({ value = [], onChange, id }: QuestionLinesProps): ReactNode => {
  const box = useRef<HTMLOListElement>(null);
  const wanted = useRef<{ at: number; part: Part } | null>(null);
  const lines = value.map(({ question = '', answer = '' }): Line => ({ question, answer }));

  const focus = (at: number, part: Part): void =>
    box.current?.querySelector<HTMLTextAreaElement>(`[data-line="${String(at)} ${part}"]`)?.focus();
  // A pair that was just added can take the focus only once it is there.
  useEffect(() => {
    if (!wanted.current) return;
    focus(wanted.current.at, wanted.current.part);
    wanted.current = null;
  });

  const write = (at: number, part: Part, text: string): void =>
    onChange?.(lines.map((line, place) => (place === at ? { ...line, [part]: text } : line)));
  const insert = (at: number): void => {
    wanted.current = { at, part: 'question' };
    onChange?.(lines.toSpliced(at, 0, { question: '', answer: '' }));
  };
  const remove = (at: number): void => {
    if (at > 0) wanted.current = { at: at - 1, part: 'answer' };
    onChange?.(lines.toSpliced(at, 1));
  };
  const onKey = (event: KeyboardEvent, at: number, part: Part): void => {
    const line = lines[at];
    if (isEnter(event)) {
      event.preventDefault();
      if (event.ctrlKey) insert(at + 1);
      else if (part === 'question') focus(at, 'answer');
      else if (at === lines.length - 1) insert(at + 1);
      else focus(at + 1, 'question');
    } else if (event.key === 'Backspace' && line?.question === '' && line.answer === '' && lines.length > 1) {
      event.preventDefault();
      remove(at);
    }
  };

  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1} className="mz-questions">
      <ol ref={box}>
        {lines.map((line, at) => (
          <li key={at}>
            {(['question', 'answer'] as const).map((part) => (
              <div key={part} className={`mz-questions-${part}`}>
                <span aria-hidden>{part === 'question' ? '问' : '答'}</span>
                <Input.TextArea
                  data-line={`${String(at)} ${part}`}
                  aria-label={`第 ${String(at + 1)} ${part === 'question' ? '问' : '答'}`}
                  autoSize={{ minRows: 1, maxRows: 12 }}
                  maxLength={part === 'question' ? 500 : 3000}
                  value={line[part]}
                  onChange={({ target }) => write(at, part, target.value)}
                  onKeyDown={(event) => onKey(event, at, part)}
                />
              </div>
            ))}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`删除第 ${String(at + 1)} 问`}
              onClick={() => remove(at)}
            />
          </li>
        ))}
      </ol>
      <Button size="small" icon={<PlusOutlined />} onClick={() => insert(lines.length)}>
        增加一问
      </Button>
    </div>
  );
};
