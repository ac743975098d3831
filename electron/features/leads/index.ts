export type { CaseDesk, CaseStart } from './case-desk.ts';
export { leadsCollections } from './collections.ts';
export { leadDeadlines, leadDeadlineSource } from './deadlines.ts';
export { createLeadsHandlers } from './handlers.ts';
export { leadsOfCase, type CaseLead } from './of-case.ts';
export { registerFoundLead } from './register.ts';
export { leadSearchSource } from './search.ts';
