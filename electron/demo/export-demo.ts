import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { createApp } from '../app/create-app.ts';
import type { Clock, Log } from '../features/context.ts';
import { callerOf } from './caller.ts';
import { DEMO_PASSWORD } from './world.ts';

export interface ExportTask {
  readonly dataDir: string;
  readonly outDir: string;
  readonly resourcesDir: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DemoSummary {
  readonly counts: Readonly<Record<string, number>>;
  readonly word: readonly string[];
  readonly excel: readonly string[];
}

const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '_');

/** Takes the papers and sheets of a demo school out of it, as its principal would. */
export const exportDemo = async (task: ExportTask): Promise<DemoSummary> => {
  const { dataDir, outDir, resourcesDir, clock, log } = task;
  const app = await createApp({ dataDir, clock, log, resourcesDir, newId: randomUUID });
  const written = { word: new Set<string>(), excel: new Set<string>() };
  const keep = async (kind: 'word' | 'excel', file: FileContent): Promise<void> => {
    const name = fileName(file.name);
    await mkdir(join(outDir, kind), { recursive: true });
    await writeFile(join(outDir, kind, name), Buffer.from(file.base64, 'base64'));
    written[kind].add(name);
  };
  try {
    const principal = callerOf(app);
    await principal.call('accounts.login', { accountName: 'xiaozhang', password: DEMO_PASSWORD });

    const { papers } = await principal.call('papers.list', {});
    for (const { id } of papers) await keep('word', await principal.call('papers.read', { id }));
    const { cases } = await principal.call('cases.list', {});
    for (const { id, state } of cases) {
      if (state === 'closed') await keep('word', await principal.call('cases.exportFile', { id }));
    }

    const { staff } = await principal.call('organisation.staff', {});
    const { pupils } = await principal.call('organisation.pupils', {});
    const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
    await keep('excel', await principal.call('organisation.exportStaff', { ids: idsOf(staff) }));
    await keep('excel', await principal.call('organisation.exportPupils', { ids: idsOf(pupils) }));
    await keep('excel', await principal.call('organisation.exportTeachings', { layout: 'grid' }));
    await keep('excel', await principal.call('cases.exportList', { ids: idsOf(cases) }));
    const { years } = await principal.call('papers.numbers', {});
    for (const year of years) await keep('excel', await principal.call('papers.exportRegister', { year }));
    const { cycles } = await principal.call('evaluation.cycles', {});
    for (const { id, state } of cycles)
      if (state !== 'draft') await keep('excel', await principal.call('evaluation.exportSheet', { id }));
    for (const { id: cycleId } of cycles) {
      const { subjects } = await principal.call('evaluation.selfEvaluations', { cycleId });
      for (const { subject, written } of subjects)
        if (written > 0)
          await keep(
            'word',
            await principal.call('evaluation.selfReport', { cycleId, subjectId: subject.id }),
          );
      if (subjects.some(({ open, late, closed }) => open + late + closed > 0))
        await keep('excel', await principal.call('evaluation.exportActions', { cycleId }));
    }

    return {
      counts: {
        staff: staff.length,
        pupils: pupils.length,
        classes: (await principal.call('organisation.classes', {})).classes.length,
        cases: cases.length,
        papers: papers.length,
        cycles: cycles.length,
        word: written.word.size,
        excel: written.excel.size,
      },
      word: [...written.word].sort(),
      excel: [...written.excel].sort(),
    };
  } finally {
    await app.close();
  }
};
