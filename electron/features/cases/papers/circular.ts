import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, heading, paragraph, typed } from '../../../documents/word/form-blocks.ts';
import type { DownwardPaper } from '../../../documents/word/model.ts';
import { measureNames } from '../notice-words.ts';
import { decisionOf, itemsOf, subjectsOf, type PaperMaker, type PaperSource } from '../paper-source.ts';
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
import { factsOf, heardInShort } from './heard.ts';
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

/** 通报: official, in the school, names the people it is about. What they said stays out of it. */
const circularPaper = (source: PaperSource): DownwardPaper => {
  const { school, texts, record } = source;
  const decision = decisionOf(source);
  const subjects = subjectsOf(source);
  const title = titleOfDecision(source);
  const remedies = remediesOf(source);
  return {
    ...officialFrame(source),
    issuer: source.letterhead.mark,
    title,
    titleWords: [...subjects.map(({ name }) => name), school.name, measureNames(itemsOf(source))],
    addressee: decision.addressee === '' ? texts.circular.addressee : decision.addressee,
    body: [
      ...subjects.map((subject) => paragraph(subjectLine(school.name, subject))),
      heading('查明的事实'),
      ...typed(
        sentence(
          factsOf(
            record,
            subjects.map(({ personId }) => personId),
          ),
        ),
      ),
      heading('处理意见和依据'),
      paragraph(`${sentence(decision.reason)}${heardInShort(record)}`),
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
  fields: (source) => ({ ...decisionFields(source), 要求: source.texts.circular.demand }),
});
