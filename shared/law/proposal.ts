import type { LawGround } from './pack.ts';
import type { DecidingBody, MeasureKind, MeasureTarget } from './vocabulary.ts';

/** What the rules look at: plain facts of a case, gathered by whoever asks. Days are `YYYY-MM-DD`. */

export type Employment = 'established' | 'contract' | 'dispatched' | 'temporary';

export interface ProposedPerson {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'pupil';
  /** Null for a pupil. */
  readonly employment: Employment | null;
  readonly leftOn: string | null;
}

export interface ProposedMeasure {
  readonly name: string;
  readonly kind: MeasureKind;
  readonly targets: readonly MeasureTarget[];
  readonly decidedBy: readonly DecidingBody[];
  readonly needsStatement: boolean;
  readonly needsRectification: boolean;
}

/** A declared interest: open until it is dismissed with a reason or the person has stepped back. */
export interface DeclaredConflict {
  readonly personId: string;
  readonly name: string;
  readonly outcome: 'open' | 'dismissed' | 'withdrawn';
}

export interface HeardStatement {
  readonly personId: string;
  readonly outcome: 'stated' | 'waived' | 'lapsed';
  /** Last day on which the person could speak. */
  readonly deadlineOn: string;
  /** 采纳与否 with its reason was written down. */
  readonly answered: boolean;
}

export interface ProposedRequirement {
  readonly text: string;
  readonly dueOn: string | null;
  readonly responsibleId: string | null;
  readonly checkerId: string | null;
}

export type CitedGround =
  | { readonly kind: 'law'; readonly ground: LawGround }
  | { readonly kind: 'school-rule'; readonly title: string; readonly publishedOn: string | null };

export interface EarlierDecision {
  readonly personId: string;
  readonly caseNumber: string;
  readonly measure: string;
  readonly matterCode: string;
  readonly occurredOn: string;
}

export interface DecisionProposal {
  readonly school: { readonly ownership: 'public' | 'private'; readonly authority: string };
  readonly matter: { readonly code: string; readonly name: string; readonly ethics: boolean };
  readonly occurredOn: string;
  readonly persons: readonly ProposedPerson[];
  readonly measure: ProposedMeasure;
  readonly body: DecidingBody;
  readonly decidedOn: string;
  readonly attendees: readonly { readonly id: string; readonly name: string }[];
  readonly checkers: readonly { readonly id: string; readonly name: string }[];
  readonly reporterId: string | null;
  readonly conflicts: readonly DeclaredConflict[];
  readonly statements: readonly HeardStatement[];
  readonly requirements: readonly ProposedRequirement[];
  readonly grounds: readonly CitedGround[];
  readonly earlier: readonly EarlierDecision[];
}

export interface PaperProposal {
  readonly title: string;
  /** Null for papers that carry no number. */
  readonly number: string | null;
  readonly issuer: string;
  readonly datedOn: string | null;
  /** The paragraph on how to object, null where the paper has none. */
  readonly remedy: string | null;
  /** True for papers that tell a person of a decision. */
  readonly needsRemedy: boolean;
  readonly authority: string;
}

export const serviceWayLabels = {
  direct: '直接送达',
  left: '留置送达',
  mail: '邮寄送达',
  electronic: '电子送达',
} as const;
export type ServiceWay = keyof typeof serviceWayLabels;

export interface ServiceProposal {
  readonly name: string;
  readonly way: ServiceWay;
  /** Signing, return receipt or arrival; null while nothing proves that the paper came in. */
  readonly completedOn: string | null;
  readonly serverIds: readonly string[];
  readonly refusal: {
    readonly reason: string;
    readonly witness: string;
    readonly hasRecording: boolean;
  } | null;
  readonly consent: boolean;
}
