import { addDays, dayOfMs } from '../../shared/kernel/dates.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import type { Caller } from './caller.ts';
import { administratorAccount, logIn, teacherAccount, type World } from './world.ts';

const bySubject = async (office: Caller, cycleId: string) => {
  const { rows } = await office.call('evaluation.feedbacks', { cycleId });
  return rows.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0)).map(({ subject }) => subject);
};

const targetOf = async (office: Caller, cycleId: string, subjectId: string) => {
  const { rev } = await office.call('evaluation.readFeedback', { cycleId, subjectId });
  return { cycleId, subjectId, rev };
};

/** A signed sheet, as it would be scanned: the smallest picture there is. */
const signedSheet: FileContent = {
  name: '签字的反馈单.png',
  mime: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
};

/** The office tells the first few and the last of a confirmed evaluation what they got, and talks with them. */
export const tellResults = async (world: World, cycleId: string): Promise<void> => {
  const office = await logIn(world, 'bangongshi');
  const today = dayOfMs(world.clock.now());
  const subjects = await bySubject(office, cycleId);
  for (const { id } of [...subjects.slice(0, 6), ...subjects.slice(-3)]) {
    await office.call('evaluation.tellResult', {
      ...(await targetOf(office, cycleId, id)),
      on: today,
      way: 'interview',
      objectBy: addDays(today, 10),
    });
    await office.call('evaluation.recordTalk', {
      ...(await targetOf(office, cycleId, id)),
      on: today,
      place: '小会议室',
      talkers: '教学副校长',
      recorder: '办公室',
      praise: '一年来教学工作认真负责，课堂教学效果较好。',
      faults: '教研成果偏少，作业批改的及时性还可以提高。',
      demands: '新学年至少承担一节校级公开课，按要求完成教研任务。',
      reply: '同意学校的评价，今后注意改进。',
    });
  }
};

/** Somebody who was away is told late: what he has to say to it is still open. */
export const tellLate = async (world: World, cycleId: string): Promise<void> => {
  const office = await logIn(world, 'bangongshi');
  const administrator = await logIn(world, administratorAccount.accountName);
  const { accounts } = await administrator.call('accounts.list', {});
  const own = accounts.find(({ accountName }) => accountName === teacherAccount.accountName);
  const today = dayOfMs(world.clock.now());
  const { rows } = await office.call('evaluation.feedbacks', { cycleId });
  const row = rows.find(({ subject, toldOn }) => subject.id === own?.staffId && toldOn === null);
  if (!row) return;
  await office.call('evaluation.tellResult', {
    ...(await targetOf(office, cycleId, row.subject.id)),
    on: today,
    way: 'interview',
    objectBy: addDays(today, 10),
  });
};

/** Some sign, one objects and is answered, the last gets a plan to improve, the first is proposed for a reward. */
export const closeTheCircle = async (world: World, cycleId: string): Promise<void> => {
  const office = await logIn(world, 'bangongshi');
  const today = dayOfMs(world.clock.now());
  const subjects = await bySubject(office, cycleId);
  const [best] = subjects;
  const [objector, , last] = subjects.slice(-3);
  if (!best || !objector || !last) return;
  for (const { id } of subjects.slice(0, 4))
    await office.call('evaluation.signResult', {
      ...(await targetOf(office, cycleId, id)),
      on: today,
      stance: 'agree',
      signing: { kind: 'signed' },
      files: [signedSheet],
    });
  await office.call('evaluation.proposeReward', {
    ...(await targetOf(office, cycleId, best.id)),
    text: '教学成绩突出，承担多节公开课，带教两名青年教师，师生反映好。',
    reward: '嘉奖',
  });
  await office.call('evaluation.fileReview', {
    ...(await targetOf(office, cycleId, objector.id)),
    filedOn: today,
    requests: '请求核实“教研”维度的得分。',
    reasons: '上学期在片区教研活动中作过两次交流发言，评分时没有看到相关材料。',
    replyBy: addDays(today, 12),
  });
  await office.call('evaluation.saveImprovementPlan', {
    ...(await targetOf(office, cycleId, last.id)),
    startsOn: today,
    endsOn: addDays(today, 190),
    responsible: '教研组长',
    goals: [
      {
        goal: '课堂教学达到学校常规要求',
        measure: '每两周由教研组长听课一次，当面反馈；参加青年教师教学基本功培训。',
        helper: best.name,
        dueOn: addDays(today, 150),
      },
      {
        goal: '作业批改及时、有评语',
        measure: '每月由教务处抽查一次作业批改，记录存档。',
        helper: '',
        dueOn: addDays(today, 180),
      },
    ],
  });
  await office.call('evaluation.followUp', {
    ...(await targetOf(office, cycleId, last.id)),
    kind: 'training',
    on: today,
    goalId: null,
    title: '教学基本功暑期研修',
    hours: 12,
    text: '参加区教师发展中心组织的研修，完成全部课程。',
    files: [],
  });
};
