import type { CaseAct } from '../../../shared/features/cases/acts.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { accountCollection } from '../accounts/index.ts';

/**
 * 回避 (《事业单位人事管理条例》第三十九条): nobody handles a matter that is about himself or herself, nor one from which he or
 * she had to step back.
 *
 * @throws AppError `forbidden` for such a user, whatever his or her role.
 */
export const demandImpartialUser = (
  reader: Reader,
  { subjects, conflicts }: Pick<CaseRecord, 'subjects' | 'conflicts'>,
  act: CaseAct,
  userId: string,
): void => {
  const staffId = reader.get(accountCollection, userId)?.staffId ?? null;
  if (staffId === null) return;
  if (subjects.some(({ personId }) => personId === staffId))
    throw new AppError('forbidden', '您是本事项的当事人，不能办理本事项，请由其他有权限的同事办理。');
  if (
    act !== 'declareConflict' &&
    conflicts.some(({ person, outcome }) => person.id === staffId && outcome === 'withdrawn')
  )
    throw new AppError('forbidden', '您已回避本事项，不能再办理，请由其他有权限的同事办理。');
};
