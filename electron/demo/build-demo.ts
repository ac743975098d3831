import { randomUUID } from 'node:crypto';
import { roles } from '../../shared/features/accounts/permissions.ts';
import { dayOfMs, yearOf } from '../../shared/kernel/dates.ts';
import { createApp } from '../app/create-app.ts';
import type { BuildDemo } from '../desk/demo-desk.ts';
import { foundSchool } from './accounts.ts';
import { readDemoContent } from './content.ts';
import { createDemoClock } from './demo-clock.ts';
import { createDraw, createNames } from './people.ts';
import { administratorAccount, DEMO_PASSWORD, otherAccounts, type World } from './world.ts';

/** The same school each time. */
const SEED = 20_260_901;

interface Step {
  readonly note: string;
  readonly run: (world: World) => Promise<void>;
}

const steps: readonly Step[] = [{ note: '正在建立学校', run: foundSchool }];

/** School years begin in September. */
const schoolYearOf = (day: string): number => yearOf(day) - (day.slice(5) < '09-01' ? 1 : 0);

/**
 * Builds the demo school through the same calls that the screens make, on a clock that runs through its two years. Says
 * whom a visitor may log in as.
 */
export const buildDemo: BuildDemo = async ({ dataDir, resourcesDir, clock, log, report }) => {
  const content = await readDemoContent(resourcesDir);
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
      await report(index, steps.length, step.note);
      await step.run(world);
    }
    return await loginsOf(world);
  } finally {
    await app.close();
  }
};

const loginsOf = async (_world: World): ReturnType<BuildDemo> =>
  [...otherAccounts, administratorAccount].map(({ accountName, role }) => ({
    accountName,
    name: roles[role].label,
    role: roles[role].label,
    password: DEMO_PASSWORD,
  }));
