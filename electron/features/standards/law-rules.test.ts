import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from '../../../shared/law/findings.ts';
import { lawRuleIds, type LawGround, type LawPack, type LawRuleId } from '../../../shared/law/pack.ts';
import type { DecisionProposal, PaperProposal, ServiceProposal } from '../../../shared/law/proposal.ts';
import { decisionChecks } from '../../../shared/law/rules/decision.ts';
import { paperChecks } from '../../../shared/law/rules/paper.ts';
import { serviceChecks } from '../../../shared/law/rules/service.ts';
import { loadStandards } from './library.ts';

let pack: LawPack;
beforeAll(async () => {
  pack = (await loadStandards(fileURLToPath(new URL('../../../resources', import.meta.url)))).law;
});

const checkedGround: LawGround = {
  code: 'x',
  kind: 'law',
  law: '教育法',
  version: '',
  inForceFrom: null,
  article: '第二十九条',
  paraphrase: '学校自主管理。',
  check: { by: '周敏', on: '2026-11-01' },
};

/** A decision that no rule has anything against. */
const lawful: DecisionProposal = {
  school: { ownership: 'public', authority: '青禾市教育局' },
  matter: { code: 'duty-patrol', name: '值班与巡查', ethics: false },
  occurredOn: '2026-11-09',
  persons: [{ id: 's1', name: '王立新', kind: 'staff', employment: 'established', leftOn: null }],
  measure: {
    name: '责令整改',
    kind: 'order',
    targets: ['established', 'contract'],
    decidedBy: ['principal-meeting', 'leading-group'],
    needsStatement: true,
    needsRectification: true,
  },
  body: 'principal-meeting',
  decidedOn: '2026-11-20',
  attendees: [
    { id: 's7', name: '李建国' },
    { id: 's8', name: '赵文静' },
  ],
  checkers: [
    { id: 's3', name: '陈晓东' },
    { id: 's4', name: '刘芳' },
  ],
  reporterId: 's9',
  conflicts: [{ personId: 's3', name: '陈晓东', outcome: 'dismissed' }],
  statements: [{ personId: 's1', outcome: 'stated', deadlineOn: '2026-11-18', answered: true }],
  requirements: [{ text: '补齐交接签字', dueOn: '2026-12-04', responsibleId: 's1', checkerId: 's3' }],
  grounds: [{ kind: 'law', ground: checkedGround }],
  earlier: [],
};

const order = (text: string): DecisionProposal => ({
  ...lawful,
  requirements: [{ text, dueOn: '2026-12-04', responsibleId: 's1', checkerId: 's3' }],
});
const measure = (change: Partial<DecisionProposal['measure']>): DecisionProposal => ({
  ...lawful,
  measure: { ...lawful.measure, ...change },
});
const person = (change: Partial<DecisionProposal['persons'][number]>): DecisionProposal => ({
  ...lawful,
  persons: [{ id: 's1', name: '王立新', kind: 'staff', employment: 'established', leftOn: null, ...change }],
});
const lapsed = (deadlineOn: string): DecisionProposal => ({
  ...lawful,
  statements: [{ personId: 's1', outcome: 'lapsed', deadlineOn, answered: false }],
});
const earlier = (matterCode: string, occurredOn: string): DecisionProposal => ({
  ...lawful,
  earlier: [{ personId: 's1', caseNumber: '问责〔2026〕1号', measure: '通报批评', matterCode, occurredOn }],
});
const rule = (publishedOn: string | null): DecisionProposal => ({
  ...lawful,
  grounds: [{ kind: 'school-rule', title: '值班制度', publishedOn }],
});
const ethics = { code: 'gifts', name: '收受礼品礼金', ethics: true };

const decisions: Partial<Record<LawRuleId, { hit: DecisionProposal; miss: DecisionProposal }>> = {
  'measure-not-for-employment': {
    hit: person({ employment: 'dispatched' }),
    miss: person({ employment: 'contract' }),
  },
  'measure-not-for-pupils': {
    hit: person({ kind: 'pupil', employment: null }),
    miss: {
      ...person({ kind: 'pupil', employment: null }),
      measure: { ...lawful.measure, targets: ['pupil'] },
    },
  },
  'sanction-beyond-school': {
    hit: { ...measure({ kind: 'sanction', name: '警告' }), matter: ethics },
    miss: { ...measure({ name: '通报批评', kind: 'circular' }), matter: ethics },
  },
  'sanction-on-light-route': {
    hit: order('给予王立新记过'),
    miss: { ...order('给予王立新记过'), matter: ethics },
  },
  fine: { hit: order('对本人罚款200元'), miss: order('退还向学生收取的罚款') },
  'pay-cut': { hit: order('扣发当月绩效之外的岗位工资，扣发本月工资'), miss: order('不得扣发本月工资') },
  'too-few-checkers': {
    hit: {
      ...lawful,
      checkers: [
        { id: 's3', name: '陈晓东' },
        { id: 's3', name: '陈晓东' },
      ],
    },
    miss: lawful,
  },
  'checker-conflict': {
    hit: { ...lawful, conflicts: [{ personId: 's3', name: '陈晓东', outcome: 'open' }] },
    miss: lawful,
  },
  'decider-conflict': {
    hit: { ...lawful, attendees: [...lawful.attendees, { id: 's1', name: '王立新' }] },
    miss: { ...lawful, attendees: [...lawful.attendees, { id: 's3', name: '陈晓东' }] },
  },
  'statement-missing': {
    hit: { ...lawful, statements: [] },
    miss: { ...measure({ needsStatement: false }), statements: [] },
  },
  'statement-unanswered': {
    hit: {
      ...lawful,
      statements: [{ personId: 's1', outcome: 'stated', deadlineOn: '2026-11-18', answered: false }],
    },
    miss: {
      ...lawful,
      statements: [{ personId: 's1', outcome: 'waived', deadlineOn: '2026-11-18', answered: false }],
    },
  },
  'defence-window-open': { hit: lapsed('2026-11-20'), miss: lapsed('2026-11-19') },
  'decided-twice': {
    hit: earlier('duty-patrol', '2026-11-09'),
    miss: earlier('duty-patrol', '2026-11-10'),
  },
  'same-day-decided': { hit: earlier('safety', '2026-11-09'), miss: earlier('safety', '2026-11-08') },
  'body-not-competent': {
    hit: { ...lawful, body: 'department' },
    miss: { ...lawful, body: 'leading-group' },
  },
  'no-collective-record': {
    hit: { ...lawful, attendees: lawful.attendees.slice(0, 1) },
    miss: { ...lawful, attendees: lawful.attendees.slice(0, 2) },
  },
  'rectification-incomplete': {
    hit: {
      ...lawful,
      requirements: [{ text: '补齐', dueOn: '2026-12-04', responsibleId: 's1', checkerId: 's1' }],
    },
    miss: { ...measure({ needsRectification: false }), requirements: [] },
  },
  'ground-missing': { hit: { ...lawful, grounds: [] }, miss: rule('2026-01-01') },
  'school-rule-unpublished': { hit: rule('2026-11-10'), miss: rule('2026-11-09') },
  'article-unchecked': {
    hit: { ...lawful, grounds: [{ kind: 'law', ground: { ...checkedGround, check: null } }] },
    miss: { ...lawful, grounds: [{ kind: 'law', ground: { ...checkedGround, check: null, article: null } }] },
  },
  'person-left': { hit: person({ leftOn: '2026-11-19' }), miss: person({ leftOn: '2026-11-20' }) },
};

const paper: PaperProposal = {
  title: '通报',
  number: '青一中〔2026〕3号',
  issuer: '青禾市第一中学',
  datedOn: '2026-11-20',
  remedy: '可自收到之日起30日内向青禾市教育局申请复核。',
  needsRemedy: true,
  authority: '青禾市教育局',
};
const papers: Partial<Record<LawRuleId, { hit: PaperProposal; miss: PaperProposal }>> = {
  'remedy-missing': {
    hit: { ...paper, remedy: '可向青禾市教育局申请复核。' },
    miss: { ...paper, remedy: null, needsRemedy: false },
  },
  'paper-undated': { hit: { ...paper, datedOn: null }, miss: paper },
  'number-form': { hit: { ...paper, number: '青一中[2026]03号' }, miss: { ...paper, number: null } },
};

const service: ServiceProposal = {
  name: '王立新',
  way: 'direct',
  completedOn: '2026-11-21',
  serverIds: ['s3', 's4'],
  refusal: null,
  consent: false,
};
const refusal = { reason: '拒绝签收', witness: '', hasRecording: false };
const services: Partial<Record<LawRuleId, { hit: ServiceProposal; miss: ServiceProposal }>> = {
  'service-unsigned': {
    hit: { ...service, completedOn: null },
    miss: { ...service, way: 'left', completedOn: null },
  },
  'too-few-servers': {
    hit: { ...service, serverIds: ['s3', 's3'] },
    miss: { ...service, way: 'mail', serverIds: [] },
  },
  'left-without-witness': {
    hit: { ...service, way: 'left', refusal },
    miss: { ...service, way: 'left', refusal: { ...refusal, hasRecording: true } },
  },
  'electronic-without-consent': {
    hit: { ...service, way: 'electronic' },
    miss: { ...service, way: 'electronic', consent: true },
  },
};

const found = (id: LawRuleId, side: 'hit' | 'miss') => {
  const decision = decisions[id];
  if (decision) return findingsOf(pack, decisionChecks, decision[side]);
  const onPaper = papers[id];
  if (onPaper) return findingsOf(pack, paperChecks, onPaper[side]);
  const served = services[id];
  if (served) return findingsOf(pack, serviceChecks, served[side]);
  throw new Error(`rule without a sample: ${id}`);
};

describe('the shipped law pack', () => {
  it('has nothing against a lawful decision, paper and service', () => {
    expect(findingsOf(pack, decisionChecks, lawful)).toEqual([]);
    expect(findingsOf(pack, paperChecks, paper)).toEqual([]);
    expect(findingsOf(pack, serviceChecks, service)).toEqual([]);
  });

  it.each(lawRuleIds)('%s is hit, in whole Chinese sentences with its article', (id) => {
    const hits = found(id, 'hit').filter(({ ruleId }) => ruleId === id);
    expect(hits.length).toBeGreaterThan(0);
    for (const { message, instead, article } of hits) {
      expect(message).toMatch(/。$/);
      expect(message + instead).not.toMatch(/[{}]|undefined|[a-z]{3,}/);
      expect(article).not.toBe('');
    }
  });

  it.each(lawRuleIds)('%s is not hit by its nearest lawful neighbour', (id) => {
    expect(found(id, 'miss').map(({ ruleId }) => ruleId)).not.toContain(id);
  });

  it('orders no sanction, no fine and no cut of pay by any shipped measure', async () => {
    const { measures } = await loadStandards(fileURLToPath(new URL('../../../resources', import.meta.url)));
    for (const { content } of measures) {
      expect(content.kind).not.toBe('sanction');
      expect(findingsOf(pack, decisionChecks, measure({ name: content.name }))).toEqual([]);
      if (content.requires.rectification) expect(content.paper).not.toBeNull();
    }
  });
});
