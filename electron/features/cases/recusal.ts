import { permissionsOf, type Permission } from '../../../shared/features/accounts/permissions.ts';
import type { CaseAct } from '../../../shared/features/cases/acts.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { permissionOf } from '../../../shared/features/cases/workflow.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { accountCollection } from '../accounts/index.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';

type Involved = Pick<CaseRecord, 'subjects' | 'conflicts'>;

/** Names that a way out mentions at most. */
const MOST_NAMES = 3;

const staffIdOf = (reader: Reader, userId: string | undefined): string | null =>
  userId === undefined ? null : (reader.get(accountCollection, userId)?.staffId ?? null);

const isSubject = ({ subjects }: Pick<CaseRecord, 'subjects'>, staffId: string | null): boolean =>
  staffId !== null && subjects.some(({ personId }) => personId === staffId);

const hasWithdrawn = ({ conflicts }: Pick<CaseRecord, 'conflicts'>, staffId: string | null): boolean =>
  staffId !== null &&
  conflicts.some(({ person, outcome }) => person.id === staffId && outcome === 'withdrawn');

/** True when a case is about the person of this account: known by the member of staff that the account belongs to. */
export const isAboutUser = (
  reader: Reader,
  record: Pick<CaseRecord, 'subjects'>,
  userId: string | undefined,
): boolean => isSubject(record, staffIdOf(reader, userId));

/** Who else can do it, in a sentence; where nobody is left, what the school does then. */
const wayOut = (reader: Reader, record: Involved, permission: Permission): string => {
  const others = reader
    .all(accountCollection)
    .filter(
      ({ active, roles, staffId }) =>
        active &&
        permissionsOf(roles).has(permission) &&
        !isSubject(record, staffId) &&
        !hasWithdrawn(record, staffId),
    );
  if (others.length > 0) {
    const names = others.slice(0, MOST_NAMES).map(({ name }) => name);
    return `请由其他有权限的同事办理：${names.join('、')}${others.length > MOST_NAMES ? '等' : ''}。`;
  }
  const { authority } = readSchool(reader);
  return (
    '学校里已没有其他有这项权限、又与本事项无关的用户：请系统管理员给一位无关的同事开通相应角色，' +
    `或者报请${authority === '' ? '主管教育部门' : authority}办理。`
  );
};

/**
 * 回避 (《事业单位人事管理条例》第三十九条): nobody handles a matter that is about himself or herself, nor one from which he or
 * she had to step back.
 *
 * @throws AppError `forbidden` for such a user, whatever his or her role, with who else can do it.
 */
export const demandImpartialUser = (reader: Reader, record: Involved, act: CaseAct, userId: string): void => {
  const staffId = staffIdOf(reader, userId);
  if (isSubject(record, staffId))
    throw new AppError(
      'forbidden',
      `您是本事项的当事人，按回避要求不能办理本事项。${wayOut(reader, record, permissionOf(act))}`,
    );
  if (act !== 'declareConflict' && hasWithdrawn(record, staffId))
    throw new AppError(
      'forbidden',
      `您已回避本事项，不能再办理。${wayOut(reader, record, permissionOf(act))}`,
    );
};

/**
 * Whoever a case is about does not read it here either: what he or she is to know is served as a paper, and the rest
 * (who reported it, who said what, what is being considered) is not for that person.
 *
 * @throws AppError `forbidden` when the case is about the caller.
 */
export const demandOutsider = (
  reader: Reader,
  record: Involved,
  { session }: Pick<CallContext, 'session'>,
): void => {
  if (isAboutUser(reader, record, session.user?.userId))
    throw new AppError(
      'forbidden',
      '本事项涉及您本人，按回避要求不能查看和办理；您有权知道的内容，以送达给您的文书为准。' +
        wayOut(reader, record, 'cases.read'),
    );
};

/** The cases that the caller may know of. */
export const visibleTo = (
  reader: Reader,
  records: readonly CaseRecord[],
  { session }: Pick<CallContext, 'session'>,
): CaseRecord[] => {
  const staffId = staffIdOf(reader, session.user?.userId);
  return records.filter((record) => !isSubject(record, staffId));
};

/** True for an issued paper of a case about this user, unless it is one that was served on him or her. */
export const hidesPaper = (record: CaseRecord, issuedPaperId: string, staffId: string): boolean => {
  if (!isSubject(record, staffId)) return false;
  const own = record.services
    .filter(({ personId }) => personId === staffId)
    .flatMap(({ paperIds }) => paperIds);
  return !record.papers.some(({ id, issuedPaperId: issued }) => issued === issuedPaperId && own.includes(id));
};
