import { maskName, maskNamesIn, replaceNames } from '../../kernel/masking.ts';
import type { PublicityContent, PublicityItem } from './schema.ts';

/** What a pupil is called wherever others read it (《未成年人保护法》第一百零三条). */
export const SOME_PUPIL = '我校一名学生';

/** Who is spoken of where nobody is named. */
const SOMEBODY = '有关人员';

type Named = Pick<PublicityItem, 'name' | 'personKind' | 'consent'>;

/** Whether a pupil may be named: for an honour alone, and with a guardian's consent. */
export const mayBeNamed = (
  { personKind, consent }: Pick<PublicityItem, 'personKind' | 'consent'>,
  kind: PublicityContent['kind'],
): boolean => personKind === 'pupil' && kind === 'honour' && consent !== null;

export interface ShownItem {
  readonly id: string;
  /** Blank where nobody is named. */
  readonly name: string;
  readonly text: string;
}

/** A publicity as others read it. */
export interface ShownContent {
  readonly title: string;
  readonly lead: string;
  readonly basis: string;
  readonly items: readonly ShownItem[];
}

type Content = Pick<PublicityContent, 'kind' | 'naming' | 'title' | 'lead' | 'basis' | 'items'>;

/** How a name stands on the board: pupils never without consent, others as the publicity says. */
const shownName = (item: Named, { kind, naming }: Pick<Content, 'kind' | 'naming'>): string => {
  if (item.personKind === 'department') return item.name;
  if (item.personKind === 'pupil' && !mayBeNamed(item, kind)) return SOME_PUPIL;
  if (naming === 'none') return '';
  return naming === 'masked' ? maskName(item.name) : item.name;
};

/** Hides the names of a publicity in any of its texts; `pupil` is what stands for a child. */
const hiderOf = ({ kind, naming, items }: Content): ((text: string, pupil: string) => string) => {
  const isHidden = (item: Named): boolean => item.personKind === 'pupil' && !mayBeNamed(item, kind);
  const pupils = items.filter(isHidden).map(({ name }) => name);
  const others = items
    .filter((item) => item.personKind !== 'department' && !isHidden(item))
    .map(({ name }) => name);
  return (text, pupil) => {
    const withoutPupils = replaceNames(text, pupils, () => pupil);
    if (naming === 'full') return withoutPupils;
    return naming === 'masked'
      ? maskNamesIn(withoutPupils, others)
      : replaceNames(withoutPupils, others, () => SOMEBODY);
  };
};

/**
 * A publicity as it is shown: the names of its lines hidden by its rule wherever they stand, in title and grounds as
 * well, and pupils never named whatever was typed.
 */
export const shownContent = (content: Content): ShownContent => {
  const hide = hiderOf(content);
  return {
    title: hide(content.title, SOME_PUPIL),
    lead: hide(content.lead, SOME_PUPIL),
    basis: hide(content.basis, SOME_PUPIL),
    items: content.items.map((item) => ({
      id: item.id,
      name: shownName(item, content),
      text: hide(item.text, '该生'),
    })),
  };
};
