import {
  answerWayLabels,
  channelLabels,
  outcomeLabels,
  receiverKindLabels,
  wayLabels,
  type Lead,
} from '../../../shared/features/leads/schema.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import { dayOfInstant, formatDay, formatInstant } from '../../../shared/kernel/dates.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { fields, flush, opinion, paragraph, row, signed, typed } from '../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../documents/word/model.ts';
import type { LeadMask } from './masks.ts';

const contactOf = ({ name, phone, address }: School): string =>
  [phone === '' ? '' : `电话${phone}`, address === '' ? '' : `地址${address}`]
    .filter((part) => part !== '')
    .join('，') || name;

const form = (school: School, lead: Lead, kind: string, body: Block[], createdAt: string): PlainForm => ({
  form: 'plain',
  issuer: school.name,
  title: kind,
  number: `编号：${lead.number}`,
  body,
  draft: false,
  // No name of anybody gets in here: properties are read by whoever sees the file lying about.
  properties: { title: `${kind}（${lead.number}）`, author: school.name, createdAt },
});

/** 查询凭条: the only paper that ever bears the code. */
export const receiptSlip = (school: School, lead: Lead, code: string): PlainForm =>
  form(
    school,
    lead,
    '线索查询凭条',
    [
      fields(
        row(['收到日期', formatDay(lead.receivedOn)], ['反映方式', wayLabels[lead.way]]),
        row(['查询码', code]),
        opinion(
          '怎样查询',
          `凭查询码可以到${school.name}查询办理进展和答复，不必说明身份。${contactOf(school)}。`,
          { lines: 3 },
        ),
        opinion('请妥善保管', '查询码只出具这一次，学校不留存，遗失后不能补发。请不要把查询码告诉他人。', {
          lines: 3,
        }),
      ),
    ],
    lead.registered.at,
  );

const acknowledgementPaper = (school: School, lead: Lead): PlainForm => {
  if (!lead.acknowledgement) throw new AppError('illegal-step', '还没有告知受理，请先填写告知的日期和方式。');
  const due = lead.clocks.find(({ kind }) => kind === 'reply');
  return form(
    school,
    lead,
    '受理告知书',
    [
      flush('反映人：'),
      paragraph(
        `您以${wayLabels[lead.way]}方式反映的事项，学校已于${formatDay(lead.receivedOn)}收到并登记，编号为${lead.number}。`,
      ),
      paragraph(
        due
          ? `学校将在${formatDay(due.dueOn)}前答复。您的身份和联系方式另行保管，未经批准任何人不得查看。`
          : '您的身份和联系方式另行保管，未经批准任何人不得查看。',
      ),
      paragraph(`需要补充情况的，请与学校联系：${contactOf(school)}。`),
      ...signed(school.name, lead.acknowledgement.on),
    ],
    lead.acknowledgement.made.at,
  );
};

const replyPaper = (school: School, lead: Lead, mask: LeadMask): PlainForm => {
  const reply = lead.replies.at(-1);
  if (!reply) throw new AppError('illegal-step', '还没有答复，请先填写答复内容。');
  return form(
    school,
    lead,
    '答复函',
    [
      flush('反映人：'),
      paragraph(
        `您于${formatDay(lead.receivedOn)}以${wayLabels[lead.way]}方式反映的事项，学校已经办理。${
          reply.outcome === 'consulted' ? '' : `经核实，所反映的情况${outcomeLabels[reply.outcome]}。`
        }现答复如下：`,
      ),
      ...typed(mask.text(lead, reply.text)),
      paragraph(`对答复有不同意见的，请与学校联系：${contactOf(school)}。`),
      ...signed(school.name, reply.repliedOn),
    ],
    reply.made.at,
  );
};

const transferPaper = (school: School, lead: Lead, mask: LeadMask): PlainForm => {
  const { triage } = lead;
  if (!triage?.transfer) throw new AppError('illegal-step', '这条线索没有转办。');
  const { transfer } = triage;
  return form(
    school,
    lead,
    '线索转办单',
    [
      fields(
        row(['转往单位', transfer.receiver], ['单位类别', receiverKindLabels[transfer.receiverKind]]),
        row(
          ['转办日期', formatDay(transfer.transferredOn)],
          ['反馈期限', transfer.answerBy === null ? '未限定' : formatDay(transfer.answerBy)],
        ),
        row(['收到日期', formatDay(lead.receivedOn)], ['来源渠道', channelLabels[lead.channel]]),
        row(['涉及的人', mask.people(lead).join('、') || '未写明']),
        opinion('反映的内容', mask.text(lead, lead.content), { lines: 8 }),
        opinion('研判意见', mask.text(lead, triage.reason), { lines: 3 }),
        opinion('办理要求', mask.text(lead, transfer.request), { lines: 3 }),
        {
          kind: 'opinion',
          label: '接收单位',
          text: '',
          sign: '接收人（签名）：　　　　　　　　　　年　　月　　日',
          lines: 3,
        },
        opinion(
          '保密要求',
          '来源身份不随本单转出。不得向被反映的人或者其他人透露来源和内容，办理情况请书面反馈。',
          { lines: 2 },
        ),
      ),
    ],
    triage.made.at,
  );
};

/** A paper of a lead as it prints now; pupils are masked, and nobody is told who reported. */
export const leadPaper = (
  kind: 'acknowledgement' | 'transfer' | 'reply',
  school: School,
  lead: Lead,
  mask: LeadMask,
): PlainForm => {
  switch (kind) {
    case 'acknowledgement':
      return acknowledgementPaper(school, lead);
    case 'transfer':
      return transferPaper(school, lead, mask);
    case 'reply':
      return replyPaper(school, lead, mask);
  }
};

export const leadPaperNames = {
  acknowledgement: '受理告知书',
  transfer: '线索转办单',
  reply: '答复函',
} as const;

const occurred = ({ occurredOn, occurredNote }: Lead): string =>
  [occurredOn === null ? '' : formatDay(occurredOn), occurredNote].filter((part) => part !== '').join('，') ||
  '未写明';

/** What was reported and what came of it, as somebody may see it who may not see all: `hide` blacks out. */
export const redactedCopy = (
  school: School,
  lead: Lead,
  { hide, purpose, createdAt }: { hide: (text: string) => string; purpose: string; createdAt: string },
): PlainForm => {
  const reply = lead.replies.at(-1);
  return form(
    school,
    lead,
    '线索材料（遮盖副本）',
    [
      fields(
        row(['收到日期', formatDay(lead.receivedOn)], ['来源渠道', channelLabels[lead.channel]]),
        row(['反映方式', wayLabels[lead.way]], ['事发时间', hide(occurred(lead))]),
        row(['涉及的人', hide(lead.people.map(({ name }) => name).join('、')) || '未写明']),
        opinion('反映的内容', hide(lead.content), { lines: 10 }),
        ...(reply
          ? [
              opinion(
                '答复',
                `${formatDay(reply.repliedOn)}，${answerWayLabels[reply.way]}，${outcomeLabels[reply.outcome]}。${hide(reply.text)}`,
                { lines: 5 },
              ),
            ]
          : []),
        row(['用途', purpose]),
        opinion(
          '说明',
          `■ 处已经遮盖，原件由学校保管。本件于${formatInstant(createdAt)}制作，只供上述用途，不得复制、外传。`,
          { lines: 2 },
        ),
      ),
      ...signed(school.name, dayOfInstant(createdAt)),
    ],
    createdAt,
  );
};
