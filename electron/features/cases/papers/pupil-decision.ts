import { formatDay } from '../../../../shared/kernel/dates.ts';
import { currentNotifications } from '../../../../shared/features/cases/conditions.ts';
import { guardianWayLabels } from '../../../../shared/features/cases/hearing.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import {
  closing,
  fields,
  heading,
  paragraph,
  row,
  signed,
  typed,
} from '../../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../../documents/word/model.ts';
import { decidedBy, groundsLine } from '../notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from '../paper-source.ts';
import { forThemselves } from './audience.ts';
import { decisionFields, kindOfPaper, titleOfDecision } from './decision-parts.ts';
import { factsOf, heardInFull, proofSentence } from './heard.ts';
import { blankOf, isFilled, lackingOfDecider, lackingOfDecision } from './lacking.ts';
import { effectsOf, measureWithPeriod, periodOf } from './measure-words.ts';
import { propertiesOf } from './parts.ts';
import { introduced } from './people.ts';
import { remediesOf, remedyOf } from './remedy.ts';

/** Rules of the school as the decision cites them, each with the day it was published: an unpublished one may not be applied. */
const citedRules = (
  source: PaperFacts,
): readonly { readonly text: string; readonly publishedOn: string | null }[] =>
  decisionOf(source)
    .grounds.filter(({ kind }) => kind === 'school-rule')
    .map(({ ref, text }) => ({ text, publishedOn: source.standards.rules.get(ref)?.publishedOn ?? null }));

/** 依据《…》、学校《学生违纪处理办法》第三条（2025年9月1日公布） */
const groundWords = (source: PaperFacts): string => {
  const rules = citedRules(source).map(({ text, publishedOn }) => ({
    text: `学校${text}${publishedOn === null ? '' : `（${formatDay(publishedOn)}公布）`}`,
  }));
  const laws = decisionOf(source).grounds.filter(({ kind }) => kind === 'law');
  return `依据${groundsLine([...laws, ...rules])}`;
};

const guardianOf = (source: PaperFacts, subject: CaseSubject | undefined): string => {
  const told = currentNotifications(source.record).find(
    ({ personId }) => personId === subject?.personId,
  )?.guardian;
  const name = subject?.guardian?.name ?? told?.name ?? '';
  const relation = subject?.guardian?.relation ?? '';
  return name === '' || relation === '' ? name : `${name}（${relation}）`;
};

/** 2026年11月13日当面告知监护人: when and how the guardian was told before the decision. */
const toldBefore = (source: PaperFacts, subject: CaseSubject | undefined): string => {
  const told = currentNotifications(source.record).find(({ personId }) => personId === subject?.personId);
  if (!told?.guardian) return '';
  const { name, way, toldOn } = told.guardian;
  return `学校于${formatDay(toldOn)}以${guardianWayLabels[way]}方式事先告知监护人${name}`;
};

const measures = (source: PaperSource): Block[] =>
  itemsOf(source).map((item) => {
    const period = periodOf(item);
    const span = period === '' ? `自${formatDay(item.effectiveOn)}起执行` : period;
    return paragraph(`${item.measure.name}，${span}。`);
  });

const pupilPaper = (source: PaperSource): PlainForm => {
  const { school, record, texts } = source;
  const decision = decisionOf(source);
  const [subject] = subjectsOf(source);
  const effects = effectsOf(itemsOf(source));
  const sanction = itemsOf(source).some(({ measure }) => measure.kind === 'pupil-sanction');
  return {
    form: 'plain',
    issuer: school.name,
    title: kindOfPaper(source),
    ...(source.paper?.number ? { number: source.paper.number } : {}),
    body: [
      fields(
        row(['学生', subject?.name ?? ''], ['班级', subject?.department ?? '']),
        row(['监护人', guardianOf(source, subject)], ['发生日期', formatDay(record.occurredOn)]),
      ),
      heading('行为和事实'),
      ...typed(`${sentence(factsOf(record, subject ? [subject.personId] : []))}${proofSentence(record)}`),
      heading('告知和听取意见'),
      paragraph(
        `${sentence(toldBefore(source, subject))}${subject ? heardInFull(record, subject.personId, '学生和家长') : ''}`,
      ),
      heading(sanction ? '处分决定' : '教育惩戒决定'),
      paragraph(
        `${sentence(decision.reason)}${groundWords(source)}，${decidedBy(decision)}，决定给予${subject?.name ?? ''}下列${sanction ? '处分' : '教育惩戒'}：`,
      ),
      ...measures(source),
      ...(effects === '' ? [] : [paragraph(effects)]),
      heading('帮扶安排'),
      paragraph(texts.pupil.help),
      ...(sanction || itemsOf(source).some(({ endsOn }) => endsOn !== null)
        ? [heading('解除条件'), paragraph(texts.pupil.lifting)]
        : []),
      heading('申诉'),
      ...remediesOf(source).map(paragraph),
      closing(texts.pupil.secrecy),
      ...signed(school.name, decision.decidedOn),
    ],
    draft: source.draft,
    properties: propertiesOf(school, titleOfDecision(source), decision.decided.at),
  };
};

/** From 第九条 of 《中小学教育惩戒规则（试行）》 upwards guardians have to be told; from 第十条 before the decision, and heard. */
const isGrave = (source: PaperFacts): boolean =>
  itemsOf(source).some(({ measure }) => measure.pupilLevel === 'grave' || measure.pupilLevel === 'sanction');

const lackingOfPupil = (source: PaperFacts): string[] => {
  const [subject] = subjectsOf(source);
  const rules = citedRules(source);
  return [
    ...lackingOfDecision(source).map((field) =>
      field.startsWith('复核和申诉') ? '申诉复核的主管部门（在学校信息中填写主管教育部门）' : field,
    ),
    ...lackingOfDecider(source),
    ...blankOf(
      ['监护人', isFilled(guardianOf(source, subject))],
      ['所依据的校规条款', rules.length > 0],
      ['校规的公布日期', rules.every(({ publishedOn }) => publishedOn !== null)],
    ),
    ...(isGrave(source)
      ? blankOf(
          ['事先告知监护人的日期', isFilled(toldBefore(source, subject))],
          [
            '陈述申辩情况',
            subject !== undefined && heardInFull(source.record, subject.personId, '学生') !== '',
          ],
        )
      : []),
  ];
};

/** 学生教育惩戒决定书, 学生纪律处分决定书: for the pupil and the guardian alone. */
export const pupilDecisionMaker: PaperMaker = forThemselves({
  numberSuffix: null,
  title: titleOfDecision,
  lacking: lackingOfPupil,
  make: pupilPaper,
  datedOn: (source) => decisionOf(source).decidedOn,
  fields: (source) => {
    const [subject] = subjectsOf(source);
    return {
      ...decisionFields(source),
      学生: subject ? introduced(subject) : '',
      监护人: guardianOf(source, subject),
      校规条款: citedRules(source)
        .map(
          ({ text, publishedOn }) =>
            `${text}${publishedOn === null ? '' : `（${formatDay(publishedOn)}公布）`}`,
        )
        .join('、'),
      惩戒措施: itemsOf(source).map(measureWithPeriod).join('；'),
      陈述申辩情况: subject ? heardInFull(source.record, subject.personId, '学生和家长') : '',
      申诉途径: remedyOf(source),
      帮扶安排: source.texts.pupil.help,
      解除条件: source.texts.pupil.lifting,
    };
  },
});
