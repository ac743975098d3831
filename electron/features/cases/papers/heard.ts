import { formatDay } from '../../../../shared/kernel/dates.ts';
import {
  currentHearings,
  currentNotifications,
  currentStatements,
} from '../../../../shared/features/cases/conditions.ts';
import { adoptionLabels } from '../../../../shared/features/cases/hearing.ts';
import { evidenceKindLabels } from '../../../../shared/features/cases/investigation.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';

/** That people were told and heard, in a paper that others read: without what they said. */
export const heardInShort = (record: CaseRecord): string => {
  const [first] = currentNotifications(record);
  const heard = currentStatements(record);
  if (!first || heard.length === 0) return '';
  const told = `学校已于${formatDay(first.notifiedOn)}将认定的事实和处理依据告知本人`;
  return heard.some(({ outcome }) => outcome === 'stated')
    ? `${told}，并听取了陈述和申辩，对提出的意见作了复核。`
    : `${told}，本人未提出陈述和申辩。`;
};

const hearingSentence = (record: CaseRecord, personId: string): string => {
  const held = currentHearings(record).find((hearing) => hearing.personId === personId);
  if (held) return `学校依申请于${formatDay(held.heldOn)}组织了听证，听证意见已经研究。`;
  const told = currentNotifications(record).find((notice) => notice.personId === personId);
  return told?.hearingOffered === true ? '学校已告知有权要求听证，未要求听证。' : '';
};

/**
 * That one person was told and heard, and what became of what was said, as a decision has to say it
 * (《事业单位工作人员处分规定》: 陈述申辩采纳情况). `who` is 本人, or 学生和家长.
 */
export const heardInFull = (record: CaseRecord, personId: string, who: string): string => {
  const told = currentNotifications(record).find((notice) => notice.personId === personId);
  const statement = currentStatements(record).find((each) => each.personId === personId);
  if (!told) return '';
  const what = told.intended === '' ? '认定的事实和处理依据' : '拟认定的事实、依据和拟作出的处理';
  const opening = `作出决定前，学校于${formatDay(told.notifiedOn)}将${what}告知${who}，并告知有权陈述和申辩。`;
  const hearing = hearingSentence(record, personId);
  switch (statement?.outcome) {
    case undefined:
      return opening + hearing;
    case 'waived':
      return `${opening}${who}书面放弃陈述和申辩。${hearing}`;
    case 'lapsed':
      return `${opening}${who}在期限内未提出陈述和申辩。${hearing}`;
    case 'stated': {
      const weighed =
        statement.adoption === null
          ? ''
          : `经复核，对提出的意见${adoptionLabels[statement.adoption]}${statement.adoptionReason === '' ? '。' : `：${sentence(statement.adoptionReason)}`}`;
      return `${opening}${formatDay(statement.heardOn)}，学校听取了${who}的陈述和申辩。${weighed}${hearing}`;
    }
  }
};

/** 书证、视听资料、当事人陈述: what the facts rest on; blank where nothing was put on record. */
export const proofsOf = (record: CaseRecord): string => {
  const later = new Set(
    record.rectification.flatMap(({ reports }) => reports.flatMap(({ evidence }) => evidence)),
  );
  const kinds = record.evidence
    .filter(({ id }) => !later.has(id))
    .map(({ kind }) => evidenceKindLabels[kind]);
  const interviews = record.investigation.interviews.map(({ kind }) =>
    kind === 'subject' || kind === 'talk' ? evidenceKindLabels.statement : evidenceKindLabels.witness,
  );
  return [...new Set([...kinds, ...interviews])]
    .filter((label) => label !== evidenceKindLabels.other)
    .join('、');
};

/** 上述事实，有书证、证人证言等证据证实。 */
export const proofSentence = (record: CaseRecord): string => {
  const proofs = proofsOf(record);
  return proofs === '' ? '' : `上述事实，有${proofs}等证据证实。`;
};

/** What was found of these people, or of the whole matter where it is about all of them or not each was found on. */
export const factsOf = (record: CaseRecord, personIds: readonly string[]): string => {
  const some = personIds.length > 0 && personIds.length < record.subjects.length;
  const findings = personIds.map((id) =>
    record.investigation.findings.find(({ personId }) => personId === id),
  );
  return some && findings.every((finding) => finding !== undefined)
    ? findings.map(({ facts }) => facts).join('\n')
    : record.facts;
};
