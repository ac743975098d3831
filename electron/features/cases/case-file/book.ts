import type { CaseFileBook, BoundPaper } from '../../../documents/package/book.ts';
import type { DossierSection } from '../../../documents/word/model.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { stateLabels } from '../../../../shared/features/cases/states.ts';
import { peopleInTitle } from '../notice-words.ts';
import type { PaperFacts } from '../paper-source.ts';
import { maskedRecord, publicName } from '../papers/masking.ts';
import { carriedOut } from './carried-out.ts';
import { course } from './course.ts';
import { decided } from './decided.ts';
import { heard } from './hearing.ts';
import { evidence, factsFound, interviews, investigation } from './inquiry.ts';
import { ending, registration } from './registration.ts';

/** The record of a case in chapters, with `more` of other features: all that happened, without internal notes and without who reported it. */
export const caseChapters = (
  { record, standards, sanctions }: PaperFacts,
  more: readonly DossierSection[] = [],
): DossierSection[] => {
  const inquiry = investigation({ record, standards });
  return [
    { title: '登记', blocks: registration(record) },
    { title: '核实', blocks: factsFound(record) },
    ...(inquiry.length === 0 ? [] : [{ title: '立案和调查', blocks: inquiry }]),
    ...(record.investigation.interviews.length === 0
      ? []
      : [{ title: '询问和谈话', blocks: interviews(record) }]),
    ...(record.evidence.length === 0 ? [] : [{ title: '证据目录', blocks: evidence(record) }]),
    { title: '告知、陈述和听证', blocks: heard(record) },
    { title: '决定', blocks: decided(record) },
    { title: '送达和执行', blocks: carriedOut(record, sanctions) },
    ...more,
    { title: '期限和经过', blocks: course(record) },
    { title: '办结', blocks: ending(record) },
  ];
};

/** How a file of a case is headed; its title names no pupil. */
export const headOfFile = (
  { school, record }: Pick<PaperFacts, 'school' | 'record'>,
  createdAt: string,
): { title: string; issuer: string; number: string; createdAt: string } => ({
  title: `${record.matter.name}问题案卷`,
  issuer: school.name,
  number: record.number,
  createdAt,
});

/** Characters that a line of the cover holds. */
const COVER_LINE = 9;

/** The people of the case on one line: the first of them with their number where all do not fit. */
const onCover = (record: CaseRecord): string => {
  const all = peopleInTitle(record);
  const [first] = record.subjects;
  return all.length <= COVER_LINE || first === undefined
    ? all
    : `${publicName(record, first)}等${String(record.subjects.length)}${first.kind === 'department' ? '个' : '人'}`;
};

/** A whole case as one book: the record, the list of its papers, and the text of those that can be printed again. */
export const caseBook = (
  source: PaperFacts,
  papers: readonly BoundPaper[],
  more: readonly DossierSection[],
  { day, createdAt }: { readonly day: string; readonly createdAt: string },
): CaseFileBook => {
  const seen = { ...source, record: maskedRecord(source.record) };
  const { record } = seen;
  return {
    ...headOfFile(seen, createdAt),
    day,
    facts: [
      { label: '事项', value: record.matter.name },
      { label: '当事人', value: onCover(source.record) },
      { label: '状态', value: stateLabels[record.state] },
    ],
    chapters: caseChapters(seen, more),
    papers,
  };
};
