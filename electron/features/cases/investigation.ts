import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { investigationClock, stopClocks } from '../../../shared/features/cases/clocks.ts';
import { interviewKindLabels, type Interview } from '../../../shared/features/cases/investigation.ts';
import type {
  adoptReportInput,
  fileCaseInput,
  findingInput,
  interviewInput,
  planInput,
  returnReportInput,
  submitReportInput,
} from '../../../shared/features/cases/investigation-inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { checkerChecks } from '../../../shared/law/rules/people.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { calendarOf } from '../calendar/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeCase } from './change.ts';
import { personRef, personRefs } from './people.ts';
import { conflictsOf, proposedPersons } from './proposal.ts';

/** Two who have no interest in the matter: asked of every team, every interview and every report. */
const demandTwo = (
  reader: Reader,
  record: CaseRecord,
  people: readonly { readonly id: string; readonly name: string }[],
  field: string,
): void =>
  demandLawful(
    findingsOf(readLawPack(reader), checkerChecks(field), {
      persons: proposedPersons(reader, record),
      checkers: people,
      reporterId: record.source.reporter?.id ?? null,
      conflicts: conflictsOf(record),
    }),
  );

/** 立案: approved by somebody with the power to, who names the team. From that day the term to decide runs. */
export const fileCase = (input: z.output<typeof fileCaseInput>, context: CallContext): Promise<CaseView> => {
  demandPast('approvedOn', '批准日期', input.approvedOn, context.today);
  return changeCase(context, 'fileCase', input, (record, tx) => {
    demandNotBefore('approvedOn', '批准日期', input.approvedOn, record.establishedOn ?? '', '初核日期');
    if (record.subjects.some(({ personId }) => personId === input.approverId))
      throw invalidField('approverId', '当事人不能批准立案。');
    const team = personRefs(tx, input.teamIds);
    demandTwo(tx, record, team, 'teamIds');
    const outsider = input.suspension?.personIds.findIndex(
      (id) => !record.subjects.some(({ personId }) => personId === id),
    );
    if (outsider !== undefined && outsider >= 0)
      throw invalidField(`suspension.personIds.${String(outsider)}`, '只能对本事项的当事人停职检查。');
    return {
      record: {
        ...record,
        filing: {
          approver: personRef(tx, input.approverId),
          approvedOn: input.approvedOn,
          suspected: input.suspected,
          reason: input.reason,
          team,
          suspension: input.suspension,
        },
        clocks: [
          ...stopClocks(record.clocks, context.today, ({ kind }) => kind === 'handling'),
          { id: context.newId(), ...investigationClock(calendarOf(tx), input.approvedOn) },
        ],
      },
      note: `${formatDay(input.approvedOn)}批准立案，办案人员：${team.map(({ name }) => name).join('、')}`,
    };
  });
};

/** The plan as it stands after the change; steps keep their id. */
export const planInvestigation = (
  input: z.output<typeof planInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'planInvestigation', input, (record, tx) => ({
    record: {
      ...record,
      investigation: {
        ...record.investigation,
        plan: input.steps.map(({ id, personId, ...step }) => ({
          ...step,
          id: id ?? context.newId(),
          person: personId === null ? null : personRef(tx, personId),
        })),
      },
    },
    note: `调查事项 ${String(input.steps.length)} 项，已办 ${String(input.steps.filter(({ doneOn }) => doneOn !== null).length)} 项`,
  }));

const demandWholeInterview = (
  { interview }: z.output<typeof interviewInput>,
  record: CaseRecord,
  today: string,
): void => {
  const field = (name: string): string => `interview.${name}`;
  demandPast(field('heldOn'), '询问日期', interview.heldOn, today);
  if (record.filing)
    demandNotBefore(field('heldOn'), '询问日期', interview.heldOn, record.occurredOn, '发生日期');
  if (interview.to <= interview.from) throw invalidField(field('to'), '结束时间应晚于开始时间。');
  if (!interview.rightsTold)
    throw invalidField(field('rightsTold'), '询问前应当告知权利义务和申请回避的权利，告知后再记录。');
  if (interview.minor && interview.adult === '')
    throw invalidField(field('adult'), '询问未成年人，应当有监护人或者合适成年人在场，请填写。');
  if (!interview.signed && interview.refusal === '')
    throw invalidField(field('refusal'), '本人没有签名的，请写明拒签的情况。');
};

/** Keeps an interview, or corrects one before the report is handed in. */
export const recordInterview = (
  input: z.output<typeof interviewInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'recordInterview', input, (record, tx) => {
    demandWholeInterview(input, record, context.today);
    const { interviewerIds, recorderId, ...content } = input.interview;
    const interviewers = personRefs(tx, interviewerIds);
    demandTwo(tx, record, interviewers, 'interview.interviewerIds');
    const { interviews } = record.investigation;
    const former = interviews.find(({ id }) => id === input.interviewId);
    if (input.interviewId !== undefined && !former) throw new AppError('not-found', '找不到这份笔录。');
    if (
      former &&
      record.papers.some(({ aboutId, issuedPaperId }) => aboutId === former.id && issuedPaperId !== null)
    )
      throw new AppError('illegal-step', '这份笔录已经定稿，不能再改；需要补充的，请另作一份笔录。');
    const interview: Interview = {
      ...content,
      id: former?.id ?? context.newId(),
      interviewers,
      recorder: personRef(tx, recorderId),
      recorded: stampOf(tx),
    };
    return {
      record: {
        ...record,
        investigation: {
          ...record.investigation,
          interviews: former
            ? interviews.map((each) => (each.id === former.id ? interview : each))
            : [...interviews, interview],
        },
      },
      note: `${interviewKindLabels[interview.kind]}：${interview.name}`,
    };
  });

/** 责任认定 of one person; said again it replaces what was said before. */
export const recordFinding = (
  { finding, ...target }: z.output<typeof findingInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'recordFinding', target, (record) => {
    const subject = record.subjects.find(({ personId }) => personId === finding.personId);
    if (!subject) throw invalidField('finding.personId', '只能对本事项的当事人认定责任。');
    return {
      record: {
        ...record,
        investigation: {
          ...record.investigation,
          findings: [
            ...record.investigation.findings.filter(({ personId }) => personId !== finding.personId),
            finding,
          ],
        },
      },
      note: subject.name,
    };
  });

/** Hands in the report, signed by two of the team. */
export const submitReport = (
  input: z.output<typeof submitReportInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('reportedOn', '报告日期', input.reportedOn, context.today);
  return changeCase(context, 'submitReport', input, (record, tx) => {
    const { filing, investigation } = record;
    demandNotBefore('reportedOn', '报告日期', input.reportedOn, filing?.approvedOn ?? '', '立案日期');
    const stranger = input.signerIds.findIndex((id) => !filing?.team.some((member) => member.id === id));
    if (stranger >= 0) throw invalidField(`signerIds.${String(stranger)}`, '调查报告由办案人员签名。');
    const signers = personRefs(tx, input.signerIds);
    demandTwo(tx, record, signers, 'signerIds');
    const { signerIds, id, rev, ...report } = input;
    return {
      record: {
        ...record,
        investigation: {
          ...investigation,
          report: {
            ...report,
            signers,
            submitted: stampOf(tx),
            adoption: null,
            returns: investigation.report?.returns ?? [],
          },
        },
      },
      note: `签名：${signers.map(({ name }) => name).join('、')}`,
    };
  });
};

/** What closes the set of files: one hash over the hashes of all evidence and the words of all interviews. */
export const fileSetDigest = (record: CaseRecord): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        record.evidence.map(({ file }) => file.hash).sort(),
        record.investigation.interviews.map(({ id, lines }) => [id, lines]),
      ]),
    )
    .digest('hex');

/** Takes the report as the ground of the decision: facts come from it, and its files are closed. */
export const adoptReport = (
  input: z.output<typeof adoptReportInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('on', '采纳日期', input.on, context.today);
  return changeCase(context, 'adoptReport', input, (record, tx) => {
    const { report } = record.investigation;
    if (!report) throw new AppError('illegal-step', '还没有调查报告。');
    demandNotBefore('on', '采纳日期', input.on, report.reportedOn, '报告日期');
    return {
      record: {
        ...record,
        facts: report.facts,
        round: record.round + 1,
        investigation: {
          ...record.investigation,
          report: {
            ...report,
            adoption: { ...stampOf(tx), on: input.on, note: input.note, digest: fileSetDigest(record) },
          },
        },
      },
      note: `${formatDay(input.on)}采纳，证据 ${String(record.evidence.length)} 份封存`,
    };
  });
};

/** Gives the report back: the files are open again, and what the people were told has to be told anew. */
export const returnReport = (
  input: z.output<typeof returnReportInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'returnReport', input, (record, tx) => {
    const { report } = record.investigation;
    if (!report) throw new AppError('illegal-step', '还没有调查报告。');
    return {
      record: {
        ...record,
        investigation: {
          ...record.investigation,
          report: {
            ...report,
            adoption: null,
            returns: [...report.returns, { ...stampOf(tx), reason: input.reason }],
          },
        },
        clocks: stopClocks(record.clocks, context.today, ({ kind }) => kind === 'statement'),
      },
      note: input.reason,
    };
  });
