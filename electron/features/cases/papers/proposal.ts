import { formatDay } from '../../../../shared/kernel/dates.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { heading, paragraph, typed } from '../../../documents/word/form-blocks.ts';
import type { Attachment, UpwardPaper } from '../../../documents/word/model.ts';
import { citedGrounds, decidedBy, measureNames } from '../notice-words.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from '../paper-source.ts';
import type { PaperTexts } from '../paper-texts.ts';
import { forOthers } from './audience.ts';
import { decisionFields, officialFrame, printedFrame, titleOfDecision } from './decision-parts.ts';
import { factsOf, heardInFull, proofSentence } from './heard.ts';
import { blankOf, isFilled, lackingOfDecider, lackingOfDecision } from './lacking.ts';
import { nameList, propertiesOf } from './parts.ts';
import { subjectLine } from './people.ts';

/** Why the authority has to decide: in cases of 师德 a public school may only propose. */
const powerKey = (source: PaperFacts): Exclude<keyof PaperTexts['proposal'], 'close'> => {
  if (!itemsOf(source).every(({ measure }) => measure.kind === 'sanction')) return 'other';
  return source.record.matter.ethics ? 'ethics' : 'general';
};

/** 签发人: who answers for the school, which is whoever chaired the meeting that decided on the proposal. */
const signersOf = (source: PaperFacts): readonly string[] => {
  const { meeting, decider } = decisionOf(source);
  const signer = meeting?.chair.name ?? decider?.name;
  return signer === undefined ? [] : [signer];
};

const organOf = ({ record, school }: PaperFacts): string => record.submission?.organ ?? school.authority;

const contactOf = ({ record }: PaperFacts): string =>
  record.filing?.team[0]?.name ?? record.checkers[0]?.name ?? record.registeredBy.name;

/** What the school did before it proposed: filing, investigation by two, report, notice, statement, hearing, meeting. */
const procedure = (source: PaperFacts): string[] => {
  const { record } = source;
  const { filing, investigation } = record;
  const team = filing ? filing.team : record.checkers;
  const { report, interviews } = investigation;
  const investigated = [
    ...(filing ? [`${formatDay(filing.approvedOn)}批准立案`] : []),
    `由${nameList(team)}${String(team.length)}人进行调查核实`,
    ...(interviews.length > 0 ? [`询问有关人员${String(interviews.length)}人次`] : []),
    ...(report ? [`${formatDay(report.reportedOn)}形成调查报告`] : []),
    ...(report?.adoption ? [`${formatDay(report.adoption.on)}审议通过`] : []),
  ].join('，');
  return [
    `${investigated}。`,
    ...subjectsOf(source)
      .map(({ personId, name }) => heardInFull(record, personId, name))
      .filter((text) => text !== ''),
  ];
};

/** 附件清单: the papers and proofs that go with it. */
const attachmentsOf = ({ record }: PaperFacts): Attachment[] => {
  const { report, interviews } = record.investigation;
  const titles = [
    ...(report ? ['调查报告'] : []),
    ...(interviews.length > 0 ? [`询问（谈话）笔录${String(interviews.length)}份`] : []),
    ...(record.evidence.length > 0 ? [`证据材料${String(record.evidence.length)}份`] : []),
    ...(record.notifications.length > 0 ? ['拟处分告知书'] : []),
    ...(record.statements.length > 0 ? ['陈述申辩笔录及复核意见'] : []),
    ...(record.hearings.length > 0 ? ['听证笔录'] : []),
    ...(record.decision?.meeting ? ['集体讨论记录'] : []),
  ];
  return titles.map((title) => ({ title }));
};

const proposedWords = (source: PaperFacts): string =>
  itemsOf(source)
    .map(({ personId, measure }) => {
      const name = subjectsOf(source).find((subject) => subject.personId === personId)?.name ?? '';
      const months = measure.periodMonths === null ? '' : `（期间${String(measure.periodMonths)}个月）`;
      if (measure.kind === 'sanction')
        return `给予${name}${measure.name}${measure.name.endsWith('处分') ? '' : '处分'}${months}`;
      if (measure.name === '免职') return `免去${name}现任职务`;
      return measure.name.startsWith('申请')
        ? `将${name}${measure.name.slice(2)}`
        : `对${name}${measure.name}${months}`;
    })
    .join('；');

/** 处分建议 as 请示: one matter, with 签发人; what the school may not decide itself it asks the authority to decide. */
const proposalPaper = (source: PaperSource): UpwardPaper => {
  const { school, record, texts } = source;
  const decision = decisionOf(source);
  const subjects = subjectsOf(source);
  const title = titleOfDecision(source);
  return {
    ...officialFrame(source),
    kind: 'upward',
    genre: '请示',
    issuer: source.letterhead.mark,
    signers: signersOf(source),
    title,
    titleWords: [...subjects.map(({ name }) => name), school.name, measureNames(itemsOf(source))],
    addressee: organOf(source),
    body: [
      paragraph(
        `现将${subjects.map(({ name }) => name).join('、')}${record.matter.name}问题的调查情况和处理建议请示如下。`,
      ),
      heading('基本情况'),
      ...subjects.map((subject) => paragraph(subjectLine(school.name, subject))),
      heading('查明的事实'),
      ...typed(
        `${sentence(
          factsOf(
            record,
            subjects.map(({ personId }) => personId),
          ),
        )}${proofSentence(record)}`,
      ),
      heading('履行程序情况'),
      ...procedure(source).map(paragraph),
      heading('建议和依据'),
      ...typed(sentence(decision.reason)),
      paragraph(
        `${citedGrounds(decision)}，${decidedBy(decision)}，建议${proposedWords(source)}。${texts.proposal[powerKey(source)]}`,
      ),
      paragraph(texts.proposal.close),
    ],
    attachments: attachmentsOf(source),
    signature: { issuer: school.name, day: decision.decidedOn },
    sealed: true,
    note: `联系人：${contactOf(source)}，电话：${school.phone}`,
    ...printedFrame(source),
    properties: propertiesOf(school, title, decision.decided.at),
  };
};

export const proposalMaker: PaperMaker = forOthers({
  numberSuffix: '处建',
  title: titleOfDecision,
  lacking: (source) => [
    ...lackingOfDecision(source),
    ...lackingOfDecider(source),
    ...blankOf(
      ['签发人', signersOf(source).length > 0],
      ['报送机关', isFilled(organOf(source))],
      ['联系电话（在学校信息中填写）', isFilled(source.school.phone)],
      ['两名以上调查人员', (source.record.filing?.team ?? source.record.checkers).length >= 2],
      [
        '当事人的陈述申辩',
        subjectsOf(source).every(({ personId }) => heardInFull(source.record, personId, '本人') !== ''),
      ],
      ['证据或者笔录', proofSentence(source.record) !== ''],
    ),
  ],
  make: proposalPaper,
  datedOn: (source) => decisionOf(source).decidedOn,
  fields: (source) => ({
    ...decisionFields(source),
    证据: proofSentence(source.record),
    程序履行情况: procedure(source),
    建议: proposedWords(source),
    主管部门: organOf(source),
    签发人: signersOf(source).join('、'),
  }),
});
