import type { z } from 'zod';

const sizes: Readonly<Record<string, string>> = { string: ' 字', array: ' 项', set: ' 项', file: ' 字节' };

const bound = (origin: string, limit: number | bigint): string => `${String(limit)}${sizes[origin] ?? ''}`;

const wrongType: Readonly<Record<string, string>> = {
  number: '请填写数字',
  int: '请填写整数',
  string: '请填写文字',
  boolean: '请选择是或否',
  array: '请填写列表',
};

/**
 * Words for what a schema does not word itself, as a person at a form would say it: zod's own Chinese names types,
 * options and patterns as programs know them.
 */
export const issueWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return '请填写此项';
      return wrongType[issue.expected] ?? '填写的内容不符合要求';
    case 'invalid_value':
      return issue.input === undefined || issue.input === null ? '请选择此项' : '请从列出的选项中选择';
    case 'too_small':
      return `不能少于 ${bound(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `不能超过 ${bound(issue.origin, issue.maximum)}`;
    case 'not_multiple_of':
      return `必须是 ${String(issue.divisor)} 的倍数`;
    case 'invalid_format':
      return '格式不正确';
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return '填写的内容不符合要求';
  }
};
