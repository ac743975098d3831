import { interviewKindLabels } from '../../../../shared/features/cases/investigation.ts';
import { sourceKindLabels } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { Opened } from './opened.ts';

/** Something that has to be there before a report may be handed in, and the form that brings it. */
export interface ReportLack {
  readonly text: string;
  readonly opens?: Opened;
}

/** What a report still lacks, one line for each person and thing. */
export const reportLacks = (record: CaseRecord, signerIds: readonly string[]): ReportLack[] => {
  const { interviews, findings } = record.investigation;
  const signed = new Set(signerIds).size;
  return [
    ...record.subjects
      .filter(
        ({ kind, personId }) =>
          kind !== 'department' && !interviews.some((interview) => interview.personId === personId),
      )
      .map(({ name }): ReportLack => ({
        text: `还没有${name}的询问笔录`,
        opens: { what: 'recordInterview' },
      })),
    ...record.subjects
      .filter(({ personId }) => !findings.some((finding) => finding.personId === personId))
      .map(({ name, personId }): ReportLack => ({
        text: `还没有认定${name}的责任`,
        opens: { what: 'recordFinding', target: personId },
      })),
    ...(record.conflicts.some(({ outcome }) => outcome === 'open') ? [{ text: '还有回避申报没有处理' }] : []),
    ...(signed < 2 ? [{ text: `还差 ${String(2 - signed)} 名办案人员签名` }] : []),
  ];
};

const courseOf = (record: CaseRecord): string => {
  const { filing, evidence, investigation, source } = record;
  const sentences = [
    `本事项由${sourceKindLabels[source.kind]}${source.note === '' ? '' : `（${source.note}）`}，${formatDay(record.registeredOn)}登记。`,
    ...(filing
      ? [
          `${formatDay(filing.approvedOn)}经${filing.approver.name}批准立案，由${filing.team.map(({ name }) => name).join('、')}调查。`,
        ]
      : []),
    ...investigation.interviews.map(
      ({ heldOn, kind, name }) => `${formatDay(heldOn)}${interviewKindLabels[kind]}${name}。`,
    ),
    ...(evidence.length > 0
      ? [`收集证据 ${String(evidence.length)} 份：${evidence.map(({ title }) => title).join('、')}。`]
      : []),
  ];
  return sentences.join('').slice(0, 3000);
};

/** The first draft of a report: what the record holds already, to be gone over by whoever signs it. */
export const reportBeginning = (
  record: CaseRecord,
): { course: string; facts: string; positions: string; nature: string } => {
  const { findings, interviews, report } = record.investigation;
  // Given back: whoever writes it anew goes on from what was written.
  if (report) {
    const { course, facts, positions, nature } = report;
    return { course, facts, positions, nature };
  }
  const own = interviews.filter(({ kind }) => kind === 'subject');
  return {
    course: courseOf(record),
    facts: [...new Set([record.facts, ...findings.map(({ facts }) => facts)])].join('\n').slice(0, 5000),
    positions: own
      .flatMap(({ name, lines }) => {
        const last = lines.findLast(({ answer }) => answer.trim() !== '');
        return last ? [`${name}：${last.answer}`] : [];
      })
      .join('\n')
      .slice(0, 2000),
    nature: record.filing?.suspected === undefined ? '' : `上述行为违反${record.filing.suspected}。`,
  };
};
