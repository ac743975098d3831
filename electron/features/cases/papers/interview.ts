import { formatDay } from '../../../../shared/kernel/dates.ts';
import { fillText } from '../../../../shared/kernel/fill.ts';
import { interviewKindLabels, type Interview } from '../../../../shared/features/cases/investigation.ts';
import type { Block, PlainForm } from '../../../documents/word/model.ts';
import { sentence } from '../notice-words.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { forThemselves } from './audience.ts';
import { blankOf, isFilled } from './lacking.ts';
import { clockTime, fields, instantOf, nameList, paragraph, PEN_DATE, propertiesOf, row } from './parts.ts';

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
  const who =
    interview === undefined
      ? ''
      : isPupil
        ? `一名学生，第${String(at + 1)}次`
        : `${interview.name}，第${String(at + 1)}次`;
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

/** What was told before the first question (权利义务与回避告知), as the record's first question and answer. */
const rights = ({ texts, school }: PaperSource, { minor }: Interview): Block[] => [
  {
    kind: 'paragraph',
    text: [
      { text: '告知：', face: 'hei' },
      `${fillText(texts.interview.rights, { school: school.name })}${minor ? texts.interview.minor : ''}以上内容你听清楚了吗？是否申请回避？`,
    ],
  },
  { kind: 'paragraph', text: [{ text: '答：', face: 'hei' }, texts.interview.understood] },
];

const signatures = (interview: Interview, texts: PaperSource['texts']): Block[] => [
  paragraph(
    interview.signed
      ? texts.interview.checked
      : `被询问人拒绝在笔录上签名。情况说明：${sentence(interview.refusal)}`,
  ),
  paragraph(texts.interview.correction),
  {
    kind: 'signatures',
    columns: 1,
    lines: [
      { label: '被询问人（签名、捺印）：', after: PEN_DATE },
      ...(interview.minor ? [{ label: '在场监护人或合适成年人：', after: PEN_DATE }] : []),
      { label: '询问人：　　　　　　　', after: PEN_DATE },
      { label: '询问人：　　　　　　　', after: PEN_DATE },
      { label: '记录人：　　　　　　　', after: PEN_DATE },
    ],
  },
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
    everyPage: '被询问人：　　　　　　　　询问人：　　　　　　　　　　　　记录人：',
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
    return {
      笔录种类: interview ? interviewKindLabels[interview.kind] : '',
      被询问人: interview?.name ?? '',
      被询问人身份: interview?.capacity ?? '',
      询问时间: interview
        ? `${formatDay(interview.heldOn)}${clockTime(interview.from)}至${clockTime(interview.to)}`
        : '',
      询问地点: interview?.place ?? '',
      询问人: nameList(interview?.interviewers ?? []),
      记录人: interview?.recorder.name ?? '',
      在场成年人: interview?.adult ?? '',
      问答: interview?.lines.map(({ question, answer }) => `问：${question}\n答：${answer}`).join('\n') ?? '',
      要求: interview?.demands ?? '',
    };
  },
});
