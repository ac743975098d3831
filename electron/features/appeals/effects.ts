import { outcomeLabels } from '../../../shared/features/appeals/kinds.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import type { CasePaper } from '../../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Plan } from './plan.ts';
import type { OutcomeDraft } from './plan.ts';

/** Whom a paper that went out had reached, in words: they are to be told that it is no longer right. */
export const reachedBy = (
  record: CaseRecord,
  appeal: Pick<Appeal, 'person'>,
  paper: CasePaper,
  undo: Plan['undo'],
  authority: string,
): string[] => {
  const served = record.services
    .filter(({ paperIds }) => paperIds.includes(paper.id))
    .flatMap(({ personId }) => record.subjects.find((subject) => subject.personId === personId) ?? []);
  const names = served.map(({ kind, name }) => (kind === 'pupil' ? `${name}及其监护人` : name));
  const decision = [record.decision, ...record.formerDecisions].find((each) =>
    each?.items.some(({ id }) => paper.itemIds.includes(id)),
  );
  const addressee = decision?.addressee ?? '';
  const kinds = new Set(undo.map(({ kind }) => kind));
  return [
    ...new Set([
      ...(names.length > 0 ? names : [appeal.person.name]),
      ...(paper.form === 'circular' ? [addressee === '' ? '各处室、各年级组' : addressee] : []),
      ...(kinds.has('announce') ? ['原宣布范围内的人员'] : []),
      ...(kinds.has('filing') || paper.external !== null ? [authority] : []),
      ...(kinds.has('archive') ? ['人事档案管理部门'] : []),
    ]),
  ];
};

const undoing: Readonly<Record<CaseRecord['tasks'][number]['kind'], (text: string) => string>> = {
  filing: (text) => `向原备案机关报送更正（原事项：${text}）`,
  archive: (text) => `从人事档案中撤出或者更正（原事项：${text}）`,
  announce: (text) => `在原范围内宣布更正（原事项：${text}）`,
  effect: (text) => `恢复考核、待遇等（原事项：${text}）`,
  help: (text) => `调整帮扶安排（原事项：${text}）`,
  other: (text) => `恢复或者更正（原事项：${text}）`,
};

/** What has to be undone of what was carried out and shown. */
export const restorationTexts = ({
  undo,
  hanging,
}: Pick<Plan, 'undo' | 'hanging'>): { kind: Plan['undo'][number]['kind']; text: string }[] => [
  ...hanging.map((number) => ({
    kind: 'announce' as const,
    text: `撤下正在张贴的公示 ${number}，登记撤下原因`,
  })),
  ...undo.map(({ kind, text }) => ({ kind, text: undoing[kind](text).slice(0, 300) })),
];

/** What an outcome does at once, sentence by sentence, for whoever decides and for the record. */
export const effectsOf = (appeal: Appeal, { outcome, redo }: OutcomeDraft, plan: Plan): string[] => {
  const { record, dropped, replaced, whole, voided, shared, wrong, rectification, tasks, undo, hanging } =
    plan;
  if (outcome === 'uphold') return [`${record.number}的处理不变，继续执行。`];
  const kept = new Set(replaced.map(({ before }) => before.id));
  return [
    ...dropped
      .filter(({ id }) => !kept.has(id))
      .map(
        ({ measure }) =>
          `撤销对${appeal.person.name}的“${measure.name}”，不再计入档案、考核、公示和今后的处理。`,
      ),
    ...replaced.map(
      ({ before, after }) =>
        `“${before.measure.name}”${outcomeLabels[outcome]}为“${after.measure.name}”，自${formatDay(after.effectiveOn)}起计算${after.endsOn === null ? '' : `，到${formatDay(after.endsOn)}期满`}。`,
    ),
    ...voided.map(({ number, title }) => `${number ?? title}停止使用，登记簿中注明。`),
    ...shared.map(
      ({ number, title }) => `${number ?? title}对其他人继续有效，对${appeal.person.name}不再有效。`,
    ),
    ...(wrong.length > 0 ? [`出具 ${String(wrong.length)} 份更正（撤销）通知，发到原文书到达的范围。`] : []),
    ...(rectification.length > 0
      ? [
          `停止未完成的整改 ${String(rectification.length)} 项：${rectification.map(({ text }) => text).join('；')}。`,
        ]
      : []),
    ...(tasks.length > 0
      ? [`停止未办结的执行事项 ${String(tasks.length)} 项：${tasks.map(({ text }) => text).join('；')}。`]
      : []),
    ...(hanging.length > 0 ? [`正在张贴的公示 ${hanging.join('、')} 应当立即撤下。`] : []),
    ...(undo.length > 0 ? [`已经落实的 ${String(undo.length)} 项需要恢复或者更正。`] : []),
    ...(whole ? [redo ? `${record.number}重新办理。` : `${record.number}没有有效的处理，办结归档。`] : []),
  ];
};
