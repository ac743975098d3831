import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { pupilPhrase, replaceNames } from '../../../../shared/kernel/masking.ts';

/**
 * How papers speak of pupils and other minors, and of whoever told the school. Only a paper for the child and its guardian bears the name (《未成年人保护法》
 * 第四条、第一百零三条); every other one, every title, file name and property says 七年级一名学生. Who reported a matter is named
 * nowhere but in the record of what he or she said.
 */

/** A class as people write it: 七年级（3）班, 七年级3班, 高二（1）班. */
const CLASS = /((?:[一二三四五六七八九]|[1-9])年级|[初高][一二三])\s*[（(]?\s*\d{1,2}\s*[）)]?\s*班/gu;

/** 七年级 of 七年级（3）班; undefined for one that names no grade. */
export const gradeOf = (department: string): string | undefined =>
  /^(?:[一二三四五六七八九]年级|高[一二三])/u.exec(department)?.[0];

const ORDINALS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;

/** 七年级一名学生; of several in one case 七年级学生甲, 七年级学生乙. */
const pupilsOf = (record: Pick<CaseRecord, 'subjects'>): readonly (readonly [CaseSubject, string])[] => {
  const pupils = record.subjects.filter(({ kind }) => kind === 'pupil');
  return pupils.map((pupil, at) => {
    const grade = gradeOf(pupil.department);
    const mark = ORDINALS[at] ?? String(at + 1);
    return [pupil, pupils.length === 1 ? pupilPhrase(grade) : `${grade ?? '某年级'}学生${mark}`];
  });
};

/** The name of a person of the case as everybody may read it: a pupil's is a phrase. */
export const publicName = (record: Pick<CaseRecord, 'subjects'>, subject: CaseSubject): string =>
  pupilsOf(record).find(([{ personId }]) => personId === subject.personId)?.[1] ?? subject.name;

/** A text in which the children of a case are not named, but for those whose own paper it is. */
export type Masking = (text: string) => string;

const solid = (name: string): string => name.replace(/[\s-]/gu, '');

/** People who told the school of the matter and are not themselves those it is about. */
const reportersOf = ({ source, investigation, subjects }: CaseRecord): readonly string[] =>
  [
    ...(source.reporter === null ? [] : [source.reporter.name]),
    ...investigation.interviews.filter(({ kind }) => kind === 'complainant').map(({ name }) => name),
  ].filter((name) => !subjects.some((subject) => subject.name === name));

/** Hides the names of pupils, of minors who were asked, of their guardians and of reporters, and the class of a child. */
export const maskingOf = (record: CaseRecord, ownIds: readonly string[] = []): Masking => {
  const { interviews } = record.investigation;
  const isOwn = (id: string | null): boolean => id !== null && ownIds.includes(id);
  const phrases = new Map(reportersOf(record).map((name) => [solid(name), '反映人']));
  for (const { id, personId, name } of interviews)
    if (isOwn(id) || isOwn(personId)) phrases.delete(solid(name));
  const adults = phrases.size;
  for (const [pupil, phrase] of pupilsOf(record)) {
    if (isOwn(pupil.personId)) continue;
    phrases.set(solid(pupil.name), phrase);
    if (pupil.guardian) phrases.set(solid(pupil.guardian.name), '监护人');
  }
  for (const { minor, personId, id, name } of interviews)
    if (minor && !isOwn(id) && !isOwn(personId))
      phrases.set(solid(name), phrases.get(solid(name)) ?? '一名学生');
  const hidesClass = phrases.size > adults;
  const own = record.subjects.filter(({ personId }) => ownIds.includes(personId));
  for (const { name, guardian } of own) {
    phrases.delete(solid(name));
    if (guardian) phrases.delete(solid(guardian.name));
  }
  if (phrases.size === 0) return (text) => text;
  const keepsClass = own.some(({ kind }) => kind === 'pupil');
  return (text) => {
    const told = new Set<string>();
    const named = replaceNames(text, [...phrases.keys()], (found) => {
      const phrase = phrases.get(solid(found)) ?? found;
      // 七年级一名学生 said twice would be two of them.
      if (!phrase.endsWith('一名学生')) return phrase;
      if (told.has(phrase)) return '该生';
      told.add(phrase);
      return phrase;
    });
    const plain = named.replace(/(?:家长|监护人|父亲|母亲)监护人/gu, '监护人');
    return keepsClass || !hidesClass ? plain : plain.replace(CLASS, '$1');
  };
};

const mapTexts = (value: unknown, change: Masking): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
  return value;
};

/** Plain data with every text in it changed; nothing else of its form is touched. */
export const withTexts = <T>(value: T, change: Masking): T => mapTexts(value, change) as T;

/** The record as a paper may read it: names hidden wherever they stand, school numbers and telephones gone. */
export const maskedRecord = (record: CaseRecord, ownIds: readonly string[] = []): CaseRecord => {
  const mask = maskingOf(record, ownIds);
  const subjects = record.subjects.map((subject) =>
    subject.kind === 'pupil' && !ownIds.includes(subject.personId)
      ? {
          ...subject,
          name: publicName(record, subject),
          number: '',
          department: gradeOf(subject.department) ?? '',
          guardian: null,
        }
      : subject,
  );
  return { ...withTexts(record, mask), subjects };
};
