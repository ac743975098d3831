import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isClean, runCrash } from './run.ts';

const options = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, json: { type: 'string' } },
}).values;

const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1');

const report = await runCrash(rounds, Math.max(2, availableParallelism()));
console.log(report);
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
process.exitCode = isClean(report) ? 0 : 1;
