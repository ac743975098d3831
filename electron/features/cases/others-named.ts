import type { CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import { findingsOf, type LawFinding } from '../../../shared/law/findings.ts';
import { paperChecks } from '../../../shared/law/rules/paper.ts';
import { replaceNames } from '../../../shared/kernel/masking.ts';
import type { Reader } from '../../store/types.ts';
import { pupilCollection, staffCollection } from '../organisation/index.ts';
import { readLawPack } from '../standards/index.ts';
import { subjectsOf, type PaperFacts } from './paper-source.ts';
import { circularTexts } from './papers/circular.ts';
import { maskingOf } from './papers/masking.ts';

/** Staff and pupils of the school whom a 通报 names although it is not about them, each once; none for other papers. */
export const othersNamedIn = (reader: Reader, form: CasePaperForm, facts: PaperFacts): string[] => {
  if (form !== 'circular') return [];
  const { facts: told, reason } = circularTexts(facts);
  const own = new Set(subjectsOf(facts).map(({ name }) => name));
  const known = [...reader.all(staffCollection), ...reader.all(pupilCollection)]
    .map(({ name }) => name)
    .filter((name) => !own.has(name));
  const found = new Set<string>();
  replaceNames(maskingOf(facts.record)(`${told}\n${reason}`), [...own, ...known], (name) => {
    if (!own.has(name)) found.add(name);
    return name;
  });
  return [...found];
};

/** What is to be thought of before a paper goes out, and does not stop it. */
export const warningsOf = (reader: Reader, form: CasePaperForm, facts: PaperFacts): LawFinding[] => {
  const { 'others-named': check } = paperChecks;
  const othersNamed = othersNamedIn(reader, form, facts);
  return check === undefined || othersNamed.length === 0
    ? []
    : findingsOf(
        readLawPack(reader),
        { 'others-named': check },
        {
          title: '通报',
          number: null,
          issuer: facts.school.name,
          datedOn: null,
          remedy: null,
          needsRemedy: false,
          authority: facts.school.authority,
          othersNamed,
        },
      );
};
