import { gradeIn } from '../../../../shared/features/evaluation/results/published.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { blankItem, type TypedItem } from './compose-values.ts';

const BEST = '优秀';

/** A line for everybody whose grade is 优秀. */
export const excellentItems = (rows: readonly ResultRow[]): TypedItem[] =>
  rows.flatMap(({ subject, outcome }) =>
    gradeIn({ outcome }) === BEST
      ? [
          blankItem({
            personId: subject.id,
            name: subject.name,
            text: [subject.department, subject.post, '拟定优秀等次'].filter((text) => text !== '').join('，'),
          }),
        ]
      : [],
  );
