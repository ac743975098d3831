import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { lawSamples } from '../../../test/support/law-samples/all.ts';
import { educated, lawful, warned } from '../../../test/support/law-samples/base.ts';
import { lawfulPaper, lawfulService } from '../../../test/support/law-samples/papers.ts';
import { findingsOf, type LawFinding } from '../../../shared/law/findings.ts';
import { lawRuleIds, type LawPack, type LawRuleId } from '../../../shared/law/pack.ts';
import { decisionChecks } from '../../../shared/law/rules/decision.ts';
import { paperChecks } from '../../../shared/law/rules/paper.ts';
import { serviceChecks } from '../../../shared/law/rules/service.ts';
import { fineIn, payCutIn } from '../../../shared/law/wording.ts';
import { loadStandards, type StandardsLibrary } from './library.ts';

let library: StandardsLibrary;
let pack: LawPack;
beforeAll(async () => {
  library = await loadStandards(fileURLToPath(new URL('../../../resources', import.meta.url)));
  pack = library.law;
});

const found = (id: LawRuleId, side: 'hit' | 'miss'): readonly LawFinding[] => {
  const sample = lawSamples[id];
  if (!sample) throw new Error(`rule without a sample: ${id}`);
  return sample[side](pack);
};

describe('the shipped law pack', () => {
  it('has nothing against a lawful decision, paper and service', () => {
    expect(findingsOf(pack, decisionChecks, lawful)).toEqual([]);
    expect(findingsOf(pack, decisionChecks, warned())).toEqual([]);
    expect(findingsOf(pack, decisionChecks, educated())).toEqual([]);
    expect(findingsOf(pack, paperChecks, lawfulPaper)).toEqual([]);
    expect(findingsOf(pack, serviceChecks, lawfulService)).toEqual([]);
  });

  it.each(lawRuleIds)('%s is hit, in whole Chinese sentences with its article', (id) => {
    const hits = found(id, 'hit').filter(({ ruleId }) => ruleId === id);
    expect(hits.length).toBeGreaterThan(0);
    for (const { message, instead, article } of hits) {
      expect(message).toMatch(/。$/);
      expect(message + instead).not.toMatch(/[{}]|undefined|[a-z]{3,}/);
      expect(article).not.toBe('');
    }
  });

  it.each(lawRuleIds)('%s is not hit by its nearest lawful neighbour', (id) => {
    expect(found(id, 'miss').map(({ ruleId }) => ruleId)).not.toContain(id);
  });

  it('ships no measure that orders a fine or a cut of pay, or a sanction without an investigation', () => {
    for (const { content } of library.measures) {
      expect(fineIn(content.name) ?? payCutIn(content.name)).toBeUndefined();
      if (content.kind === 'sanction') expect(content.requires.investigation).toBe(true);
      if (content.requires.rectification) expect(content.paper).not.toBeNull();
    }
  });
});
