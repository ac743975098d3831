import { replaceNames } from '../../../../shared/kernel/masking.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, heading, paragraph, typed } from '../../../documents/word/form-blocks.ts';
import type { DownwardPaper } from '../../../documents/word/model.ts';
import { measureNames } from '../notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from '../paper-source.ts';
import { forOthers } from './audience.ts';
import {
  decidingWords,
  decisionFields,
  effectsBlock,
  inForceSentence,
  namesOf,
  officialFrame,
  printedFrame,
  titleOfDecision,
} from './decision-parts.ts';
import { factsOf, heardInShort, proofSentence } from './heard.ts';
import { lackingOfDecider, lackingOfDecision } from './lacking.ts';
import { propertiesOf } from './parts.ts';
import { subjectLine } from './people.ts';
import { remediesOf } from './remedy.ts';

/** 给予王立新通报批评; 对教务处予以警示通报 */
const givenWords = (source: PaperSource): string => {
  const measure = measureNames(itemsOf(source));
  return measure.endsWith('通报批评')
    ? `给予${namesOf(source)}通报批评`
    : `对${namesOf(source)}予以${measure}`;
};

/**
 * What a 通报 tells of the matter: colleagues whom it is not about, because nothing was decided on them or because they were
 * only asked, are not named before everybody.
 */
export const circularTexts = (source: PaperFacts): { readonly facts: string; readonly reason: string } => {
  const { record } = source;
  const own = subjectsOf(source);
  const others = [
    ...record.subjects.filter(({ kind }) => kind !== 'department').map(({ name }) => name),
    ...record.investigation.interviews.map(({ name }) => name),
  ].filter((name) => own.every((subject) => subject.name !== name));
  const without = (text: string): string => replaceNames(text, others, () => '有关人员');
  const ids = own.map(({ personId }) => personId);
  return { facts: without(factsOf(record, ids)), reason: without(decisionOf(source).reason) };
};

/** 通报: official, in the school, names the people it is about. What they said stays out of it. */
const circularPaper = (source: PaperSource): DownwardPaper => {
  const { school, texts, record } = source;
  const decision = decisionOf(source);
  const subjects = subjectsOf(source);
  const title = titleOfDecision(source);
  const remedies = remediesOf(source);
  const told = circularTexts(source);
  return {
    ...officialFrame(source),
    issuer: source.letterhead.mark,
    title,
    titleWords: [...subjects.map(({ name }) => name), school.name, measureNames(itemsOf(source))],
    addressee: decision.addressee === '' ? texts.circular.addressee : decision.addressee,
    body: [
      ...subjects.map((subject) => paragraph(subjectLine(school.name, subject))),
      heading('查明的事实'),
      ...typed(sentence(told.facts)),
      heading('处理意见和依据'),
      paragraph(`${sentence(told.reason)}${heardInShort(record)}`),
      paragraph(`${decidingWords(source)}${givenWords(source)}。${inForceSentence(source)}`),
      ...effectsBlock(source, '本处理的影响'),
      heading('有关要求'),
      paragraph(texts.circular.demand),
      heading('复核和申诉'),
      ...remedies.map((text, at) => {
        const whole = remedies.length === 1 ? `${namesOf(source)}${text}` : text;
        return at === remedies.length - 1 ? closing(whole) : paragraph(whole);
      }),
    ],
    signature: { issuer: school.name, day: decision.decidedOn },
    sealed: true,
    ...printedFrame(source),
    properties: propertiesOf(school, title, decision.decided.at),
  };
};

export const circularMaker: PaperMaker = forOthers({
  numberSuffix: null,
  title: titleOfDecision,
  lacking: (source) => [...lackingOfDecision(source), ...lackingOfDecider(source)],
  make: circularPaper,
  datedOn: (source) => decisionOf(source).decidedOn,
  fields: (source) => {
    const { facts } = circularTexts(source);
    return {
      ...decisionFields(source),
      查明事实: `${sentence(facts)}${proofSentence(source.record)}`,
      要求: source.texts.circular.demand,
    };
  },
});
