import { createHash } from 'node:crypto';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { fillText } from '../../../shared/kernel/fill.ts';
import type { CaseRecord, CaseSubject, Decision } from '../../../shared/features/cases/schema.ts';
import { currentNotifications, currentStatements } from '../../../shared/features/cases/workflow.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import type { PaperProposal } from '../../../shared/law/proposal.ts';
import type { Block, OfficialPaper, Paper, PlainForm } from '../../documents/word/model.ts';
import { citedGrounds, decidedBy, noticeKind, noticeTitle, sentence } from './notice-words.ts';
import type { PaperTexts } from './paper-texts.ts';

/** Everything that the paper of a decision is made from. */
export interface NoticeSource {
  readonly school: School;
  readonly texts: PaperTexts;
  readonly record: CaseRecord;
  readonly decision: Decision;
  /** 印发日期; undefined in a draft. */
  readonly printedOn: string | undefined;
  readonly draft: boolean;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The last paragraph of a paper: it goes to the page of the signature, which then never stands alone. */
const closing = (text: string): Block => ({ kind: 'paragraph', text, keepWithNext: true });

/** 王芳（教务处语文教师）; 教务处、德育处 when several. */
const introduced = ({ name, department, post }: CaseSubject): string => {
  const place = `${department}${post}`;
  return place === '' ? name : `${name}（${place}）`;
};

const subjectLine = ({ name, department, post, postGrade }: CaseSubject): string => {
  const where = `${department}${post}`;
  return `${[name, ...(where === '' ? [] : [where]), ...(postGrade === '' ? [] : [postGrade])].join('，')}。`;
};

/** The paragraph on how to object. In cases of 师德 the authority reviews, in all others the school itself. */
export const remedyOf = ({ school, texts, record, decision }: NoticeSource): string =>
  fillText(record.matter.ethics ? texts.remedy.ethics : texts.remedy.general, {
    paper: noticeKind(decision),
    school: '学校',
    authority: school.authority,
  });

/** That the person was told and heard, in one sentence; nothing where the measure asked for no statement. */
const heardSentence = (record: CaseRecord): string => {
  const told = currentNotifications(record);
  const heard = currentStatements(record);
  const [first] = told;
  if (!first || heard.length === 0) return '';
  const stated = heard.filter(({ outcome }) => outcome === 'stated');
  const day = `学校已于${formatDay(first.notifiedOn)}将认定的事实和处理依据告知本人`;
  if (stated.length === 0) return `${day}，本人未提出陈述和申辩。`;
  return `${day}，并听取了陈述和申辩，对提出的意见作了复核。`;
};

const nameList = (record: CaseRecord): string => record.subjects.map(({ name }) => name).join('、');

const circularPaper = (source: NoticeSource): OfficialPaper => {
  const { school, texts, record, decision } = source;
  const names = record.subjects.map(({ name }) => name);
  return {
    form: 'official',
    issuer: `${school.name}文件`,
    number: record.paper?.number,
    title: noticeTitle(school.name, record, decision),
    titleWords: [...names, school.name, decision.measure.name],
    addressee: decision.addressee === '' ? texts.circular.addressee : decision.addressee,
    body: [
      ...record.subjects.map((subject) => paragraph(subjectLine(subject))),
      { kind: 'heading', level: 1, text: '查明的事实' },
      paragraph(sentence(record.facts)),
      { kind: 'heading', level: 1, text: '处理意见和依据' },
      paragraph(`${sentence(decision.reason)}${heardSentence(record)}`),
      paragraph(
        `${citedGrounds(decision)}，${decidedBy(decision)}，决定给予${nameList(record)}${decision.measure.name}。本决定自${formatDay(decision.effectiveOn)}起生效。`,
      ),
      ...(decision.measure.effects === ''
        ? []
        : [paragraph(`本处理的影响：${sentence(decision.measure.effects)}`)]),
      { kind: 'heading', level: 1, text: '有关要求' },
      paragraph(texts.circular.demand),
      { kind: 'heading', level: 1, text: '复核和申诉' },
      closing(`${nameList(record)}${remedyOf(source)}`),
    ],
    signature: { issuer: school.name, day: decision.decidedOn },
    sealed: true,
    printedBy: `${school.name}办公室`,
    ...(source.printedOn === undefined ? {} : { printedOn: source.printedOn }),
    draft: source.draft,
    properties: {
      title: noticeTitle(school.name, record, decision),
      author: school.name,
      createdAt: decision.decided.at,
    },
  };
};

/** Room to the right of a signature: ordinary spaces at the end of a line would be dropped. */
const FROM_RIGHT = '\u00a0'.repeat(4);

/** The school's name and the day at the foot of a plain form, where the seal goes. */
const signed = (school: School, day: string): Block[] => [
  { kind: 'blank' },
  { kind: 'paragraph', text: school.name + FROM_RIGHT, indent: 'none', align: 'right', keepWithNext: true },
  { kind: 'paragraph', text: formatDay(day) + FROM_RIGHT, indent: 'none', align: 'right' },
];

const orderedItems = (record: CaseRecord): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 1.3, align: 'center' },
    { title: '要求', width: 5.6 },
    { title: '期限', width: 3.5, align: 'center' },
    { title: '责任人', width: 1.8, align: 'center' },
    { title: '复查人', width: 1.8, align: 'center' },
  ],
  rows: record.rectification.map(({ text, dueOn, responsible, checker }, index) => [
    String(index + 1),
    text,
    formatDay(dueOn),
    responsible.name,
    checker.name,
  ]),
});

/** 责令王立新整改; 对王立新予以书面批评教育. */
const orderWords = (names: string, measure: string): string =>
  measure.startsWith('责令') ? `责令${names}${measure.slice(2)}` : `对${names}予以${measure}`;

const plainNotice = (source: NoticeSource, orders: readonly Block[], demand: string): PlainForm => {
  const { school, record, decision } = source;
  return {
    form: 'plain',
    issuer: school.name,
    title: noticeKind(decision),
    ...(record.paper ? { number: record.paper.number } : {}),
    body: [
      { kind: 'paragraph', text: `${record.subjects.map(introduced).join('、')}：`, indent: 'none' },
      paragraph(`经核实，${sentence(record.facts)}`),
      paragraph(`${sentence(decision.reason)}${heardSentence(record)}`),
      paragraph(
        `${citedGrounds(decision)}，${decidedBy(decision)}，决定${orderWords(nameList(record), decision.measure.name)}。本决定自${formatDay(decision.effectiveOn)}起生效。`,
      ),
      ...orders,
      paragraph(demand),
      ...(decision.measure.effects === ''
        ? []
        : [paragraph(`本处理的影响：${sentence(decision.measure.effects)}`)]),
      closing(remedyOf(source)),
      ...signed(school, decision.decidedOn),
    ],
    draft: source.draft,
    properties: {
      title: noticeTitle(school.name, record, decision),
      author: school.name,
      createdAt: decision.decided.at,
    },
  };
};

/** The paper of a decision as plain data. @throws RangeError for a measure that has no paper. */
export const noticePaper = (source: NoticeSource): Paper => {
  const { texts, record, decision } = source;
  switch (decision.measure.paper) {
    case 'circular':
      return circularPaper(source);
    case 'order':
      return plainNotice(source, [paragraph(texts.order.lead), orderedItems(record)], texts.order.demand);
    case 'letter': {
      const orders: Block[] =
        record.rectification.length > 0 ? [paragraph(texts.order.lead), orderedItems(record)] : [];
      return plainNotice(source, orders, texts.letter.demand);
    }
    case 'notice':
    case 'decision':
    case 'pupil-decision':
    case 'referral':
    case null:
      throw new RangeError(`measure without a paper: ${decision.measure.code}`);
  }
};

/** What the rules on papers look at. */
export const noticeProposal = (source: NoticeSource): PaperProposal => ({
  title: noticeKind(source.decision),
  number: source.record.paper?.number ?? null,
  issuer: source.school.name,
  datedOn: source.decision.decidedOn,
  remedy: remedyOf(source),
  needsRemedy: true,
  authority: source.school.authority,
});

/** Tells papers apart by what they print, whatever packs them into a file. */
export const contentHash = (paper: Paper): string =>
  createHash('sha256').update(JSON.stringify(paper)).digest('hex');
