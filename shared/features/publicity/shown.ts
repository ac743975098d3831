import { maskName, maskNamesIn } from '../../kernel/masking.ts';
import type { PublicityContent, PublicityItem } from './schema.ts';

/** What a pupil is called wherever others read it (《未成年人保护法》第一百零三条). */
export const SOME_PUPIL = '我校一名学生';

export interface ShownItem {
  readonly id: string;
  /** Blank where nobody is named. */
  readonly name: string;
  readonly text: string;
}

/** How a name stands on the board: pupils never, others as the publicity says. */
export const shownName = (
  { name, personKind }: Pick<PublicityItem, 'name' | 'personKind'>,
  naming: PublicityContent['naming'],
): string => {
  if (personKind === 'pupil') return SOME_PUPIL;
  if (personKind === 'department') return name;
  if (naming === 'none') return '';
  return naming === 'masked' ? maskName(name) : name;
};

/**
 * The lines as they are shown: names hidden by the rule of the publicity, in the texts as well, and pupils never named
 * whatever was typed.
 */
export const shownItems = (content: PublicityContent): ShownItem[] => {
  const pupils = content.items.filter(({ personKind }) => personKind === 'pupil').map(({ name }) => name);
  const others = content.items
    .filter(({ personKind }) => personKind === 'staff' || personKind === 'other')
    .map(({ name }) => name);
  return content.items.map((item) => {
    const withoutPupils = pupils.reduce(
      (text, name) => (name === '' ? text : text.replaceAll(name, '该生')),
      item.text,
    );
    return {
      id: item.id,
      name: shownName(item, content.naming),
      text:
        content.naming === 'full'
          ? withoutPupils
          : maskNamesIn(
              withoutPupils,
              others.filter((name) => name !== ''),
            ),
    };
  });
};
