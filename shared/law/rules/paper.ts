import { isDocumentNumber } from '../../kernel/document-number.ts';
import type { LawChecks } from '../findings.ts';
import type { PaperProposal } from '../proposal.ts';

/** The rules on a paper that is about to be issued. */
export const paperChecks: LawChecks<PaperProposal> = {
  'remedy-missing': ({ needsRemedy, remedy, authority, title }) =>
    needsRemedy && (remedy === null || !/[0-9]+\s*日内/.test(remedy) || !remedy.includes(authority))
      ? [{ words: { title } }]
      : [],

  'paper-undated': ({ datedOn, issuer, title }) =>
    datedOn === null || issuer.trim() === '' ? [{ words: { title } }] : [],

  'others-named': ({ othersNamed, title }) =>
    othersNamed.length === 0 ? [] : [{ words: { names: othersNamed.join('、'), title } }],

  'number-form': ({ number }) => (number === null || isDocumentNumber(number) ? [] : [{ words: { number } }]),
};
