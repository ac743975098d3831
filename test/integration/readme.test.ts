import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { routes } from '../../shared/features/cases/states.ts';
import { routeDiagram } from '../support/route-diagram.ts';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it.each(routes)('draws the %s route as the table of transitions has it', (route) => {
    expect(readme).toContain('```mermaid\n' + routeDiagram(route) + '\n```');
  });
});
