import {
  applicantLabels,
  capacityLabels,
  flawLabels,
  lookKindLabels,
  outcomeLabels,
  receiptWayLabels,
} from '../../../shared/features/appeals/kinds.ts';
import {
  clockKindLabels,
  type Appeal,
  type AppealDecision,
} from '../../../shared/features/appeals/schema.ts';
import { stateLabels } from '../../../shared/features/appeals/workflow.ts';
import { tallyOf, tallyText, voteLabels } from '../../../shared/features/cases/meeting.ts';
import { formatDay, formatInstant } from '../../../shared/kernel/dates.ts';
import { serviceWayLabels } from '../../../shared/law/proposal.ts';
import { fields, heading, row } from '../../documents/word/form-blocks.ts';
import type { Block, FieldRow } from '../../documents/word/model.ts';
import { timeWords } from './papers/notices.ts';
import { quorumWords } from './sitting.ts';
import { kindWord, measuresOf, numbersOf } from './words.ts';

/** The record of an appeal as it stands in the file of its case. It is to be masked before. */

const application = (appeal: Appeal): Block => {
  const { person, applicant, items } = appeal;
  const numbers = numbersOf(items);
  return fields(
    row(['当事人', person.name], ['岗位或班级', person.place]),
    row(['申请人', applicant.name], ['身份', applicantLabels[applicant.capacity]]),
    row(['收到日期', formatDay(appeal.receivedOn)], ['提出方式', receiptWayLabels[appeal.way]]),
    row(['知悉日期', formatDay(appeal.knownOn)], ['受理机构', appeal.organ]),
    row(['原处理', `${measuresOf(items)}${numbers === '' ? '' : `（${numbers}）`}`]),
    row(['是否超期', timeWords(appeal)]),
    row(['请求事项', appeal.requests]),
    row(['事实和理由', appeal.reasons]),
    row(['目前状态', stateLabels[appeal.state]]),
  );
};

const admission = ({ completion, admission: admitted, forwarding, withdrawal }: Appeal): FieldRow[] => [
  ...(completion
    ? [
        row([
          '补正',
          `${formatDay(completion.askedOn)}告知：${completion.lacking}${completion.received ? `\n${formatDay(completion.received.on)}收到：${completion.received.note}` : ''}`,
        ]),
      ]
    : []),
  ...(admitted
    ? [
        row([
          '受理',
          `${formatDay(admitted.on)}${admitted.accepted ? '受理' : '不予受理'}${admitted.reason === '' ? '' : `：${admitted.reason}`}`,
        ]),
      ]
    : []),
  ...(forwarding ? [row(['报送材料', `${formatDay(forwarding.on)}：${forwarding.text}`])] : []),
  ...(withdrawal ? [row(['撤回', `${formatDay(withdrawal.on)}：${withdrawal.reason}`])] : []),
];

const handling = ({ panel, conflicts, looks }: Appeal): FieldRow[] => [
  ...(panel
    ? [
        row([
          '办理人员',
          `${panel.name}：${panel.members.map(({ person, capacity }) => `${person.name}（${capacityLabels[capacity]}）`).join('、')}${panel.gapReason === '' ? '' : `\n组成人员说明：${panel.gapReason}`}`,
        ]),
      ]
    : []),
  ...conflicts.map(({ person, relation, outcome, note }) =>
    row([
      '回避',
      `${person.name}：${relation}${outcome === 'open' ? '（待处理）' : outcome === 'withdrawn' ? '（已回避）' : '（不需要回避）'}${note}`,
    ]),
  ),
  ...looks.map(({ kind, on, people, text }) =>
    row([lookKindLabels[kind], `${formatDay(on)}，${people}：${text}`]),
  ),
];

const decisionRows = (decision: AppealDecision): FieldRow[] => {
  const { outcome, redo, replacements, flaws, facts, reason, sitting, number, effects, overrides } = decision;
  const lines = replacements.map(({ before, after }) => `“${before}”变更为“${after}”`);
  return [
    row(
      ['结果', `${outcomeLabels[outcome]}${redo ? '，责令重新处理' : ''}`],
      ['决定日期', formatDay(decision.decidedOn)],
    ),
    ...(number === '' ? [] : [row(['对方文号', number])]),
    ...(lines.length === 0 ? [] : [row(['变更', lines.join('\n')])]),
    ...(flaws.length === 0 ? [] : [row(['原决定的问题', flaws.map((flaw) => flawLabels[flaw]).join('；')])]),
    row(['查明的事实', facts]),
    row(['理由', reason]),
    ...(sitting
      ? [
          row([
            '集体研究',
            `${formatDay(sitting.heldOn)}，${sitting.place}，${sitting.chair.name}主持，${sitting.recorder.name}记录。${quorumWords(sitting.members)}。`,
          ]),
          row([
            '表决',
            `${sitting.members
              .flatMap(({ person }) => {
                const vote = sitting.votes.find(({ memberId }) => memberId === person.id)?.vote;
                return vote === undefined ? [] : [`${person.name}${voteLabels[vote]}`];
              })
              .join('、')}\n${tallyText(tallyOf(sitting.members, sitting.votes))}`,
          ]),
          ...(sitting.opinions === '' ? [] : [row(['讨论情况', sitting.opinions])]),
        ]
      : []),
    ...(overrides.length === 0
      ? []
      : [row(['法规提示和理由', overrides.map((each) => `${each.message}理由：${each.reason}`).join('\n')])]),
    row(['处理的结果', effects.join('\n')]),
  ];
};

const services = ({ services: all, papers }: Appeal): Block => ({
  kind: 'table',
  caption: '送达',
  columns: [
    { title: '文书', width: 5 },
    { title: '方式和日期', width: 4.6 },
    { title: '签收', width: 4 },
    { title: '送达人', width: 3 },
    { title: '拒收与见证', width: 4 },
  ],
  rows: all.map((service) => [
    papers
      .filter(({ id }) => service.paperIds.includes(id))
      .map(({ number, title }) => number ?? title)
      .join('\n'),
    `${serviceWayLabels[service.way]}\n${formatDay(service.completedOn)}`,
    `${service.receiver}${service.relation === '' ? '' : `（${service.relation}）`}`,
    service.servers.map(({ name }) => name).join('、'),
    service.refusal === null
      ? '无'
      : `${service.refusal.reason}${service.refusal.witness === '' ? '' : `，见证人${service.refusal.witness}`}${service.refusal.hasRecording ? '，有照片或者录像' : ''}`,
  ]),
  emptyText: '没有送达记录',
});

const corrections = ({ papers, restorations }: Appeal): FieldRow[] => [
  ...papers
    .filter(({ form }) => form === 'correction')
    .map(({ number, title, distribution }) =>
      row([
        '更正',
        `${number ?? title}：${distribution ? `${formatDay(distribution.on)}发出，${distribution.note}` : '尚未发出'}`,
      ]),
    ),
  ...restorations.map(({ text, done }) =>
    row(['恢复事项', `${text}：${done ? `${formatDay(done.on)}办结，${done.note}` : '尚未办结'}`]),
  ),
];

const course = ({ clocks, history }: Appeal): Block[] => [
  {
    kind: 'table',
    caption: '期限',
    columns: [
      { title: '期限', width: 3 },
      { title: '起止', width: 4.8 },
      { title: '依据', width: 6 },
      { title: '延长和结束', width: 5 },
    ],
    rows: clocks.map(({ kind, startedOn, dueOn, estimated, ground, extensions, endedOn }) => [
      clockKindLabels[kind],
      `${formatDay(startedOn)}起\n${formatDay(dueOn)}止${estimated ? '（预估）' : ''}`,
      ground,
      [
        ...extensions.map(
          ({ from, to, reason, approver }) =>
            `由${formatDay(from)}延至${formatDay(to)}，${approver}批准：${reason}`,
        ),
        ...(endedOn === null ? [] : [`${formatDay(endedOn)}结束`]),
      ].join('\n'),
    ]),
  },
  {
    kind: 'table',
    caption: '经过',
    columns: [
      { title: '时间', width: 5 },
      { title: '办理', width: 3 },
      { title: '办理人', width: 2.4 },
      { title: '内容', width: 8 },
    ],
    rows: history.map(({ made, act, note }) => [formatInstant(made.at), act, made.by.name, note]),
  },
];

const grid = (...rows: readonly FieldRow[]): Block[] => (rows.length === 0 ? [] : [fields(...rows)]);

/** 复核和申诉: one appeal from its application to what was undone, in the order in which it happened. */
export const appealChapter = (appeal: Appeal): Block[] => [
  heading(`${kindWord(appeal)}（${appeal.number}）`, 2),
  application(appeal),
  ...grid(...admission(appeal), ...handling(appeal)),
  ...(appeal.decision ? [heading('处理决定', 3), ...grid(...decisionRows(appeal.decision))] : []),
  services(appeal),
  ...grid(...corrections(appeal)),
  ...course(appeal),
];
