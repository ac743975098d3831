import { applicantLabels, receiptWayLabels } from '../../../../shared/features/appeals/kinds.ts';
import type { Appeal } from '../../../../shared/features/appeals/schema.ts';
import { isLate } from '../../../../shared/features/appeals/terms.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { fillText } from '../../../../shared/kernel/fill.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import {
  closing,
  fields,
  flush,
  opinion,
  paragraph,
  row,
  signed,
  typed,
} from '../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import { applicationWord, kindWord, measuresOf, numbersOf } from '../words.ts';
import { addressed, contactOf, formerDecision, plain, receipt } from './parts.ts';
import { refusalRemedy } from './remedy.ts';
import type { AppealPaperSource } from './source.ts';

/** The papers of the course of an appeal. */

const missing = (what: string): AppError => new AppError('illegal-step', `还没有${what}。`);

/** That it does not stop the decision and makes nothing heavier, with the words of the kind. */
const running = ({ appeal, texts }: AppealPaperSource): string =>
  fillText(texts.running, {
    kind: kindWord(appeal),
    application: appeal.kind === 'review' ? '申请复核' : '提出申诉',
  });

const received = ({ appeal }: AppealPaperSource): string =>
  `你不服${formerDecision(appeal)}提出的${applicationWord(appeal)}，${appeal.kind === 'pupil-appeal' ? '学生申诉委员会' : '学校'}已于${formatDay(appeal.receivedOn)}收到，编号为${appeal.number}。`;

/** Whether it came in time, in words. */
export const timeWords = (appeal: Appeal): string => {
  const { limit, late } = appeal;
  if (limit === null) return '没有规定期限';
  const due = `申请期限到${formatDay(limit.dueOn)}（${limit.basis}）`;
  if (!isLate(appeal)) return `未超过期限，${due}`;
  return late === null
    ? `已超过期限，${due}`
    : `已超过期限，${due}；${late.approver}批准受理：${late.reason}`;
};

/** 申请登记表: what came in, and whether it was in time; signed by whoever applied by word of mouth. */
export const applicationPaper = (source: AppealPaperSource): PlainForm => {
  const { appeal } = source;
  const { person, applicant } = appeal;
  return plain(source, `${kindWord(appeal)}申请登记表`, [
    fields(
      row(['申请人', applicant.name], ['身份', applicantLabels[applicant.capacity]]),
      row(['当事人', person.name], ['岗位或班级', person.place]),
      row(['联系方式', applicant.contact], ['提出方式', receiptWayLabels[appeal.way]]),
      row(['收到日期', formatDay(appeal.receivedOn)], ['知悉日期', formatDay(appeal.knownOn)]),
      row(['原处理', measuresOf(appeal.items)], ['原文书', numbersOf(appeal.items)]),
      row(['案号', appeal.case.number], ['受理机构', appeal.organ]),
      row(['是否超期', timeWords(appeal)]),
      opinion('请求事项', appeal.requests, { lines: 2 }),
      opinion('事实和理由', appeal.reasons, { lines: 6 }),
      opinion(
        '证据材料',
        appeal.files.length === 0
          ? '没有提交。'
          : appeal.files.map(({ title }, at) => `${String(at + 1)}.${title}`).join('\n'),
        { lines: 2 },
      ),
      opinion('申请人确认', '以上内容与本人的申请一致。', { sign: '申请人（签名）：', lines: 3 }),
    ),
  ]);
};

/** 补正通知书 (《事业单位工作人员申诉规定》第十六条: said once, and completely). */
export const completionPaper = (source: AppealPaperSource): PlainForm => {
  const { appeal, texts, school, paper } = source;
  const { completion } = appeal;
  if (!completion) throw missing('告知补正');
  return plain(source, `${kindWord(appeal)}补正通知书`, [
    flush(`${addressed(appeal)}：`),
    paragraph(`${received(source)}经审查，申请材料还需要补正，现一次告知如下：`),
    ...typed(completion.lacking),
    paragraph(`请在${formatDay(completion.dueOn)}以前把补正的材料送到学校。${texts.completion}`),
    paragraph(contactOf(school)),
    ...signed(appeal.organ, paper.datedOn),
    ...receipt(`${kindWord(appeal)}补正通知书`, '申请人'),
  ]);
};

/** The last day to decide as it was told first, and how it was moved on since. */
export const handlingDays = ({
  clocks,
}: Appeal): { first: string; moved: Appeal['clocks'][number]['extensions'][number] | undefined } => {
  const due = clocks.filter(({ kind }) => kind === 'handling').at(-1);
  if (!due) throw missing('受理');
  return { first: due.extensions[0]?.from ?? due.dueOn, moved: due.extensions.at(-1) };
};

/** 受理通知书 */
export const acceptancePaper = (source: AppealPaperSource): PlainForm => {
  const { appeal, texts, school, paper } = source;
  if (appeal.admission?.accepted !== true) throw missing('受理');
  const { first } = handlingDays(appeal);
  const late =
    appeal.late === null
      ? ''
      : `你的申请超过规定的期限，因${appeal.late.reason.replace(/。$/, '')}，经批准予以受理。`;
  return plain(source, `${kindWord(appeal)}受理通知书`, [
    flush(`${addressed(appeal)}：`),
    paragraph(`${received(source)}经审查，符合受理条件，决定予以受理。${late}`),
    paragraph(
      `本件由没有参与原调查和决定的人员办理，${formatDay(first)}以前作出决定；情况复杂需要延长的，另行书面告知。`,
    ),
    paragraph(fillText(texts.rights, { kind: kindWord(appeal), application: applicationWord(appeal) })),
    closing(`${running(source)}${contactOf(school)}。`),
    ...signed(appeal.organ, paper.datedOn),
    ...receipt(`${kindWord(appeal)}受理通知书`, '申请人'),
  ]);
};

/** 不予受理通知书, with the reason and what can be done against it. */
export const refusalPaper = (source: AppealPaperSource): PlainForm => {
  const { appeal, paper } = source;
  if (appeal.admission?.accepted !== false) throw missing('决定不予受理');
  return plain(source, `${kindWord(appeal)}不予受理通知书`, [
    flush(`${addressed(appeal)}：`),
    paragraph(received(source)),
    paragraph(`${timeWords(appeal)}。经审查，${sentence(appeal.admission.reason)}决定不予受理。`),
    closing(refusalRemedy(source)),
    ...signed(appeal.organ, paper.datedOn),
    ...receipt(`${kindWord(appeal)}不予受理通知书`, '申请人'),
  ]);
};

/** 延长办理期限通知书 */
export const extensionPaper = (source: AppealPaperSource): PlainForm => {
  const { appeal, paper } = source;
  const { moved } = handlingDays(appeal);
  if (!moved) throw missing('延长办理期限');
  return plain(source, '延长办理期限通知书', [
    flush(`${addressed(appeal)}：`),
    paragraph(received(source)),
    paragraph(
      `因${moved.reason.replace(/。$/, '')}，不能在${formatDay(moved.from)}以前作出决定。经批准，办理期限延长至${formatDay(moved.to)}。`,
    ),
    closing(running(source)),
    ...signed(appeal.organ, paper.datedOn),
    ...receipt('延长办理期限通知书', '申请人'),
  ]);
};
