import type { ServiceRecord } from '../../../../shared/features/cases/carrying-out.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { fields, opinion, row } from '../../../documents/word/form-blocks.ts';
import type { FieldsBlock } from '../../../documents/word/model.ts';
import type { TemplateValues } from '../../../documents/word/template/fill.ts';
import { blankOf, isFilled } from './lacking.ts';
import { nameList } from './parts.ts';

/** 送达回证, whatever was served: the grid, the values of the school's own form and what may not be blank. */

export interface ServedPaper {
  readonly title: string;
  readonly number: string | null;
}

const refusalText = ({ refusal }: ServiceRecord): string => {
  if (!refusal) return '';
  const witness = refusal.witness === '' ? '' : `见证人：${refusal.witness}。`;
  return `${refusal.reason.replace(/。$/, '')}。${witness}${refusal.hasRecording ? '已拍照或录像。' : ''}`;
};

/** Who signed; of a paper that was left, that nobody did. */
const receiverOf = ({ receiver, refusal }: ServiceRecord): string =>
  receiver === '' ? (refusal === null ? '未签收' : '拒绝签收') : receiver;

interface Served {
  readonly papers: readonly ServedPaper[];
  readonly recipient: string;
  /** Undefined for a form to be signed by hand, while nothing is recorded. */
  readonly served: ServiceRecord | undefined;
}

/** The grid of the form. `place` is the recipient's post or class, after what it is called. */
export const serviceBody = ({
  papers,
  recipient,
  place,
  served,
  note,
}: Served & {
  readonly place: readonly [label: string, value: string];
  readonly note: string;
}): FieldsBlock =>
  fields(
    row([
      '送达文书',
      papers.map(({ title, number }) => (number === null ? title : `${title}，${number}`)).join('\n'),
    ]),
    row(['受送达人', recipient], place),
    row(['送达方式', served ? serviceWayLabels[served.way] : ''], ['送达地点', served?.place ?? '']),
    row(
      ['送达日期', served ? formatDay(served.servedOn) : ''],
      ['签收日期', served ? formatDay(served.completedOn) : ''],
    ),
    row(['签收人', served ? receiverOf(served) : ''], ['关系', served?.relation ?? '']),
    opinion('受送达人签收', '上列文书已收到。', { sign: '签名（捺印）：', lines: 3 }),
    opinion('拒收事由和见证', served ? refusalText(served) : '', { sign: '见证人（签名）：', lines: 3 }),
    opinion('送达人', served ? nameList(served.servers) : '', { sign: '送达人（签名）：', lines: 3 }),
    ...(served?.consent === true ? [row(['备注', '受送达人同意电子送达。'])] : []),
    opinion('说明', note, { lines: 3 }),
  );

/** Names of what a record of service may not leave blank. */
export const serviceLacking = (served: ServiceRecord | undefined): string[] => {
  if (!served) return ['送达记录'];
  return blankOf(
    ['送达的文书', served.paperIds.length > 0],
    [
      '两名送达人',
      (served.way !== 'direct' && served.way !== 'left') ||
        new Set(served.servers.map(({ id }) => id)).size >= 2,
    ],
    ['签收人', served.way === 'left' || isFilled(served.receiver)],
    [
      '见证人，或者照片、录像',
      served.refusal === null || isFilled(served.refusal.witness) || served.refusal.hasRecording,
    ],
  );
};

/** What fills the school's own form of a 送达回证. */
export const serviceValues = ({ papers, recipient, served }: Served): TemplateValues => ({
  文书名称: papers.map(({ title }) => title).join('、'),
  文书编号: papers.flatMap(({ number }) => number ?? []).join('、'),
  受送达人: recipient,
  送达时间: served ? formatDay(served.completedOn) : '',
  送达地点: served ? served.place || serviceWayLabels[served.way] : '',
  送达方式: served ? serviceWayLabels[served.way] : '',
  签收人: served ? `${receiverOf(served)}${served.relation === '' ? '' : `（${served.relation}）`}` : '',
  送达人: nameList(served?.servers ?? []),
  拒收事由: served ? refusalText(served) : '',
});
