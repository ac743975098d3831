import type { LeadView } from '../../../shared/features/leads/channels.ts';
import type { leadsChannels } from '../../../shared/features/leads/channels.ts';
import type { Lead } from '../../../shared/features/leads/schema.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { acknowledge, closeLead, reopen, reply } from './answer.ts';
import { attach, openAttachment } from './attachments.ts';
import type { CaseDesk } from './case-desk.ts';
import { requireLead } from './change.ts';
import { leadCollection } from './collections.ts';
import { exportLeadList } from './exports.ts';
import { DOCX, fileOf } from '../file-content.ts';
import { merge, relate, similarLeads, unmerge } from './links.ts';
import { leadMask } from './masks.ts';
import { addNote } from './notes.ts';
import { leadPaper, leadPaperNames } from './papers.ts';
import { createLookUp } from './receipts.ts';
import { visibleTo } from './recusal.ts';
import { makeCopy, redact } from './redact.ts';
import { addSource, amendLead, registerLead } from './register.ts';
import { answerSource, openSource, openSourceFile, requestsWaiting, requestSource } from './source.ts';
import { triage, undoTriage } from './triage.ts';
import { leadRow, leadView, newestLeads, nowOf, waitingLeads } from './views.ts';

type Act<I> = (input: I, context: CallContext) => Promise<Lead>;

/** The handlers over the cases of the same app. */
export const createLeadsHandlers = (cases: CaseDesk) => {
  const view = (lead: Lead, context: CallContext): LeadView => leadView(context.store, lead, context, cases);
  const viewed =
    <I>(act: Act<I>) =>
    async (input: I, context: CallContext): Promise<LeadView> =>
      view(await act(input, context), context);

  return {
    'leads.list': (_input, context) => {
      const { store } = context;
      const now = nowOf(context);
      const mask = leadMask(store);
      const visible = visibleTo(store, store.all(leadCollection), context);
      return { leads: newestLeads(visible).map((lead) => leadRow(lead, now, mask)) };
    },
    'leads.read': ({ id }, context) => view(requireLead(context.store, id, context), context),
    'leads.waiting': ({ limit }, context) => {
      const { store } = context;
      const visible = context.can('leads.handle') ? visibleTo(store, store.all(leadCollection), context) : [];
      const leads = waitingLeads(visible, nowOf(context), leadMask(store));
      return {
        total: leads.length,
        overdue: leads.filter(({ nextClock }) => nextClock?.state === 'overdue').length,
        requests: requestsWaiting(context),
        leads: leads.slice(0, limit),
      };
    },
    'leads.similar': (input, context) => ({ leads: similarLeads(input, context) }),
    'leads.register': async (input, context) => {
      const { lead, receipt, concealed } = await registerLead(input, context);
      return { view: view(lead, context), receipt, concealed };
    },
    'leads.amend': viewed(amendLead),
    'leads.attach': viewed(attach),
    'leads.addSource': viewed(addSource),
    'leads.openAttachment': openAttachment,
    'leads.acknowledge': viewed(acknowledge),
    'leads.triage': viewed((input, context) => triage(input, context, cases)),
    'leads.undoTriage': viewed((input, context) => undoTriage(input, context, cases)),
    'leads.reply': viewed(reply),
    'leads.close': viewed(closeLead),
    'leads.reopen': viewed(reopen),
    'leads.relate': viewed(relate),
    'leads.merge': viewed(merge),
    'leads.unmerge': viewed(unmerge),
    'leads.addNote': viewed(addNote),
    'leads.requestSource': viewed(requestSource),
    'leads.answerSource': viewed(answerSource),
    'leads.openSource': openSource,
    'leads.openSourceFile': openSourceFile,
    'leads.lookUp': createLookUp(),
    'leads.paper': async ({ id, kind }, context) => {
      const { store } = context;
      const lead = requireLead(store, id, context);
      const paper = leadPaper(kind, readSchool(store), lead, leadMask(store));
      return fileOf(`${lead.number} ${leadPaperNames[kind]}.docx`, DOCX, await renderWord(paper));
    },
    'leads.copy': makeCopy,
    'leads.redact': viewed(redact),
    'leads.exportList': exportLeadList,
  } satisfies Handlers<typeof leadsChannels, CallContext>;
};
