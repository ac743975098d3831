import { createContext } from 'react';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';

/** For whom the indicators in view are: which data are offered to their formulas. Null: not known, all of them. */
export const FieldKind = createContext<SubjectKind | null>(null);
