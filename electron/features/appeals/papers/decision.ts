import { flawLabels } from '../../../../shared/features/appeals/kinds.ts';
import type { Appeal, AppealDecision } from '../../../../shared/features/appeals/schema.ts';
import {
  attendanceLabels,
  tallyOf,
  tallyText,
  voteLabels,
} from '../../../../shared/features/cases/meeting.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import {
  closing,
  fields,
  flush,
  heading,
  opinion,
  paragraph,
  row,
  signed,
  typed,
} from '../../../documents/word/form-blocks.ts';
import type { Block, OfficialPaper, PlainForm } from '../../../documents/word/model.ts';
import { quorumWords } from '../sitting.ts';
import { kindWord, measuresOf, numbersOf } from '../words.ts';
import { addressed, formerDecision, plain, receipt } from './parts.ts';
import { nextRemedy } from './remedy.ts';
import type { AppealPaperSource } from './source.ts';

type Sitting = NonNullable<AppealDecision['sitting']>;

export const decisionOf = ({ appeal }: Pick<AppealPaperSource, 'appeal'>): AppealDecision => {
  if (!appeal.decision) throw new AppError('illegal-step', '作出决定后才有文书可看。');
  return appeal.decision;
};

/** What is decided, in the words of the paper: 维持…, 撤销…, 变更为…. */
export const outcomeSentence = (source: AppealPaperSource): string => {
  const { appeal } = source;
  const decision = decisionOf(source);
  const numbers = numbersOf(appeal.items);
  const against = `对${appeal.person.name}的“${measuresOf(appeal.items)}”处理${numbers === '' ? '' : `（${numbers}）`}`;
  switch (decision.outcome) {
    case 'uphold':
      return `维持${against}。`;
    case 'annul':
      return `撤销${against}。自本决定作出之日起，原处理不再有效，${appeal.person.kind === 'pupil' ? '不记入学生的任何档案，不影响评优和其他权益' : '不计入档案，不影响考核、评优、聘用和待遇'}。${decision.redo ? '原办理部门应当重新调查处理，不得加重。' : ''}`;
    case 'change': {
      const changes = decision.replacements.map(
        ({ before, after, endsOn }) =>
          `将“${before}”变更为“${after}”${endsOn === null ? '' : `，到${formatDay(endsOn)}期满`}`,
      );
      const kept = new Set(decision.replacements.map(({ itemId }) => itemId));
      const dropped = appeal.items.filter(
        ({ itemId }) => decision.itemIds.includes(itemId) && !kept.has(itemId),
      );
      if (dropped.length > 0) changes.push(`撤销“${measuresOf(dropped)}”`);
      return `变更${against}：${changes.join('；')}。`;
    }
  }
};

/** What was wrong with the former decision; blank where it stands. */
export const flawSentence = ({ flaws }: AppealDecision): string =>
  flaws.length === 0 ? '' : `原决定存在下列问题：${flaws.map((flaw) => flawLabels[flaw]).join('；')}。`;

const body = (source: AppealPaperSource): Block[] => {
  const { appeal } = source;
  const decision = decisionOf(source);
  const numbers = numbersOf(appeal.items);
  const who = `${addressed(appeal)}${appeal.person.place === '' || appeal.applicant.capacity !== 'self' ? '' : `（${appeal.person.place}）`}`;
  return [
    paragraph(
      `申请人${who}不服学校${formerDecision(appeal)}，于${formatDay(appeal.receivedOn)}提出${kindWord(appeal)}，${appeal.organ}依法受理，由没有参与原调查和决定的人员组成${appeal.panel?.name ?? '复核小组'}办理，现已办理终结。`,
    ),
    heading('申请人的请求和理由'),
    ...typed(sentence(appeal.requests)),
    ...typed(sentence(appeal.reasons)),
    heading('原决定'),
    paragraph(
      `学校认定：${sentence(source.record.facts)}据此于${formatDay(appeal.decidedOn)}决定给予“${measuresOf(appeal.items)}”${numbers === '' ? '' : `（${numbers}）`}。`,
    ),
    heading('查明的事实'),
    ...typed(sentence(decision.facts)),
    heading('理由和决定'),
    ...typed(`${sentence(decision.reason)}${flawSentence(decision)}`),
    paragraph(
      `经${appeal.panel?.name ?? '复核小组'}${formatDay(decision.decidedOn)}集体研究，决定如下：${outcomeSentence(source)}`,
    ),
    heading('下一步的救济途径'),
    closing(nextRemedy(source)),
  ];
};

/** 复核决定 of staff and departments in the form of a 决定; the committee's 处理决定书 on a pupil never in a red head. */
export const decisionPaper = (source: AppealPaperSource): OfficialPaper | PlainForm => {
  const { appeal, school, paper, letterhead } = source;
  const decision = decisionOf(source);
  if (appeal.person.kind === 'pupil')
    return plain(source, '学生申诉处理决定书', [
      flush(`${addressed(appeal)}：`),
      ...body(source),
      ...signed(appeal.organ, decision.decidedOn),
      ...receipt('学生申诉处理决定书', '学生、监护人'),
    ]);
  const { mode, freeMm, letterFreeMm, sealMm } = letterhead;
  return {
    form: 'official',
    issuer: letterhead.mark,
    number: paper.number ?? undefined,
    title: paper.title,
    titleWords: [appeal.person.name, school.name, measuresOf(appeal.items), '复核决定'],
    body: body(source),
    signature: { issuer: school.name, day: decision.decidedOn },
    sealed: true,
    letterhead: { mode, freeMm, letterFreeMm, sealMm },
    printedBy: letterhead.printedBy,
    ...(source.printedOn === undefined ? {} : { printedOn: source.printedOn }),
    draft: source.draft,
    properties: { title: paper.title, author: school.name, createdAt: decision.decided.at },
  };
};

/** Those who sat, a row each: 序号, 姓名, 单位或身份, 出席, 表决. */
export const memberRows = ({ panel }: Pick<Appeal, 'panel'>, { members, votes }: Sitting): string[][] =>
  members.map(({ person, attendance, note }, at) => {
    const held = panel?.members.find((member) => member.person.id === person.id);
    const vote = votes.find(({ memberId }) => memberId === person.id)?.vote;
    return [
      String(at + 1),
      person.name,
      held?.about ?? '',
      `${attendanceLabels[attendance]}${note === '' ? '' : `（${note}）`}`,
      vote === undefined ? '—' : voteLabels[vote],
    ];
  });

/** 集体研究记录: who sat, who stayed out, how each voted, what came of it. */
export const minutesPaper = (source: AppealPaperSource): PlainForm => {
  const { appeal } = source;
  const decision = decisionOf(source);
  const { sitting } = decision;
  if (!sitting) throw new AppError('illegal-step', '没有集体研究的记录。');
  const tally = tallyOf(sitting.members, sitting.votes);
  return plain(source, `${appeal.panel?.name ?? '复核小组'}集体研究记录`, [
    fields(
      row(['时间', formatDay(sitting.heldOn)], ['地点', sitting.place]),
      row(['主持人', sitting.chair.name], ['记录人', sitting.recorder.name]),
      row(['事由', `${appeal.person.name}${kindWord(appeal)}（${appeal.number}，${appeal.case.number}）`]),
      row(['出席情况', quorumWords(sitting.members)]),
    ),
    { kind: 'blank' },
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 1.3, align: 'center' },
        { title: '姓名', width: 2, align: 'center' },
        { title: '单位或身份', width: 4 },
        { title: '出席', width: 3.5, align: 'center' },
        { title: '表决', width: 2, align: 'center' },
      ],
      rows: memberRows(appeal, sitting),
    },
    ...(appeal.panel?.gapReason ? [paragraph(`组成人员说明：${sentence(appeal.panel.gapReason)}`)] : []),
    heading('查核情况'),
    ...appeal.looks.map(({ on, people, text }) =>
      paragraph(`${formatDay(on)}，${people}：${sentence(text)}`),
    ),
    heading('讨论情况'),
    ...(sitting.opinions === '' ? [paragraph('与会人员没有不同意见。')] : typed(sitting.opinions)),
    heading('处理意见和表决结果'),
    paragraph(outcomeSentence(source)),
    paragraph(`表决：${tallyText(tally)}。`),
    {
      kind: 'fields',
      rows: [opinion('签名', '出席人员：', { sign: '记录人（签名）：', lines: 4 })],
    },
  ]);
};
