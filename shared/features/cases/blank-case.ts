import type { CaseRecord } from './schema.ts';

/** A case as it is on its first day: nothing found out, nothing decided. */
export const blankCase = {
  gravity: null,
  checkers: [],
  conflicts: [],
  facts: '',
  establishedOn: null,
  round: 0,
  filing: null,
  investigation: { plan: [], interviews: [], findings: [], report: null },
  evidence: [],
  notifications: [],
  statements: [],
  hearings: [],
  decision: null,
  formerDecisions: [],
  submission: null,
  papers: [],
  services: [],
  rectification: [],
  tasks: [],
  notes: [],
  links: { leadIds: [], mergedInto: null, mergedFrom: [], splitFrom: null, splitInto: [] },
  closing: null,
  withdrawal: null,
  reopenings: [],
} satisfies Partial<CaseRecord>;
