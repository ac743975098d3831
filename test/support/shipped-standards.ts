import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { measureContentSchema } from '../../shared/features/standards/measure.ts';
import {
  matterContentSchema,
  type Matter,
  type Measure,
  type StoredGround,
} from '../../shared/features/standards/schema.ts';
import {
  severityMatrixContentSchema,
  type SeverityMatrixContent,
} from '../../shared/features/standards/severity-matrix.ts';
import { lawGroundSchema, lawRuleSchema, type LawPack } from '../../shared/law/pack.ts';

/** The standards as they are shipped, read without a store: as a school has them on its first day. */

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'));

const stored = <C>(content: C) => ({
  rev: 1,
  enabled: true,
  versions: [
    {
      version: 1,
      made: { at: '2026-09-01T00:00:00.000Z', by: { userId: 'u', name: '周敏' } },
      why: '随程序提供',
      content,
    },
  ],
});

const coded = z.array(z.object({ code: z.string(), content: z.unknown() }));

export const shippedMeasures: readonly Measure[] = [
  'staff',
  'leaders',
  'employment',
  'pupils',
  'departments',
  'remedial',
]
  .flatMap((file) => z.object({ measures: coded }).parse(read(`measures/${file}.json`)).measures)
  .map(({ code, content }) => ({ id: code, ...stored(measureContentSchema.parse(content)) }));

export const shippedMatters: readonly Matter[] = z
  .object({ matters: coded })
  .parse(read('matters/library.json'))
  .matters.map(({ code, content }) => ({ id: code, ...stored(matterContentSchema.parse(content)) }));

export const shippedPack: LawPack = {
  version: 'shipped',
  ...z.object({ rules: z.array(lawRuleSchema) }).parse(read('law/rules.json')),
  ...z.object({ grounds: z.array(lawGroundSchema) }).parse(read('law/grounds.json')),
};

export const shippedGrounds: readonly StoredGround[] = shippedPack.grounds.map((ground) => ({
  id: ground.code,
  ...stored(ground),
}));

export const shippedMatrix: SeverityMatrixContent = severityMatrixContentSchema.parse(
  read('severity/matrix.json'),
);
