import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { replaceNames } from '../../../shared/kernel/masking.ts';
import { maskingOf, withTexts } from '../cases/index.ts';
import { publicPerson } from './words.ts';

/** An appeal as everybody may read it: no child, nobody who speaks for one, no pupil of the committee and no reporter. */
export const maskedAppeal = (appeal: Appeal, record: CaseRecord): Appeal => {
  const { person, applicant, panel } = appeal;
  const isChild = person.kind === 'pupil' || person.minor;
  const mask = maskingOf(record);
  const speakers = isChild && applicant.capacity !== 'self' ? [applicant.name] : [];
  const pupils = (panel?.members ?? [])
    .filter(({ capacity }) => capacity === 'pupil')
    .map((member) => member.person.name);
  const hidden = withTexts(appeal, (text) =>
    mask(
      replaceNames(
        replaceNames(text, speakers, () => '监护人'),
        pupils,
        () => '学生代表',
      ),
    ),
  );
  return isChild
    ? {
        ...hidden,
        person: { ...hidden.person, name: publicPerson(person), guardian: '' },
        applicant: { ...hidden.applicant, contact: '' },
      }
    : hidden;
};
