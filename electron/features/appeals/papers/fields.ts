import { applicantLabels, receiptWayLabels } from '../../../../shared/features/appeals/kinds.ts';
import type { Appeal } from '../../../../shared/features/appeals/schema.ts';
import { tallyOf, tallyText } from '../../../../shared/features/cases/meeting.ts';
import type { FormCode } from '../../../../shared/features/papers/forms.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import type { TemplateValues } from '../../../documents/word/template/fill.ts';
import { quorumWords } from '../sitting.ts';
import { kindWord, measuresOf, numbersOf } from '../words.ts';
import { correctionWords } from './correction.ts';
import { decisionOf, flawSentence, memberRows, outcomeSentence } from './decision.ts';
import { handlingDays, timeWords } from './notices.ts';
import { addressed, formerDecision } from './parts.ts';
import { nextRemedy, refusalRemedy } from './remedy.ts';
import { serviceFieldsOf } from './service.ts';
import type { AppealPaperFacts, AppealPaperSource } from './source.ts';

/** The form among those a school may replace by its own: a pupil's decision is none of the school's red heads. */
export const formCodeOf = ({ appeal, paper }: Pick<AppealPaperFacts, 'appeal' | 'paper'>): FormCode => {
  switch (paper.form) {
    case 'application':
    case 'completion':
    case 'acceptance':
    case 'refusal':
    case 'extension':
    case 'minutes':
      return `appeal-${paper.form}`;
    case 'decision':
      return appeal.person.kind === 'pupil' ? 'pupil-appeal-decision' : 'review-decision';
    case 'correction':
    case 'service-record':
      return paper.form;
  }
};

const pleaOf = ({ requests, reasons }: Appeal): string[] => [sentence(requests), sentence(reasons)];

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

/** What the paper of one form says, beside what every paper says. */
const ownFields = (source: AppealPaperSource): TemplateValues => {
  const { appeal, paper, school } = source;
  const { decision } = appeal;
  switch (paper.form) {
    case 'application':
      return {
        身份: applicantLabels[appeal.applicant.capacity],
        联系方式: appeal.applicant.contact === '' ? '没有提供' : appeal.applicant.contact,
        提出方式: receiptWayLabels[appeal.way],
        知悉日期: formatDay(appeal.knownOn),
        证据材料: appeal.files.map(({ title }) => title),
      };
    case 'completion':
      return {
        补正要求: lines(appeal.completion?.lacking ?? ''),
        补正期限: appeal.completion ? formatDay(appeal.completion.dueOn) : '',
      };
    case 'acceptance':
      return {
        受理意见: appeal.admission?.accepted === true ? '予以受理' : '',
        理由: appeal.late
          ? `逾期申请，经${appeal.late.approver}批准：${appeal.late.reason}`
          : '符合受理条件。',
        办理期限: formatDay(handlingDays(appeal).first),
        补正要求: appeal.completion?.received ? lines(appeal.completion.lacking) : '无',
      };
    case 'refusal':
      return { 理由: sentence(appeal.admission?.reason ?? ''), 救济途径: refusalRemedy(source) };
    case 'extension': {
      const { moved } = handlingDays(appeal);
      return {
        原办理期限: moved ? formatDay(moved.from) : '',
        延长后期限: moved ? formatDay(moved.to) : '',
        理由: sentence(moved?.reason ?? ''),
      };
    }
    case 'minutes': {
      const sitting = decision?.sitting;
      if (!sitting) return {};
      return {
        研究时间: formatDay(sitting.heldOn),
        研究地点: sitting.place,
        主持人: sitting.chair.name,
        记录人: sitting.recorder.name,
        事由: `${appeal.person.name}${kindWord(appeal)}（${appeal.number}，${appeal.case.number}）`,
        出席情况: quorumWords(sitting.members),
        办理人员: {
          rows: memberRows(appeal, sitting).map(
            ([at = '', name = '', about = '', there = '', vote = '']) => ({
              序号: at,
              姓名: name,
              单位或身份: about,
              出席: there,
              表决: vote,
            }),
          ),
        },
        查核情况: appeal.looks.map(
          ({ on, people, text }) => `${formatDay(on)}，${people}：${sentence(text)}`,
        ),
        讨论情况: sitting.opinions === '' ? '与会人员没有不同意见。' : lines(sitting.opinions),
        处理意见: outcomeSentence(source),
        表决结果: tallyText(tallyOf(sitting.members, sitting.votes)),
      };
    }
    case 'decision': {
      const made = decisionOf(source);
      return {
        查明事实: lines(made.facts),
        理由: lines(`${sentence(made.reason)}${flawSentence(made)}`),
        [appeal.person.kind === 'pupil' ? '处理决定' : '复核结论']: outcomeSentence(source),
        救济途径: nextRemedy(source),
        申诉委员会: appeal.organ,
      };
    }
    case 'correction': {
      const { basis, changes, demand } = correctionWords(source);
      return {
        通知对象: (paper.former?.reached ?? []).join('、'),
        原文书: paper.former?.number ?? '',
        依据: basis,
        更正内容: sentence(changes),
        要求: demand,
      };
    }
    case 'service-record':
      return { ...serviceFieldsOf(source), 学校全称: school.name };
  }
};

/** What fills the places of the school's own form of a paper of an appeal. */
export const templateFields = (source: AppealPaperSource): TemplateValues => {
  const { appeal, paper, school } = source;
  const numbers = numbersOf(appeal.items);
  return {
    学校全称: school.name,
    文书编号: paper.number ?? appeal.number,
    案号: appeal.case.number,
    标题: paper.title,
    当事人: appeal.person.name,
    主管部门: school.authority,
    成文日期: formatDay(paper.datedOn),
    申请人: addressed(appeal),
    受理机构: appeal.organ,
    收到日期: formatDay(appeal.receivedOn),
    是否超期: timeWords(appeal),
    原决定: formerDecision(appeal),
    原处理: `${measuresOf(appeal.items)}${numbers === '' ? '' : `（${numbers}）`}`,
    请求: pleaOf(appeal),
    ...ownFields(source),
  };
};
