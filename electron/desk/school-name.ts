import { AppError } from '../../shared/kernel/result.ts';
import { readSchool } from '../features/organisation/index.ts';
import type { Reader } from '../store/types.ts';

/** The name of the school in an open folder, or null before it was founded there. */
export const schoolNameIn = (reader: Reader): string | null => {
  try {
    return readSchool(reader).name;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'not-found') return null;
    throw cause;
  }
};
