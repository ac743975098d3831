import { join } from 'node:path';
import { usualLetterhead } from '../../shared/features/papers/letterhead.ts';
import type { CasePaperForm } from '../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../shared/features/cases/schema.ts';
import type { Sanction } from '../../shared/features/cases/sanction.ts';
import { projectDir } from '../cli/project.ts';
import {
  liftingTitle,
  loadPaperTexts,
  paperMakers,
  type PaperSource,
  type PaperTexts,
} from '../features/cases/index.ts';
import { paper, rule, sanctionOf } from './paper-cases/base.ts';
import { sampleSchool } from './paper-cases/people.ts';
import { lightCase } from './paper-cases/light.ts';
import { ethicsCase } from './paper-cases/ethics.ts';
import { ordinaryCase } from './paper-cases/ordinary.ts';
import { contractCase, departmentCase, dispatchCase, staffReferral } from './paper-cases/others.ts';
import { pupilCase, pupilReferral } from './paper-cases/pupils.ts';
import type { PaperSample } from './paper-sample.ts';

/** One paper of a case that never happened, with everything that it is made from. */
export interface CasePaperSample {
  /** Small letters and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly form: CasePaperForm;
  readonly source: (texts: PaperTexts) => PaperSource;
}

interface About {
  readonly personId?: string;
  readonly aboutId?: string;
  /** Which paper of the case it is. */
  readonly paperId?: string;
  /** Number of a paper of the course of the case. */
  readonly number?: string;
  readonly sanctions?: readonly Sanction[];
}

const standards: Omit<PaperSource['standards'], 'grounds'> = {
  rules: new Map([
    [
      'pay-plan',
      rule('奖励性绩效工资分配方案', { clauses: [{ no: '第十二条', text: '安全考核项按实际得分计发。' }] }),
    ],
    ['pupil-rule', rule('学生违纪处理办法', { scope: 'pupils', adoptedBy: '校长办公会' })],
  ]),
  measures: new Map([
    ['demerit', '记过'],
    ['warning-managerial', '警告'],
    ['performance-pay', '绩效核减'],
  ]),
  circumstances: new Map([['frank', '如实说明情况，配合调查']]),
};

const sample = (
  [name, title]: readonly [name: string, title: string],
  form: CasePaperForm,
  record: CaseRecord,
  { personId, aboutId, paperId, number, sanctions = [] }: About = {},
): CasePaperSample => {
  const own = record.papers.find(({ id }) => id === paperId);
  const facts = {
    school: sampleSchool,
    letterhead: usualLetterhead(sampleSchool.name),
    standards: {
      ...standards,
      grounds: [record.route === 'pupil' ? '《中小学教育惩戒规则（试行）》' : '《教育法》第二十九条'],
    },
    record,
    sanctions,
    subject: record.subjects.find((each) => each.personId === (personId ?? own?.personIds[0])) ?? null,
    aboutId: aboutId ?? null,
  };
  const made =
    number === undefined
      ? null
      : paper('made', form, paperMakers[form].title({ ...facts, paper: null }), {
          number,
          aboutId: aboutId ?? null,
          personIds: personId === undefined ? [] : [personId],
        });
  return {
    name: `case-${name}`,
    title,
    form,
    source: (texts) => ({ ...facts, paper: own ?? made, texts, printedOn: '2026-11-21', draft: false }),
  };
};

/** A period that is over, with the paper that tells of it. */
const lifted = (
  named: readonly [name: string, title: string],
  record: CaseRecord,
  itemId: string,
  on: { readonly liftedOn: string; readonly number: string; readonly decided: string },
): CasePaperSample => {
  const item = record.decision?.items.find(({ id }) => id === itemId);
  if (!item) throw new RangeError(`no item ${itemId} in ${record.number}`);
  const sanction = sanctionOf(record, item, {
    paperNumber: on.decided,
    lifting: {
      at: '2027-11-22T02:00:00.000Z',
      by: record.registeredBy,
      liftedOn: on.liftedOn,
      conduct: '能够认识错误，遵守纪律，认真履行职责，没有再发生违规违纪行为',
      paperNumber: on.number,
    },
  });
  const own = paper('lifted', 'lifting', liftingTitle(record, item.personId, sanction), {
    personIds: [item.personId],
    aboutId: sanction.id,
    number: on.number,
  });
  return sample(
    named,
    'lifting',
    { ...record, papers: [...record.papers, own] },
    {
      personId: item.personId,
      aboutId: sanction.id,
      paperId: 'lifted',
      sanctions: [sanction],
    },
  );
};

/** Every form of paper of a case, those of each route one after another. */
export const casePaperSamples: readonly CasePaperSample[] = [
  sample(['circular', '通报'], 'circular', lightCase, { paperId: 'p-circular' }),
  sample(['order', '责令整改通知书'], 'order', lightCase, { paperId: 'p-order' }),
  sample(['letter', '批评教育书'], 'letter', lightCase, { paperId: 'p-letter' }),
  sample(['notice-honours', '取消评优资格通知书'], 'notice', lightCase, { paperId: 'p-bar' }),
  sample(['advance-facts', '事实告知书'], 'advance-notice', lightCase, {
    personId: 's1',
    number: '青一中告〔2026〕1号',
  }),
  sample(['rectification-check', '整改复查销号单'], 'rectification-check', lightCase, {
    aboutId: 'r1',
    number: '青一中销〔2026〕1号',
  }),
  sample(['service', '送达回证'], 'service-record', lightCase, { personId: 's1', aboutId: 'v1' }),
  sample(['service-left', '送达回证（留置）'], 'service-record', lightCase, {
    personId: 's2',
    aboutId: 'v2',
  }),
  sample(['filing', '立案审批表'], 'filing', ordinaryCase, { number: '青一中立〔2026〕1号' }),
  sample(['interview', '询问笔录'], 'interview', ordinaryCase, { personId: 's1', aboutId: 'w1' }),
  sample(['interview-minor', '询问笔录（学生）'], 'interview', ordinaryCase, { aboutId: 'w2' }),
  sample(['interview-refused', '询问笔录（拒签）'], 'interview', ordinaryCase, {
    personId: 's6',
    aboutId: 'w3',
  }),
  sample(['talk', '诫勉谈话记录'], 'interview', ordinaryCase, { personId: 's6', aboutId: 'w4' }),
  sample(['report', '调查报告'], 'report', ordinaryCase, { number: '青一中调〔2026〕1号' }),
  sample(['advance-notice', '拟处分告知书'], 'advance-notice', ordinaryCase, {
    personId: 's1',
    number: '青一中告〔2026〕2号',
  }),
  sample(['statement', '陈述申辩笔录及复核意见'], 'statement-record', ordinaryCase, { personId: 's1' }),
  sample(['hearing', '听证笔录'], 'hearing-record', ordinaryCase, { personId: 's1', aboutId: 'h1' }),
  sample(['meeting', '集体讨论记录'], 'meeting-record', ordinaryCase),
  sample(['decision', '处分决定'], 'decision', ordinaryCase, { paperId: 'd-demerit' }),
  sample(['decision-managerial', '处分决定（管理人员）'], 'decision', ordinaryCase, { paperId: 'd-warning' }),
  sample(['notice-talk', '诫勉谈话通知书'], 'notice', ordinaryCase, { paperId: 'd-talk' }),
  sample(['notice-suspension', '停职检查通知书'], 'notice', ordinaryCase, { paperId: 'd-stop' }),
  sample(['notice-office', '免职通知书'], 'notice', ordinaryCase, { paperId: 'd-end' }),
  sample(['notice-pay', '绩效核减通知书'], 'notice', ordinaryCase, { paperId: 'd-pay' }),
  lifted(['lifting', '解除处分通知'], ordinaryCase, 'd1', {
    liftedOn: '2027-11-20',
    number: '青一中解〔2027〕1号',
    decided: '青一中处〔2026〕1号',
  }),
  sample(['proposal', '处分建议（请示）'], 'proposal', ethicsCase, { paperId: 'g-proposal' }),
  sample(['referral', '移送函'], 'referral', staffReferral, { paperId: 'q-letter' }),
  sample(['referral-pupil', '移送函（学生）'], 'referral', pupilReferral, { paperId: 'q-letter' }),
  sample(['referral-agency', '退回派遣单位的函'], 'referral', dispatchCase, { paperId: 't-letter' }),
  sample(['notice-contract', '解除劳动合同通知书'], 'notice', contractCase, { paperId: 'z-end' }),
  sample(['letter-contract', '警示书'], 'letter', contractCase, { paperId: 'z-caution' }),
  sample(['order-department', '责令部门整改通知书'], 'order', departmentCase, { paperId: 'y-order' }),
  sample(['advance-pupil', '拟处分告知书（学生）'], 'advance-notice', pupilCase, {
    personId: 'p1',
    number: '青一中告〔2026〕3号',
  }),
  sample(['guardian-notice', '学生家长告知书'], 'guardian-notice', pupilCase, {
    personId: 'p1',
    number: '青一中家告〔2026〕1号',
  }),
  sample(['statement-pupil', '陈述申辩笔录（学生）'], 'statement-record', pupilCase, { personId: 'p1' }),
  sample(['hearing-pupil', '听证笔录（学生）'], 'hearing-record', pupilCase, {
    personId: 'p1',
    aboutId: 'h1',
  }),
  sample(['meeting-pupil', '集体讨论记录（学生）'], 'meeting-record', pupilCase),
  sample(['pupil-sanction', '学生纪律处分决定书'], 'pupil-decision', pupilCase, { paperId: 'u-warning' }),
  sample(['pupil-discipline', '学生教育惩戒决定书'], 'pupil-decision', pupilCase, { paperId: 'u-stop' }),
  sample(['service-pupil', '送达回证（学生）'], 'service-record', pupilCase, {
    personId: 'p1',
    aboutId: 'v1',
  }),
  lifted(['lifting-pupil', '解除学生纪律处分通知书'], pupilCase, 'u1', {
    liftedOn: '2027-02-20',
    number: '青一中解〔2027〕2号',
    decided: '青一中学处〔2026〕1号',
  }),
];

/** The same for whoever only wants to print them, with the shipped texts. */
export const caseFormSamples: readonly PaperSample[] = casePaperSamples.map(
  ({ name, title, form, source }) => ({
    name,
    title,
    paper: async () => paperMakers[form].make(source(await loadPaperTexts(join(projectDir, 'resources')))),
  }),
);
