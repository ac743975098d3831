import { invalidField } from '../../../shared/kernel/result.ts';

/** What has happened cannot lie ahead. @throws AppError `invalid` at the field. */
export const demandPast = (path: string, label: string, day: string, today: string): void => {
  if (day > today) throw invalidField(path, `${label}不能晚于今天。`);
};

/** @throws AppError `invalid` at the field when `day` is before `earliest`, which is called `what`. */
export const demandNotBefore = (
  path: string,
  label: string,
  day: string,
  earliest: string,
  what: string,
): void => {
  if (day < earliest) throw invalidField(path, `${label}不能早于${what}。`);
};
