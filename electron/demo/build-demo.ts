import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { roles } from '../../shared/features/accounts/permissions.ts';
import { dayOfMs, yearOf } from '../../shared/kernel/dates.ts';
import { createApp } from '../app/create-app.ts';
import type { BuildDemo } from '../desk/demo-desk.ts';
import { foundSchool, openAccounts } from './accounts.ts';
import { planAnnual } from './annual.ts';
import { planAppeals } from './appeals.ts';
import { foundBodies } from './bodies.ts';
import { planCases, type Happening } from './cases.ts';
import { readDemoContent } from './content.ts';
import { planDataCycle } from './data-cycle.ts';
import { createDemoClock } from './demo-clock.ts';
import { adoptDuties, planDuties } from './duties.ts';
import { planEvaluations } from './evaluation.ts';
import { planLeads, readLeadStories, type LeadStories } from './leads.ts';
import { bringInLastYear, bringInStaff, bringInThisYear, layOut } from './organisation.ts';
import { bringInLastTeaching, planTeaching } from './teaching.ts';
import { createDraw, createNames } from './people.ts';
import { planPublicity } from './publicity.ts';
import { planStories } from './route-cases.ts';
import { planSchoolEvaluations } from './school-evaluation.ts';
import { enterRules, readDemoRules } from './school-rules.ts';
import { readSelfEvaluationContent } from './self-evaluation-content.ts';
import { readStories, type Stories } from './stories.ts';
import { administratorAccount, DEMO_PASSWORD, logIn, otherAccounts, type World } from './world.ts';

/** The same school each time. */
const SEED = 20_260_901;

interface Step {
  readonly note: string;
  readonly run: (world: World) => Promise<void>;
}

const steps: readonly Step[] = [
  { note: '正在建立学校', run: foundSchool },
  { note: '正在设置学年、部门和岗位', run: layOut },
  { note: '正在导入教职工名册', run: bringInStaff },
  { note: '正在设立机构', run: foundBodies },
  { note: '正在建立岗位职责', run: adoptDuties },
  { note: '正在建立用户', run: openAccounts },
  { note: '正在导入学生名册', run: bringInLastYear },
  { note: '正在导入任课安排', run: bringInLastTeaching },
];

/** School years begin in September. */
const schoolYearOf = (day: string): number => yearOf(day) - (day.slice(5) < '09-01' ? 1 : 0);

/**
 * Builds the demo school through the same calls that the screens make, on a clock that runs through its two years. Says
 * whom a visitor may log in as.
 */
export const buildDemo: BuildDemo = async ({ dataDir, resourcesDir, clock, log, report }) => {
  const content = await readDemoContent(resourcesDir);
  const stories = await readStories(resourcesDir);
  const leads = await readLeadStories(resourcesDir);
  const present = clock.now();
  const today = dayOfMs(present);
  const demoClock = createDemoClock(present);
  const draw = createDraw(SEED);
  const app = await createApp({ dataDir, clock: demoClock, newId: randomUUID, log, resourcesDir });
  try {
    const world: World = {
      app,
      content,
      clock: demoClock,
      draw,
      today,
      year: schoolYearOf(today),
      nextName: createNames(draw, content),
    };
    for (const [index, step] of steps.entries()) {
      await report(index, steps.length * 4, step.note);
      await step.run(world);
    }
    await enterRules(world, await readDemoRules(join(resourcesDir, 'demo', 'rules.json')));
    const planned = await planHappenings(world, resourcesDir, stories, leads);
    for (const [index, { day, act }] of planned.entries()) {
      await report(planned.length + 3 * index, planned.length * 4, '正在经历两个学年的考核与问责');
      demoClock.moveTo(day);
      await act();
    }
    return await loginsOf(world);
  } finally {
    await app.close();
  }
};

/** All that happens after the school stands, in the order of its days. */
const planHappenings = async (
  world: World,
  resourcesDir: string,
  stories: Stories,
  leads: LeadStories,
): Promise<Happening[]> => {
  const newYear: Happening = { day: `${String(world.year)}-09-02`, act: () => bringInThisYear(world) };
  const all = [
    newYear,
    ...planTeaching(world),
    ...planDuties(world),
    ...planEvaluations(world),
    ...planDataCycle(world),
    ...planAnnual(world),
    ...planSchoolEvaluations(world, await readSelfEvaluationContent(resourcesDir)),
    ...(await planCases(world)),
    ...(await planStories(world, stories)),
    ...(await planLeads(world, leads)),
    ...planPublicity(world),
    ...planAppeals(world),
  ];
  return all
    .filter(({ day }) => day <= world.today)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
};

const loginsOf = async (world: World): ReturnType<BuildDemo> => {
  const administrator = await logIn(world, administratorAccount.accountName);
  const { accounts } = await administrator.call('accounts.list', {});
  return [...otherAccounts, administratorAccount].map(({ accountName, role }) => ({
    accountName,
    name: accounts.find((each) => each.accountName === accountName)?.name ?? '',
    role: roles[role].label,
    password: DEMO_PASSWORD,
  }));
};
