import type { ChannelInput } from '../../shared/channels.ts';
import type { CycleView } from '../../shared/features/evaluation/views.ts';
import { addDays, dayOfMs } from '../../shared/kernel/dates.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import type { Caller } from './caller.ts';
import type { Happening } from './cases.ts';
import { adopt } from './school-cycles.ts';
import { logIn, type World } from './world.ts';

/** Who rates in each of the groups that the preset lays out. */
const raters: Readonly<Record<string, readonly string[]>> = {
  leader: ['校长', '教学副校长', '德育副校长'],
  peer: ['测评人甲', '测评人乙', '测评人丙', '测评人丁', '测评人戊'],
  panel: ['考核工作小组'],
};

/** What each loses of the full marks, in percent: two are excellent for one place, one falls short. */
const losses = [13, 5, 15, 7, 17, 12, 36, 19, 14];

const SIGNED: FileContent = {
  name: '签字的考核结果告知书.png',
  mime: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
};

const laidOut = async (
  office: Caller,
  versionId: string,
  year: number,
  startsOn: string,
): Promise<CycleView> => {
  const { cycle } = await office.call('evaluation.createAnnual', {
    annual: { versionId, year, startsOn, endsOn: addDays(startsOn, 20), condition: 'usual' },
  });
  const { name, endsOn, about, whenAbsent, quota, annual, assessedYear, minSample } = cycle;
  const planned = await office.call('evaluation.savePlan', {
    id: cycle.id,
    rev: cycle.rev,
    plan: {
      ...{ name, versionId: cycle.versionId, schoolYearId: null, term: null, startsOn, endsOn, about },
      ...{ whenAbsent, quota, annual, assessedYear, minSample },
      groups: cycle.groups.map((group) => ({
        ...group,
        anonymous: group.kind === 'peer',
        raters: (raters[group.kind] ?? []).map((rater, at) => ({
          id: `${group.kind}-${String(at + 1)}`,
          name: rater,
          userId: null,
        })),
      })),
    },
  });
  return office.call('evaluation.start', { id: cycle.id, rev: planned.cycle.rev });
};

/** @param share which part of the raters of a group have handed in */
const score = async (world: World, { cycle }: CycleView, share: number): Promise<void> => {
  const evaluator = await logIn(world, 'kaohe');
  for (const group of cycle.groups)
    for (const [at, rater] of group.raters.slice(0, Math.round(group.raters.length * share)).entries()) {
      const place = { cycleId: cycle.id, groupId: group.id };
      const sheet = await evaluator.call('evaluation.scoreSheet', { ...place, raterId: rater.id });
      const rows = sheet.rows.map(({ raterId, subject, rev }, person) => ({
        raterId,
        subjectId: subject.id,
        rev,
        cells: sheet.columns.map(({ indicatorId, method, fullMarks, levels }, column) => {
          const loss = Math.max((losses[person % losses.length] ?? 12) + ((column + at) % 3) - 1, 0);
          if (method === 'levels')
            return { indicatorId, text: levels[Math.min(Math.floor(loss / 12), levels.length - 1)] ?? '' };
          if (method === 'points')
            return { indicatorId, text: String(Math.round((fullMarks * (100 - loss)) / 10_000)) };
          return { indicatorId, text: loss > 30 ? '-1' : '0' };
        }),
      }));
      const { problems } = await evaluator.call('evaluation.saveScores', { ...place, rows });
      if (problems.length > 0) throw new Error(`score refused: ${JSON.stringify(problems[0])}`);
    }
};

/** The sheets are in: somebody was on sick leave for more than half of the year; the leading group settles the grades. */
const settle = async (world: World, cycleId: string): Promise<void> => {
  const principal = await logIn(world, 'xiaozhang');
  const { cycle } = await principal.call('evaluation.readCycle', { id: cycleId });
  await principal.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
  await principal.call('evaluation.saveFacts', {
    cycleId,
    subjectId: cycle.subjects[2]?.id ?? '',
    rev: 0,
    facts: {
      leaveDays: 196,
      newlyEmployed: false,
      refused: false,
      barredBy: '',
      note: '3月至9月因病手术、休养，有医院证明。',
    },
  });
  const view = await principal.call('evaluation.saveMeeting', {
    cycleId,
    meeting: null,
    minutes: {
      heldOn: dayOfMs(world.clock.now()),
      place: '小会议室',
      chair: '校长',
      present: '校长、教学副校长、德育副校长、办公室主任、教职工代表二人',
      absent: '无',
      note: '听取考核工作小组汇报，逐人研究等次和临界情形；病假累计超过半年的一人按规定不定等次；同意优秀人选，提交公示。',
    },
  });
  await principal.call('evaluation.confirm', {
    id: cycleId,
    rev: view.rev,
    notTwice: '已逐人核对，扣分与已处理的事项不是同一事项。',
  });
};

type Content = ChannelInput<'publicity.create'>['content'];

const excellent = async (office: Caller, cycleId: string): Promise<Content> => {
  const { cycleName, rows } = await office.call('evaluation.results', { cycleId });
  return {
    kind: 'assessment',
    title: `关于${cycleName}优秀等次人员名单的公示`,
    lead: '经学校领导班子集体研究，拟确定下列人员为年度考核优秀等次，现公示如下',
    basis: '《事业单位工作人员考核规定》（人社部发〔2023〕6号）第十七条',
    scope: 'staff',
    naming: 'full',
    workdays: 5,
    contact: await office.call('publicity.usual', {}),
    items: rows.flatMap(({ subject, outcome }) =>
      outcome.kind === 'graded' && outcome.figures.grade === '优秀'
        ? [
            {
              sanctionId: null,
              caseId: null,
              personId: subject.id,
              personKind: 'staff' as const,
              name: subject.name,
              text: `${subject.department}，${subject.post}，拟定优秀等次`,
            },
          ]
        : [],
    ),
  };
};

/** The results are made known and told to everybody in writing, and the signed papers are kept. */
const makeKnown = async (office: Caller, cycleId: string, on: string): Promise<void> => {
  const { cycle } = await office.call('evaluation.readCycle', { id: cycleId });
  await office.call('evaluation.publish', {
    id: cycle.id,
    rev: cycle.rev,
    note: '教职工大会通报，公示栏张贴。',
  });
  for (const { id: subjectId } of cycle.subjects) {
    const target = async () => {
      const { rev } = await office.call('evaluation.readFeedback', { cycleId, subjectId });
      return { cycleId, subjectId, rev };
    };
    await office.call('evaluation.tellResult', {
      ...(await target()),
      on,
      way: 'interview',
      objectBy: null,
    });
    await office.call('evaluation.signResult', {
      ...(await target()),
      on,
      stance: 'agree',
      signing: { kind: 'signed' },
      files: [SIGNED],
    });
  }
};

/**
 * 年度考核 of those who teach no classes: last year's from the plan to the signed results, with its 公示, and this year's
 * while the sheets come in.
 */
export const planAnnual = (world: World): Happening[] => {
  const assessed = world.year - 1;
  const starts = `${String(assessed)}-12-08`;
  const shownOn = standardCalendar.workdayOnOrAfter(addDays(starts, 22));
  const over = addDays(shownOn, 14);
  const now = addDays(world.today, -5);
  let versionId = '';
  let cycleId = '';
  let publicity: { id: string; rev: number } | undefined;
  return [
    {
      day: starts,
      async act() {
        const office = await logIn(world, 'bangongshi');
        versionId = await adopt(office, 'support');
        const view = await laidOut(office, versionId, assessed, starts);
        cycleId = view.cycle.id;
        versionId = view.cycle.versionId;
        await score(world, view, 1);
      },
    },
    { day: addDays(starts, 20), act: () => settle(world, cycleId) },
    {
      day: shownOn,
      async act() {
        const office = await logIn(world, 'bangongshi');
        const draft = await office.call('publicity.create', { content: await excellent(office, cycleId) });
        const up = await office.call('publicity.show', {
          id: draft.record.id,
          rev: draft.record.rev,
          startsOn: shownOn,
          place: '教学楼一楼公示栏',
        });
        publicity = { id: up.record.id, rev: up.record.rev };
      },
    },
    {
      day: over,
      async act() {
        const office = await logIn(world, 'bangongshi');
        if (!publicity) throw new Error('nobody was shown');
        await office.call('publicity.finish', { ...publicity, text: '公示期间没有收到异议。' });
        await makeKnown(office, cycleId, over);
      },
    },
    {
      day: now,
      async act() {
        const office = await logIn(world, 'bangongshi');
        await score(world, await laidOut(office, versionId, world.year, now), 0.6);
      },
    },
  ];
};
