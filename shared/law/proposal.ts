import type { LawGround } from './pack.ts';
import type {
  DecidingBody,
  MeasureKind,
  MeasureTarget,
  PupilBand,
  PupilForm,
  PupilLevel,
  SanctionKind,
} from './vocabulary.ts';

/** What the rules look at: plain facts of a case, gathered by whoever asks. Days are `YYYY-MM-DD`. */

export type Employment = 'established' | 'contract' | 'dispatched' | 'temporary';

export interface ProposedPerson {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'pupil' | 'department';
  /** Null for pupils and departments. */
  readonly employment: Employment | null;
  /** 是否从事管理的人员 */
  readonly managerial: boolean;
  /** Stage and grade; null for all but pupils. */
  readonly band: PupilBand | null;
  readonly leftOn: string | null;
}

export interface ProposedMeasure {
  readonly name: string;
  readonly kind: MeasureKind;
  readonly targets: readonly MeasureTarget[];
  readonly track: 'any' | 'managerial' | 'other';
  readonly sanction: SanctionKind | null;
  readonly pupil: {
    readonly level: PupilLevel;
    readonly form: PupilForm;
    readonly bands: readonly PupilBand[];
  } | null;
  readonly decidedBy: readonly DecidingBody[];
  readonly needsStatement: boolean;
  readonly needsRectification: boolean;
  readonly needsInvestigation: boolean;
  readonly needsHearing: boolean;
  readonly needsGuardian: boolean;
  readonly periodMonths: number | null;
  readonly maxDays: number | null;
  /** Codes of the grounds that the catalogue names for it. */
  readonly grounds: readonly string[];
  /** Bands of the severity matrix for which it is usual. */
  readonly severity: readonly string[];
}

/** One measure for one person. */
export interface ProposedItem {
  readonly personId: string;
  readonly measure: ProposedMeasure;
  /** Days, for a measure counted in days. */
  readonly days: number | null;
  readonly effectiveOn: string;
  readonly endsOn: string | null;
  /** True when it goes to the authority as a proposal instead of being decided here. */
  readonly proposal: boolean;
}

/** A meeting as far as the rules look at it. */
export interface ProposedMeeting {
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly attendance: 'present' | 'absent' | 'recused';
  }[];
  /** Null while nobody is named. */
  readonly recorder: { readonly id: string; readonly name: string } | null;
  readonly quorum: number;
  readonly hasQuorum: boolean;
  /** Present members without a vote on one of the proposals, by name. */
  readonly withoutVote: readonly string[];
  /** The body's own list of members held against those called, by name; null where the school has not entered it. */
  readonly roll: {
    readonly body: string;
    /** Present, and not of the body. */
    readonly strangers: readonly string[];
    /** Of the body, and not among those called. */
    readonly uncalled: readonly string[];
  } | null;
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
  /** A hearing was asked for, and whether it was held. */
  readonly hearingAsked: boolean;
  readonly hearingHeld: boolean;
}

/** What one person was told before the decision. */
export interface GivenNotice {
  readonly personId: string;
  readonly notifiedOn: string;
  readonly deadlineOn: string;
  /** The measures said to be intended; blank where only the facts were told. */
  readonly intended: string;
  readonly hearingOffered: boolean;
  /** Day on which the guardian was told; null when nobody told him or her. */
  readonly guardianToldOn: string | null;
}

/** A sanction of a person whose period runs on the day of the decision. */
export interface RunningSanction {
  readonly personId: string;
  readonly measure: string;
  readonly sanction: SanctionKind | null;
  readonly endsOn: string;
  /** Months that are left of it, parts counted as whole months. */
  readonly monthsLeft: number;
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
  readonly school: {
    readonly ownership: 'public' | 'private';
    readonly stage: 'primary' | 'junior' | 'senior' | 'nineYear' | 'complete';
    readonly authority: string;
  };
  readonly route: 'light' | 'ordinary' | 'pupil' | 'transferred';
  readonly matter: {
    readonly code: string;
    readonly name: string;
    readonly ethics: boolean;
    readonly academic: boolean;
    /** Codes of the grounds that the catalogue names for this kind of matter. */
    readonly grounds: readonly string[];
  };
  readonly occurredOn: string;
  /** 认定与处理理由, with the facts: what the decision says of the failing. */
  readonly reason: string;
  readonly facts: string;
  readonly persons: readonly ProposedPerson[];
  readonly items: readonly ProposedItem[];
  readonly body: DecidingBody;
  readonly decidedOn: string;
  /** Where one person decides. */
  readonly decider: {
    readonly id: string;
    readonly name: string;
    /** Kinds of the posts that he or she holds on that day. */
    readonly posts: readonly ('leader' | 'middle' | 'teacher' | 'support' | 'logistics')[];
  } | null;
  readonly meeting: ProposedMeeting | null;
  readonly checkers: readonly { readonly id: string; readonly name: string }[];
  /** 办案人员 of a case that was filed. */
  readonly investigators: readonly { readonly id: string; readonly name: string }[];
  readonly filing: {
    readonly approvedOn: string;
    /** Last day of the term to decide, as it stands with its extensions. */
    readonly dueOn: string;
  } | null;
  readonly reporterId: string | null;
  readonly conflicts: readonly DeclaredConflict[];
  readonly notices: readonly GivenNotice[];
  readonly statements: readonly HeardStatement[];
  readonly requirements: readonly ProposedRequirement[];
  readonly grounds: readonly CitedGround[];
  /** Decisions on the same people in other cases that still count. */
  readonly earlier: readonly EarlierDecision[];
  readonly running: readonly RunningSanction[];
  /** Those on whom this would come down harder than what an appeal annulled or left standing of this case, in words. */
  readonly heavier: readonly {
    readonly name: string;
    readonly pupil: boolean;
    readonly appeal: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Band that the severity matrix proposes for each person; absent where it was not judged. */
  readonly bands: Readonly<Record<string, string>>;
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
  /** People named in a paper that goes round and is not about them. */
  readonly othersNamed: readonly string[];
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
