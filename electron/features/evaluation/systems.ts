import {
  contentOfLibrary,
  contentProblems,
  usualBands,
} from '../../../shared/features/evaluation/indicator-rules.ts';
import {
  indicatorsOf,
  type IndicatorContent,
  type IndicatorVersion,
  type SubjectKind,
} from '../../../shared/features/evaluation/indicators.ts';
import type { LibraryEntry, SystemRow, SystemView } from '../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Stamp } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { cycleCollection, indicatorSystemCollection, indicatorVersionCollection } from './collections.ts';
import { loadIndicatorLibrary } from './library.ts';

const stamp = (tx: Tx): Stamp => ({ at: instantOfMs(tx.now), by: tx.actor });

/** All versions of a system, newest first. */
export const versionsOf = (reader: Reader, systemId: string): IndicatorVersion[] =>
  [...reader.by(indicatorVersionCollection, 'system', systemId)].sort((a, b) => b.number - a.number);

/** @throws AppError `not-found` when there is no such version. */
export const requireVersion = (reader: Reader, id: string): IndicatorVersion =>
  reader.require(indicatorVersionCollection, id, '指标版本');

/** One system with all of its versions, newest first, and what is missing in each. */
export const readSystem = (reader: Reader, id: string): SystemView => ({
  system: reader.require(indicatorSystemCollection, id, '指标体系'),
  versions: versionsOf(reader, id).map((version) => ({
    version,
    problems: contentProblems(version.content),
    usedBy: reader
      .by(cycleCollection, 'version', version.id)
      .map((cycle) => ({ cycleId: cycle.id, name: cycle.name })),
  })),
});

/** A line per system, as its newest version has it. */
export const listSystems = (reader: Reader): SystemRow[] =>
  reader.all(indicatorSystemCollection).flatMap(({ id, kind }) => {
    const versions = versionsOf(reader, id);
    const [newest] = versions;
    if (!newest) return [];
    const { content } = newest;
    return [
      {
        id,
        kind,
        name: content.name,
        versionId: newest.id,
        versionNumber: newest.number,
        frozen: newest.frozen !== null,
        problems: contentProblems(content).length,
        dimensions: content.dimensions.length,
        indicators: indicatorsOf(content).length,
        savedAt: newest.saved.at,
        savedBy: newest.saved.by.name,
        cycles: versions.reduce(
          (sum, version) => sum + reader.by(cycleCollection, 'version', version.id).length,
          0,
        ),
      },
    ];
  });

/** A draft version with this content. */
export const insertVersion = (
  tx: Tx,
  newId: () => string,
  systemId: string,
  number: number,
  content: IndicatorContent,
): void => {
  const made = stamp(tx);
  tx.insert(indicatorVersionCollection, {
    id: newId(),
    systemId,
    number,
    content,
    created: made,
    saved: made,
    frozen: null,
  });
};

/** A system of its own with a first version. */
export const insertSystem = (
  tx: Tx,
  newId: () => string,
  kind: SubjectKind,
  content: IndicatorContent,
): SystemView => {
  const system = tx.insert(indicatorSystemCollection, { id: newId(), kind });
  insertVersion(tx, newId, system.id, 1, content);
  return readSystem(tx, system.id);
};

/** A new system without dimensions, with the four usual grades. */
export const createSystem = (
  { kind, name }: { kind: SubjectKind; name: string },
  { store, actor, channel, newId }: CallContext,
): Promise<SystemView> =>
  store.transact({ actor, act: channel }, (tx) =>
    insertSystem(tx, newId, kind, { name, about: '', dimensions: [], bands: [...usualBands] }),
  );

/** The shipped systems, each with whether the school has one of the same name and kind. */
export const listLibrary = async ({ store, resourcesDir }: CallContext): Promise<LibraryEntry[]> => {
  const held = new Set(listSystems(store).map(({ kind, name }) => `${kind}/${name}`));
  const shipped = await loadIndicatorLibrary(resourcesDir);
  return shipped.map((entry) => ({ ...entry, adopted: held.has(`${entry.file.kind}/${entry.file.name}`) }));
};

/** @throws AppError `not-found` for an unknown key. */
export const adoptFromLibrary = async (
  { key }: { key: string },
  { store, actor, channel, newId, resourcesDir }: CallContext,
): Promise<SystemView> => {
  const found = (await loadIndicatorLibrary(resourcesDir)).find((entry) => entry.key === key);
  if (!found) throw new AppError('not-found', '指标库里没有这套指标，请刷新后重新选择。');
  return store.transact({ actor, act: channel }, (tx) =>
    insertSystem(tx, newId, found.file.kind, contentOfLibrary(found.file, newId)),
  );
};

/** Indicators are found by id in every score: two with the same one could not be told apart. */
const demandOwnIds = ({ dimensions }: IndicatorContent): void => {
  const ids = dimensions.flatMap(({ id, indicators }) => [
    id,
    ...indicators.flatMap((indicator) => [
      indicator.id,
      ...(indicator.method.kind === 'levels' ? indicator.method.levels.map((level) => level.id) : []),
    ]),
  ]);
  if (new Set(ids).size !== ids.length)
    throw new AppError('invalid', '有指标重复，请删去重复的一项后重新添加。');
};

/**
 * Gives a draft another content. `rev` is the revision that the person saw.
 *
 * @throws AppError `illegal-step` for a frozen version, `invalid` for parts that cannot be told apart, `conflict` when
 * somebody saved it meanwhile.
 */
export const replaceContent = (
  tx: Tx,
  before: IndicatorVersion,
  rev: number,
  content: IndicatorContent,
): void => {
  if (before.frozen !== null)
    throw new AppError('illegal-step', '这一版指标已经用于考核，不能再改。请先建立新版本。');
  demandOwnIds(content);
  tx.replace(indicatorVersionCollection, { ...before, rev, content, saved: stamp(tx) });
};

/** @throws AppError as `replaceContent` does. */
export const saveVersion = (
  { id, rev, content }: { id: string; rev: number; content: IndicatorContent },
  { store, actor, channel }: CallContext,
): Promise<SystemView> =>
  store.transact({ actor, act: channel }, (tx) => {
    const before = requireVersion(tx, id);
    replaceContent(tx, before, rev, content);
    return readSystem(tx, before.systemId);
  });

/** @throws AppError `illegal-step` while the newest version can still be changed itself. */
export const newVersion = (
  { systemId }: { systemId: string },
  { store, actor, channel, newId }: CallContext,
): Promise<SystemView> =>
  store.transact({ actor, act: channel }, (tx) => {
    tx.require(indicatorSystemCollection, systemId, '指标体系');
    const [newest] = versionsOf(tx, systemId);
    if (!newest?.frozen)
      throw new AppError('illegal-step', '最新一版还没有用于考核，可以直接修改，不必建立新版本。');
    insertVersion(tx, newId, systemId, newest.number + 1, newest.content);
    return readSystem(tx, systemId);
  });

/** Makes a version unchangeable, once it is complete; one that already is stays as it is. */
export const freezeVersion = (tx: Tx, version: IndicatorVersion): void => {
  if (version.frozen === null) tx.replace(indicatorVersionCollection, { ...version, frozen: stamp(tx) });
};
