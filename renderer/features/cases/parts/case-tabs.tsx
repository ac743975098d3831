import type { ReactNode } from 'react';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import type { CaseTab } from './case-next.ts';
import { DecisionTab } from './decision-tab.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { ExecutionTab } from './execution-tab.tsx';
import { HearingTab } from './hearing-tab.tsx';
import { InvestigationTab } from './investigation-tab.tsx';
import { NotesTab } from './notes-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { PapersTab } from './papers-tab.tsx';
import { PeriodsTab } from './periods-tab.tsx';
import { ServiceTab } from './service-tab.tsx';
import type { TabProps } from './tab-props.ts';

/** What each tab of a case shows. */
export const tabContents = (tab: TabProps): Readonly<Record<CaseTab, ReactNode>> => ({
  overview: <OverviewTab {...tab} />,
  investigation: <InvestigationTab {...tab} />,
  evidence: <EvidencePanel view={tab.view} />,
  hearing: <HearingTab {...tab} />,
  decision: <DecisionTab {...tab} />,
  papers: <PapersTab {...tab} />,
  service: <ServiceTab {...tab} />,
  execution: <ExecutionTab {...tab} />,
  periods: <PeriodsTab {...tab} />,
  notes: <NotesTab {...tab} />,
});

/** How much there is behind a tab, where a number says something. */
export const tabCounts = ({
  record,
  papers,
  sanctions,
}: CaseView): Readonly<Partial<Record<CaseTab, number>>> => ({
  evidence: record.evidence.length,
  papers: papers.length,
  execution: record.rectification.length + record.tasks.length,
  periods: sanctions.length,
  notes: record.notes.length,
});
