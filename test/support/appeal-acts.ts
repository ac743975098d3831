import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { caseActs, decisionOf, type View } from './case-acts.ts';
import type { Caller } from './harness.ts';

/** What people do with an appeal, through the channels, each with what an ordinary one would say. */

export type AppealPage = ChannelOutput<'appeals.read'>;
export type AppealDraft = ChannelInput<'appeals.decide'>['decision'];

export const appealTarget = ({ appeal }: AppealPage): { id: string; rev: number } => ({
  id: appeal.id,
  rev: appeal.rev,
});

/** Nobody of these had a part in the cases of `caseActs`. */
export const panel = ['sun', 'he'] as const;

export const appealDraft = (page: AppealPage, change: Partial<AppealDraft> = {}): AppealDraft => {
  const ids = page.appeal.panel?.members.map(({ person }) => person.id) ?? [];
  return {
    outcome: 'uphold',
    facts: '经审阅案卷、听取申请人意见，离岗的事实清楚。',
    reason: '原决定事实清楚，依据正确，程序合法，处理恰当。',
    decidedOn: '2026-12-10',
    place: '小会议室',
    chairId: ids[0] ?? '',
    recorderId: ids[1] ?? '',
    members: ids.map((memberId) => ({ memberId, attendance: 'present' as const })),
    votes: ids.map((memberId) => ({ memberId, vote: 'for' as const })),
    opinions: '与会人员意见一致。',
    ...change,
  };
};

/** The acts, bound to whoever does them. */
export const appealActs = (one: () => Caller) => {
  const cases = caseActs(one);
  return {
    /** A sanction of 王立新 by the ordinary route, decided on 20 November, served on the 24th. */
    async served(measureCode = 'warning', change: Parameters<typeof cases.register>[0] = {}): Promise<View> {
      let view = await cases.file(
        await cases.establish(await cases.register({ route: 'ordinary', ...change })),
      );
      view = await cases.finding(await cases.interview(view, { id: 'wang', name: '王立新' }), 'wang');
      view = await cases.notify(await cases.adopt(await cases.report(view)));
      view = await cases.decide(await cases.hear(view), decisionOf(measureCode), [
        { ruleId: 'out-of-band', reason: '情节较重，影响班级管理。' },
      ]);
      return cases.serveAll(await cases.issueAll(view));
    },

    /** A pupil whom a rule of the school was applied to, told and served with the guardian. */
    async punished(): Promise<View> {
      const rule = await one().call('standards.addSchoolRule', {
        title: '学生日常行为管理办法',
        scope: 'pupils',
        consulted: { on: '2026-07-01', note: '学生和家长' },
        discussed: { on: '2026-07-10', note: '家长委员会、教职工代表大会' },
        filed: { on: '2026-08-20', note: '青禾市教育局' },
        adoptedBy: '校长办公会',
        adoptedOn: '2026-08-18',
        publishedOn: '2026-08-25',
        clauses: [{ no: '第六条', text: '上课应当遵守课堂纪律。' }],
      });
      const begun = await cases.register({
        matterCode: 'class-disruption',
        subjects: [{ kind: 'pupil', id: 'lin' }],
      });
      const heard = await cases.hear(await cases.notify(await cases.establish(begun)), 'lin');
      const decided = await cases.decide(
        heard,
        decisionOf('pupil-topic-education', ['lin'], {
          grounds: [
            { kind: 'law', ref: 'pupil-rules-9' },
            { kind: 'school-rule', ref: rule.id },
          ],
        }),
      );
      return cases.serveAll(await cases.issueAll(decided));
    },

    register: (view: View, change: Partial<ChannelInput<'appeals.register'>> = {}): Promise<AppealPage> =>
      one().call('appeals.register', {
        caseId: view.record.id,
        personId: view.record.subjects[0]?.personId ?? '',
        kind: 'review',
        capacity: 'self',
        applicantName: view.record.subjects[0]?.name ?? '',
        contact: '13800000001',
        receivedOn: '2026-12-01',
        way: 'direct',
        itemIds: (view.record.decision?.items ?? [])
          .filter(({ personId }) => personId === view.record.subjects[0]?.personId)
          .map(({ id }) => id),
        requests: '请求撤销处分决定。',
        reasons: '当晚因家中老人急病离岗，事后已经报告，处分过重。',
        ...change,
      }),

    accept: (page: AppealPage, change: Partial<ChannelInput<'appeals.accept'>> = {}): Promise<AppealPage> =>
      one().call('appeals.accept', { ...appealTarget(page), on: '2026-12-02', ...change }),

    assign: (page: AppealPage, staffIds: readonly string[] = panel): Promise<AppealPage> =>
      one().call('appeals.assign', {
        ...appealTarget(page),
        name: '复核小组',
        members: staffIds.map((staffId) => ({ staffId, capacity: 'staff' as const })),
      }),

    look: (page: AppealPage): Promise<AppealPage> =>
      one().call('appeals.look', {
        ...appealTarget(page),
        kind: 'files',
        on: '2026-12-08',
        people: '孙海燕、何思远',
        text: '审阅全部案卷，听取申请人意见。',
      }),

    /** From registration to the point at which it can be decided. */
    async heard(page: AppealPage): Promise<AppealPage> {
      return this.look(await this.assign(await this.accept(page)));
    },

    decide: (
      page: AppealPage,
      change: Partial<AppealDraft> = {},
      overrides: ChannelInput<'appeals.decide'>['overrides'] = [],
    ): Promise<AppealPage> =>
      one().call('appeals.decide', {
        ...appealTarget(page),
        decision: appealDraft(page, change),
        overrides,
      }),

    /** Issues every paper that is not out yet. */
    async issueAll(page: AppealPage): Promise<AppealPage> {
      let current = page;
      for (const paper of page.appeal.papers)
        if (paper.issuedPaperId === null)
          current = await one().call('appeals.issue', { ...appealTarget(current), paperId: paper.id });
      return current;
    },

    serve: (
      page: AppealPage,
      form: 'decision' | 'refusal' = 'decision',
      change: Partial<ChannelInput<'appeals.serve'>> = {},
    ): Promise<AppealPage> =>
      one().call('appeals.serve', {
        ...appealTarget(page),
        paperIds: page.appeal.papers.filter((paper) => paper.form === form).map(({ id }) => id),
        way: 'direct',
        servedOn: '2026-12-11',
        place: '校办公室',
        receiver: page.appeal.applicant.name,
        relation: '本人',
        completedOn: '2026-12-11',
        serverIds: ['sun', 'he'],
        ...change,
      }),

    async distributeAll(page: AppealPage): Promise<AppealPage> {
      let current = page;
      for (const { id, form, distribution } of page.appeal.papers)
        if (form === 'correction' && distribution === null)
          current = await one().call('appeals.distribute', {
            ...appealTarget(current),
            paperId: id,
            on: '2026-12-14',
            note: '已送达本人，并收回原文书。',
          });
      return current;
    },

    async restoreAll(page: AppealPage): Promise<AppealPage> {
      let current = page;
      for (const { id, done } of page.appeal.restorations)
        if (done === null)
          current = await one().call('appeals.restore', {
            ...appealTarget(current),
            restorationId: id,
            on: '2026-12-11',
            note: '已经更正。',
          });
      return current;
    },

    close: (page: AppealPage): Promise<AppealPage> =>
      one().call('appeals.close', { ...appealTarget(page), note: '办理完毕，材料齐全。' }),
  };
};
