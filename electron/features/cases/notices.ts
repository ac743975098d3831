import { formatDay } from '../../../shared/kernel/dates.ts';
import { fillText } from '../../../shared/kernel/fill.ts';
import { currentNotifications, currentStatements } from '../../../shared/features/cases/conditions.ts';
import type { CaseSubject } from '../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import type { Block, OfficialPaper, PlainForm } from '../../documents/word/model.ts';
import {
  citedGrounds,
  decidedBy,
  decisionPaperTitle,
  measureNames,
  noticeKind,
  sentence,
} from './notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from './paper-source.ts';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The last paragraph of a paper: it goes to the page of the signature, which then never stands alone. */
export const closing = (text: string): Block => ({ kind: 'paragraph', text, keepWithNext: true });

/** 王芳（教务处语文教师）; 教务处、德育处 when several. */
const introduced = ({ name, department, post, kind }: CaseSubject): string => {
  const place = kind === 'department' ? '' : `${department}${post}`;
  return place === '' ? name : `${name}（${place}）`;
};

const subjectLine = ({ name, department, post, postGrade, kind }: CaseSubject): string => {
  const where = kind === 'department' ? '' : `${department}${post}`;
  return `${[name, ...(where === '' ? [] : [where]), ...(postGrade === '' ? [] : [postGrade])].join('，')}。`;
};

const formOf = (source: PaperFacts): ReturnType<typeof noticeKind> =>
  noticeKind(source.paper?.form ?? 'circular', itemsOf(source));

/** The paragraph on how to object. In cases of 师德 the authority reviews, in all others the school itself. */
export const remedyOf = (source: PaperSource): string =>
  fillText(source.record.matter.ethics ? source.texts.remedy.ethics : source.texts.remedy.general, {
    paper: formOf(source),
    school: '学校',
    authority: source.school.authority,
  });

/** That the person was told and heard, in one sentence; nothing where the measure asked for no statement. */
export const heardSentence = (record: CaseRecord): string => {
  const told = currentNotifications(record);
  const heard = currentStatements(record);
  const [first] = told;
  if (!first || heard.length === 0) return '';
  const stated = heard.filter(({ outcome }) => outcome === 'stated');
  const day = `学校已于${formatDay(first.notifiedOn)}将认定的事实和处理依据告知本人`;
  if (stated.length === 0) return `${day}，本人未提出陈述和申辩。`;
  return `${day}，并听取了陈述和申辩，对提出的意见作了复核。`;
};

const nameList = (source: PaperSource): string =>
  subjectsOf(source)
    .map(({ name }) => name)
    .join('、');

/** 主要影响 of the measures, each once. */
export const effectsOf = (source: PaperSource): Block[] => {
  const effects = [...new Set(itemsOf(source).map(({ measure }) => measure.effects))].filter(
    (text) => text !== '',
  );
  return effects.length === 0 ? [] : [paragraph(`本处理的影响：${effects.map(sentence).join('')}`)];
};

export const properties = (source: PaperSource, title: string): PlainForm['properties'] => ({
  title,
  author: source.school.name,
  createdAt: decisionOf(source).decided.at,
});

const titleOf = (source: PaperFacts): string =>
  source.paper?.title ??
  decisionPaperTitle(source.school.name, source.record, source.paper?.form ?? 'circular', itemsOf(source));

const circularPaper = (source: PaperSource): OfficialPaper => {
  const { school, texts, record } = source;
  const decision = decisionOf(source);
  const subjects = subjectsOf(source);
  const effectiveOn = itemsOf(source)[0]?.effectiveOn ?? decision.decidedOn;
  const title = titleOf(source);
  return {
    form: 'official',
    issuer: `${school.name}文件`,
    number: source.paper?.number ?? undefined,
    title,
    titleWords: [...subjects.map(({ name }) => name), school.name, measureNames(itemsOf(source))],
    addressee: decision.addressee === '' ? texts.circular.addressee : decision.addressee,
    body: [
      ...subjects.map((subject) => paragraph(subjectLine(subject))),
      { kind: 'heading', level: 1, text: '查明的事实' },
      paragraph(sentence(record.facts)),
      { kind: 'heading', level: 1, text: '处理意见和依据' },
      paragraph(`${sentence(decision.reason)}${heardSentence(record)}`),
      paragraph(
        `${citedGrounds(decision)}，${decidedBy(decision)}，决定给予${nameList(source)}${measureNames(itemsOf(source))}。本决定自${formatDay(effectiveOn)}起生效。`,
      ),
      ...effectsOf(source),
      { kind: 'heading', level: 1, text: '有关要求' },
      paragraph(texts.circular.demand),
      { kind: 'heading', level: 1, text: '复核和申诉' },
      closing(`${nameList(source)}${remedyOf(source)}`),
    ],
    signature: { issuer: school.name, day: decision.decidedOn },
    sealed: true,
    printedBy: `${school.name}办公室`,
    ...(source.printedOn === undefined ? {} : { printedOn: source.printedOn }),
    draft: source.draft,
    properties: properties(source, title),
  };
};

/** Room to the right of a signature: ordinary spaces at the end of a line would be dropped. */
const FROM_RIGHT = '\u00a0'.repeat(4);

/** The school's name and the day at the foot of a plain form, where the seal goes. */
export const signed = (school: School, day: string): Block[] => [
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

const plainNotice = (source: PaperSource, orders: readonly Block[], demand: string): PlainForm => {
  const { school, record } = source;
  const decision = decisionOf(source);
  const effectiveOn = itemsOf(source)[0]?.effectiveOn ?? decision.decidedOn;
  return {
    form: 'plain',
    issuer: school.name,
    title: formOf(source),
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      { kind: 'paragraph', text: `${subjectsOf(source).map(introduced).join('、')}：`, indent: 'none' },
      paragraph(`经核实，${sentence(record.facts)}`),
      paragraph(`${sentence(decision.reason)}${heardSentence(record)}`),
      paragraph(
        `${citedGrounds(decision)}，${decidedBy(decision)}，决定${orderWords(nameList(source), measureNames(itemsOf(source)))}。本决定自${formatDay(effectiveOn)}起生效。`,
      ),
      ...orders,
      paragraph(demand),
      ...effectsOf(source),
      closing(remedyOf(source)),
      ...signed(school, decision.decidedOn),
    ],
    draft: source.draft,
    properties: properties(source, titleOf(source)),
  };
};

/** What every paper of a decision has to have before it leaves the house. */
export const lackingOfDecision = (source: PaperFacts): string[] => {
  const { record, school } = source;
  const decision = decisionOf(source);
  return [
    ...(record.facts.trim() === '' ? ['查明的事实'] : []),
    ...(decision.grounds.length === 0 ? ['依据'] : []),
    ...(school.authority.trim() === '' ? ['复核和申诉的受理机关'] : []),
    ...(source.paper?.number ? [] : ['文号']),
  ];
};

const decisionMaker = (make: PaperMaker['make']): PaperMaker => ({
  numberSuffix: null,
  title: titleOf,
  lacking: lackingOfDecision,
  make,
  datedOn: (source) => decisionOf(source).decidedOn,
});

const withItems = (source: PaperSource): Block[] =>
  source.record.rectification.length > 0
    ? [paragraph(source.texts.order.lead), orderedItems(source.record)]
    : [];

export const circularMaker = decisionMaker(circularPaper);
export const orderMaker = decisionMaker((source) =>
  plainNotice(source, withItems(source), source.texts.order.demand),
);
export const letterMaker = decisionMaker((source) =>
  plainNotice(source, withItems(source), source.texts.letter.demand),
);
