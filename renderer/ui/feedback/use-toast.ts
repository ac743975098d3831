import { App, Button } from 'antd';
import { createElement, useMemo } from 'react';
import type { Problem } from './problem.ts';

export interface Toast {
  /** Says what was done; `undo` offers 撤销 for eight seconds. */
  readonly done: (text: string, undo?: () => void) => void;
  /** Says why something was not done, where there is no better place on the screen. */
  readonly failed: (problem: Problem) => void;
}

/** Short notes at the top of the screen. */
export const useToast = (): Toast => {
  const { message } = App.useApp();
  return useMemo(
    () => ({
      done(text, undo) {
        if (!undo) {
          void message.success(text, 3);
          return;
        }
        const key = `undo-${text}`;
        const button = createElement(
          Button,
          {
            type: 'link',
            size: 'small',
            onClick: () => {
              message.destroy(key);
              undo();
            },
          },
          '撤销',
        );
        void message.open({
          key,
          type: 'success',
          duration: 8,
          content: createElement('span', null, text, button),
        });
      },
      failed(problem) {
        void message.error(problem.message, 6);
      },
    }),
    [message],
  );
};
