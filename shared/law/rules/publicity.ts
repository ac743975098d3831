import type { LawChecks } from '../findings.ts';

/** A publicity as far as the law looks at it. */
export interface PublicityProposal {
  readonly kind: 'result' | 'overall' | 'assessment' | 'honour' | 'other';
  readonly scope: 'department' | 'staff' | 'board' | 'parents';
  readonly naming: 'full' | 'masked' | 'none';
  readonly workdays: number;
  readonly items: readonly {
    readonly personKind: 'staff' | 'pupil' | 'department' | 'other';
    /** 处分 in the sense of the law. */
    readonly sanction: boolean;
    /** True when nothing was decided, or the decision counts no more. */
    readonly undecided: boolean;
    /** True while the person was not served. */
    readonly unserved: boolean;
    readonly name: string;
  }[];
  /** Everything that will be read, as it will be read. */
  readonly text: string;
  /** Names of minors that must not be in it. */
  readonly minors: readonly string[];
  readonly contact: { readonly department: string; readonly phone: string; readonly how: string };
}

/** Working days that an assessment has to stay up (《事业单位工作人员考核规定》第十七条), and others usually do. */
const SHORTEST = 5;

const PRIVATE = /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1\d{10}(?!\d)/;

/** The rules on what may be shown, to whom and how long. */
export const publicityChecks: LawChecks<PublicityProposal> = {
  'minor-named': ({ minors, text }) =>
    minors.filter((name) => name !== '' && text.includes(name)).map(() => ({ field: 'items' })),

  'pupil-result-shown': ({ kind, items }) =>
    kind === 'result' && items.some(({ personKind }) => personKind === 'pupil') ? [{ field: 'items' }] : [],

  'private-data-shown': ({ text }) => {
    const found = PRIVATE.exec(text)?.[0];
    return found === undefined
      ? []
      : [{ field: 'items', words: { what: found.length === 11 ? '手机号码' : '身份证号码' } }];
  },

  'shown-undecided': ({ items }) =>
    items.filter(({ undecided }) => undecided).map(({ name }) => ({ field: 'items', words: { name } })),

  'shown-unserved': ({ items }) =>
    items
      .filter(({ unserved, undecided }) => unserved && !undecided)
      .map(({ name }) => ({ field: 'items', words: { name } })),

  'sanction-to-parents': ({ kind, scope, items }) =>
    kind === 'result' && scope === 'parents' && items.some(({ personKind }) => personKind === 'staff')
      ? [{ field: 'scope' }]
      : [],

  'sanction-named-widely': ({ scope, naming, items }) =>
    naming === 'full' && scope !== 'department' && items.some(({ sanction }) => sanction)
      ? [{ field: 'naming' }]
      : [],

  'assessment-shown-too-short': ({ kind, workdays }) =>
    kind === 'assessment' && workdays < SHORTEST
      ? [{ field: 'workdays', words: { days: String(workdays) } }]
      : [],

  'shown-too-short': ({ kind, workdays }) =>
    kind !== 'assessment' && workdays < SHORTEST
      ? [{ field: 'workdays', words: { days: String(workdays) } }]
      : [],

  'contact-missing': ({ contact }) =>
    [contact.department, contact.phone, contact.how].some((text) => text.trim() === '')
      ? [{ field: 'contact.phone' }]
      : [],
};
