import { formatDay } from '../../../../shared/kernel/dates.ts';
import { fillText } from '../../../../shared/kernel/fill.ts';
import type { Interview } from '../../../../shared/features/cases/investigation.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { closing, fields, pens, row } from '../../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../../documents/word/model.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forThemselves } from './audience.ts';
import { blankOf, isFilled } from './lacking.ts';
import { clockTime, instantOf, nameList, propertiesOf } from './parts.ts';

const interviewOf = ({ record, aboutId }: PaperFacts): Interview | undefined =>
  record.investigation.interviews.find(({ id }) => id === aboutId);

const kindOf = (interview: Interview | undefined): string =>
  interview?.kind === 'talk' ? '谈话（诫勉）记录' : '询问笔录';

/** Its place among the interviews of the case: names stay out of titles, and two of one person have to be told apart. */
const titleOf = (source: PaperFacts): string => {
  const { interviews } = source.record.investigation;
  const at = interviews.findIndex(({ id }) => id === source.aboutId);
  const interview = interviews[at];
  const isPupil =
    interview?.minor === true ||
    source.record.subjects.some(({ personId, kind }) => kind === 'pupil' && personId === interview?.personId);
  const name = interview?.kind === 'complainant' ? '反映人' : isPupil ? '一名学生' : (interview?.name ?? '');
  const who = interview === undefined ? '' : `${name}，第${String(at + 1)}次`;
  return `${kindOf(interview)}${who === '' ? '' : `（${who}）`}`;
};

const answered = ({ lines }: Interview): Block[] =>
  lines.flatMap(({ question, answer }): Block[] => [
    { kind: 'paragraph', text: [{ text: '问：', face: 'hei' }, sentenceOf(question, '？')] },
    {
      kind: 'paragraph',
      text: [{ text: '答：', face: 'hei' }, sentence(answer === '' ? '（未回答）' : answer)],
    },
  ]);

const sentenceOf = (text: string, mark: string): string =>
  /[。！？?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}${mark}`;

const rightsText = ({ texts, school }: PaperSource, { minor }: Interview): string =>
  `${fillText(texts.interview.rights, { school: school.name })}${minor ? texts.interview.minor : ''}以上内容你听清楚了吗？是否申请回避？`;

/** What was told before the first question (权利义务与回避告知), as the record's first question and answer. */
const rights = (source: PaperSource, interview: Interview): Block[] => [
  { kind: 'paragraph', text: [{ text: '告知：', face: 'hei' }, rightsText(source, interview)] },
  { kind: 'paragraph', text: [{ text: '答：', face: 'hei' }, source.texts.interview.understood] },
];

const withCapacity = ({ name, capacity }: Interview): string =>
  capacity === '' ? name : `${name}（${capacity}）`;

const signatures = (interview: Interview, texts: PaperSource['texts']): Block[] => [
  closing(
    `${interview.signed ? texts.interview.checked : `被询问人拒绝签名。情况说明：${sentence(interview.refusal)}`}${texts.interview.correction}`,
  ),
  pens(
    '被询问人',
    ...(interview.minor ? ['在场成年人'] : ['日期']),
    '询问人',
    '询问人',
    '记录人',
    ...(interview.minor ? ['日期'] : []),
  ),
];

/** 询问（谈话）笔录: time, place, two who ask and one who writes, rights told, questions and answers, signatures on every page. */
const interviewPaper = (source: PaperSource): PlainForm => {
  const { school, record, texts } = source;
  const interview = interviewOf(source);
  const title = kindOf(interview);
  const base = {
    form: 'plain',
    issuer: school.name,
    title,
    number: `案号：${record.number}`,
    draft: source.draft,
  } as const;
  if (!interview)
    return { ...base, body: [], properties: propertiesOf(school, title, instantOf(record.registeredOn)) };
  return {
    ...base,
    body: [
      fields(
        row([
          '时间',
          `${formatDay(interview.heldOn)}${clockTime(interview.from)}至${clockTime(interview.to)}`,
        ]),
        row(['地点', interview.place], ['事由', record.matter.name]),
        row(['询问人', nameList(interview.interviewers)], ['记录人', interview.recorder.name]),
        row(['被询问人', interview.name], ['身份', interview.capacity]),
        ...(interview.minor ? [row(['在场成年人', interview.adult])] : []),
      ),
      ...rights(source, interview),
      ...answered(interview),
      ...(interview.demands === ''
        ? []
        : [
            {
              kind: 'paragraph',
              text: [{ text: '要求：', face: 'hei' }, sentence(interview.demands)],
            } as const,
          ]),
      ...signatures(interview, texts),
    ],
    everyPage: '被询问人：　　　　　　　询问人：　　　　　　　　　　记录人：',
    properties: propertiesOf(school, titleOf(source), interview.recorded.at),
  };
};

export const interviewMaker: PaperMaker = forThemselves({
  numberSuffix: null,
  title: titleOf,
  lacking: (source) => {
    const interview = interviewOf(source);
    if (!interview) return ['笔录'];
    return blankOf(
      ['两名询问人', new Set(interview.interviewers.map(({ id }) => id)).size >= 2],
      ['记录人', isFilled(interview.recorder.name)],
      ['询问地点', isFilled(interview.place)],
      ['被询问人的身份', isFilled(interview.capacity)],
      ['权利义务和回避告知', interview.rightsTold],
      ['回答', interview.lines.some(({ answer }) => isFilled(answer))],
      ['在场的监护人或者合适成年人', !interview.minor || isFilled(interview.adult)],
      ['本人签名，或者拒签说明', interview.signed || isFilled(interview.refusal)],
      ['谈话提出的要求', interview.kind !== 'talk' || isFilled(interview.demands)],
    );
  },
  make: interviewPaper,
  datedOn: (source) => interviewOf(source)?.heldOn ?? source.record.registeredOn,
  fields: (source) => {
    const interview = interviewOf(source);
    if (!interview) return {};
    const time = `${formatDay(interview.heldOn)}${clockTime(interview.from)}至${clockTime(interview.to)}`;
    const asked = interview.lines;
    return interview.kind === 'talk'
      ? {
          当事人: withCapacity(interview),
          谈话时间: time,
          谈话人: nameList(interview.interviewers),
          问题: asked.map(({ question }) => question),
          要求: interview.demands,
          本人表态: asked.map(({ answer }) => answer),
          整改期限: /[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日/u.exec(interview.demands)?.[0] ?? interview.demands,
        }
      : {
          询问时间: time,
          询问地点: interview.place,
          询问人: nameList(interview.interviewers),
          记录人: interview.recorder.name,
          被询问人: withCapacity(interview),
          权利义务告知: rightsText(source, interview),
          问答: asked.flatMap(({ question, answer }) => [`问：${question}`, `答：${answer}`]),
          在场监护人: interview.adult,
        };
  },
});
