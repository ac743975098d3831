import { publicityChecks, type PublicityProposal } from '../../../shared/law/rules/publicity.ts';
import { sample, type LawSamples } from './base.ts';

const item: PublicityProposal['items'][number] = {
  personKind: 'staff',
  sanction: false,
  undecided: false,
  unserved: false,
  name: '王立新',
};

/** A publicity that no rule has anything against. */
export const lawfulPublicity: PublicityProposal = {
  kind: 'result',
  scope: 'staff',
  naming: 'masked',
  workdays: 5,
  items: [item],
  text: '王**，通报批评。',
  minors: ['林小雨'],
  contact: { department: '办公室', phone: '0571-8800 1200', how: '书面实名' },
};
const shown = (hit: Partial<PublicityProposal>, miss: Partial<PublicityProposal>) =>
  sample(publicityChecks, { ...lawfulPublicity, ...hit }, { ...lawfulPublicity, ...miss });

/** What may be shown, to whom and how long. */
export const publicitySamples: LawSamples = {
  'minor-named': shown({ text: '林小雨，专题教育。' }, { text: '我校一名学生，专题教育。' }),
  'pupil-result-shown': shown(
    { items: [{ ...item, personKind: 'pupil' }] },
    { kind: 'honour', items: [{ ...item, personKind: 'pupil' }] },
  ),
  'private-data-shown': shown({ text: '电话13812345678' }, { text: '电话0571-8800 1200' }),
  'shown-undecided': shown({ items: [{ ...item, undecided: true }] }, {}),
  'shown-unserved': shown({ items: [{ ...item, unserved: true }] }, {}),
  'sanction-to-parents': shown({ scope: 'parents' }, { kind: 'overall', scope: 'parents', items: [] }),
  'sanction-named-widely': shown(
    { naming: 'full', items: [{ ...item, sanction: true }] },
    { naming: 'full', scope: 'department', items: [{ ...item, sanction: true }] },
  ),
  'assessment-shown-too-short': shown({ kind: 'assessment', workdays: 4 }, { kind: 'assessment' }),
  'shown-too-short': shown({ workdays: 4 }, { kind: 'assessment', workdays: 4 }),
  'contact-missing': shown(
    { contact: { ...lawfulPublicity.contact, phone: '' } },
    { contact: { ...lawfulPublicity.contact, how: '当面' } },
  ),
};
