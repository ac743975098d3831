import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createApp } from '../../electron/app/create-app.ts';
import { buildDemo } from '../../electron/demo/build-demo.ts';
import { callerOf } from '../../electron/demo/caller.ts';
import { DEMO_PASSWORD } from '../../electron/demo/world.ts';
import type { CaseState, Route } from '../../shared/features/cases/states.ts';

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));
const clock = { now: () => Date.now() };
const log = {
  error: (message: string, cause?: unknown) => process.stderr.write(`${message} ${String(cause)}\n`),
  info: () => undefined,
};

/** Paths of records worth looking at, each for the route that shows it. */
export interface DemoRecords {
  readonly decidedCase: string;
  /** Cases of the other routes, as far on as the demo has them. */
  readonly ordinaryCase: string;
  readonly submittedCase: string;
  readonly pupilCase: string;
  readonly transferredCase: string;
  readonly paper: string;
  /** That waits to be judged, with a source and a pupil in it. */
  readonly lead: string;
  readonly runningCycle: string;
  readonly confirmedCycle: string;
  readonly books: string;
  /** Of somebody whose result is confirmed. */
  readonly feedback: string;
  readonly scoreSheet: string;
  readonly indicators: string;
  /** Of a person with a decision and evaluations. */
  readonly archive: string;
  readonly staff: string;
  readonly pupil: string;
  readonly body: string;
  readonly duties: string;
  /** That is up, with an objection. */
  readonly publicity: string;
  readonly publicityDraft: string;
  /** That waits to be admitted. */
  readonly appeal: string;
}

const first = <T>(rows: readonly T[], wanted: (row: T) => boolean, what: string): T => {
  const row = rows.find(wanted);
  if (row === undefined) throw new Error(`the demo school has no ${what}`);
  return row;
};

/** Builds the demo school in an empty folder (about 40 s) and says where its records are. */
export const buildDemoSchool = async (dataDir: string): Promise<DemoRecords> => {
  await buildDemo({ dataDir, resourcesDir, clock, log, report: () => Promise.resolve() });
  const app = await createApp({ dataDir, clock, newId: randomUUID, log, resourcesDir });
  try {
    const principal = callerOf(app);
    await principal.call('accounts.login', { accountName: 'xiaozhang', password: DEMO_PASSWORD });
    const { papers } = await principal.call('papers.list', {});
    const paper = first(
      papers,
      ({ title, number, superseded }) => number !== null && title.includes('通报') && superseded === null,
      'notice',
    );
    const { cycles } = await principal.call('evaluation.cycles', {});
    const ofTeachers = cycles.filter(({ kind }) => kind === 'teacher');
    const running = first(ofTeachers, ({ state }) => state === 'scoring', 'running cycle');
    const improving = await Promise.all(
      ofTeachers
        .filter(({ state }) => state === 'confirmed')
        .map(async ({ id }) => {
          const { rows } = await principal.call('evaluation.feedbacks', { cycleId: id });
          return { id, told: rows.find(({ state }) => state === 'improving') };
        }),
    );
    const confirmed = first(improving, ({ told }) => told !== undefined, 'feedback with an improvement plan');
    const { sheets } = await principal.call('evaluation.readCycle', { id: running.id });
    const sheet = first(sheets, ({ raterId }) => raterId !== null, 'score sheet');
    const { systems } = await principal.call('evaluation.systems', {});
    const { people } = await principal.call('archive.list', {});
    const person = first(
      people,
      ({ counts }) => counts.some(({ kind }) => kind === '问责决定'),
      'person with a decision',
    );
    const { pupils } = await principal.call('organisation.pupils', {});
    const { lists: duties } = await principal.call('duties.lists', {});
    const { bodies } = await principal.call('organisation.bodies', {});
    const { leads } = await principal.call('leads.list', {});
    const lead = first(
      leads,
      ({ state, people }) => state === 'received' && people.length > 1,
      'waiting lead',
    );
    const { cases } = await principal.call('cases.list', {});
    const caseOf = (route: Route, states: readonly CaseState[], what: string): string =>
      `/cases/${first(cases, (one) => one.route === route && states.includes(one.state), what).id}`;
    const { publicities } = await principal.call('publicity.list', {});
    const up = first(publicities, ({ openObjections }) => openObjections > 0, 'publicity with an objection');
    const draft = first(publicities, ({ state }) => state === 'draft', 'drafted publicity');
    const { appeals } = await principal.call('appeals.list', {});
    return {
      decidedCase: `/cases/${paper.caseId}`,
      ordinaryCase: caseOf('ordinary', ['served', 'executing', 'rectified', 'closed'], 'served case'),
      submittedCase: caseOf('ordinary', ['submitted'], 'proposal to the authority'),
      pupilCase: caseOf('pupil', ['served', 'closed'], 'case of a pupil'),
      transferredCase: caseOf('transferred', ['referred', 'answered', 'closed'], 'case handed over'),
      paper: `/papers/${paper.id}`,
      lead: `/leads/${lead.id}`,
      runningCycle: `/evaluation/cycles/${running.id}`,
      confirmedCycle: `/evaluation/cycles/${confirmed.id}`,
      books: `/evaluation/cycles/${running.id}/books`,
      feedback: `/evaluation/cycles/${confirmed.id}/feedback/${confirmed.told?.subject.id ?? ''}`,
      scoreSheet: `/evaluation/cycles/${running.id}/score/${sheet.groupId}/${String(sheet.raterId)}`,
      indicators: `/evaluation/indicators/${first(systems, () => true, 'indicator system').id}`,
      archive: `/archive/${person.staffId}`,
      staff: `/organisation/staff/${person.staffId}`,
      pupil: `/organisation/pupils/${first(pupils, () => true, 'pupil').id}`,
      body: `/organisation/bodies/${first(bodies, ({ termEndsOn }) => termEndsOn !== null, 'body with a term').id}`,
      duties: `/duties/${first(duties, ({ version }) => version > 1, 'list of duties with a second version').id}`,
      publicity: `/publicity/${up.id}`,
      publicityDraft: `/publicity/${draft.id}/edit`,
      appeal: `/appeals/${first(appeals, ({ state }) => state === 'received', 'waiting appeal').id}`,
    };
  } finally {
    await app.close();
  }
};

/** Logs in on the login screen and stands before 今日. */
export const logInToDemo = async (page: Page, accountName: string): Promise<void> => {
  await page.getByLabel('登录名').fill(accountName);
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: /^用户：/ }).waitFor();
};

/** Until nothing moves on a page that has everything it shows: no skeleton, no colour on its way from one to the other. */
export const still = async (page: Page): Promise<void> => {
  // The page's security policy forbids evaluating a condition again and again.
  await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
  // Colours that are still on their way would be measured half light, half dark.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))).then(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)))).then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))).then(() => undefined)',
  );
};

/** Until the texts of a page that was just opened stand still: nothing is loading, fonts are there, pictures are drawn. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(500);
  await still(page);
};
