import { useMemo } from 'react';
import { measureFit, type MeasureFit } from '../../../../shared/features/cases/measure-fit.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { School } from '../../../../shared/features/organisation/school.ts';
import type { MeasureContent } from '../../../../shared/features/standards/measure.ts';
import { proposeBand, type ProposedBand } from '../../../../shared/features/standards/propose-band.ts';
import {
  inForce,
  type Matter,
  type Measure,
  type SchoolRule,
  type StoredGround,
} from '../../../../shared/features/standards/schema.ts';
import type { SeverityMatrixContent } from '../../../../shared/features/standards/severity-matrix.ts';
import type { Gravity } from '../../../../shared/features/standards/severity.ts';
import type { LawPack } from '../../../../shared/law/pack.ts';
import type { CallError } from '../../../api.ts';
import { useCall } from '../../../app/calls.ts';

/** The school's standards as the forms of a case ask them. */
export interface CaseStandards {
  readonly school: School;
  readonly measures: readonly Measure[];
  readonly matter: Matter | undefined;
  readonly grounds: readonly StoredGround[];
  readonly rules: readonly SchoolRule[];
  readonly matrix: SeverityMatrixContent;
  readonly pack: LawPack;
}

/** All of them together as one query: `data` is undefined until the last one is known. */
export interface CaseStandardsQuery {
  readonly data: CaseStandards | undefined;
  readonly error: CallError | null;
  readonly refetch: () => void;
}

export const useCaseStandards = (record: CaseRecord): CaseStandardsQuery => {
  const school = useCall('organisation.school', {});
  const measures = useCall('standards.measures', {});
  const matters = useCall('standards.matters', {});
  const law = useCall('standards.law', {});
  const rules = useCall('standards.schoolRules', {});
  const severity = useCall('standards.severity', {});
  const data = useMemo((): CaseStandards | undefined => {
    if (!school.data || !measures.data || !matters.data || !law.data || !rules.data || !severity.data)
      return undefined;
    return {
      school: school.data,
      measures: measures.data.measures,
      matter: matters.data.matters.find(({ id }) => id === record.matter.code),
      grounds: law.data.grounds,
      rules: rules.data.rules,
      matrix: inForce(severity.data.matrix).content,
      pack: {
        version: '',
        grounds: law.data.grounds.map((ground) => inForce(ground).content),
        rules: law.data.rules.map((rule) => inForce(rule).content),
      },
    };
  }, [school.data, measures.data, matters.data, law.data, rules.data, severity.data, record.matter.code]);
  const all = [school, measures, matters, law, rules, severity];
  return {
    data,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const query of all) if (query.error !== null) void query.refetch();
    },
  };
};

/** A measure's content by code; undefined for a code that the school no longer has. */
export const measureOf = ({ measures }: CaseStandards, code: string): MeasureContent | undefined => {
  const measure = measures.find(({ id }) => id === code);
  return measure && inForce(measure).content;
};

export const nameOfMeasure = (standards: CaseStandards, code: string): string =>
  measureOf(standards, code)?.name ?? '已删除的措施';

export const fitOf = (
  standards: CaseStandards,
  record: CaseRecord,
  subject: CaseSubject,
  content: MeasureContent,
  day: string,
): MeasureFit => measureFit(standards.pack, standards.school, record, subject, content, day);

/** The band proposed for a person: by what was found of him or her, otherwise by the gravity of the whole matter. */
export const bandOf = (
  { matrix }: CaseStandards,
  record: CaseRecord,
  personId: string,
): ProposedBand | null => {
  const finding = record.investigation.findings.find((each) => each.personId === personId);
  const gravity: Gravity | null = finding?.gravity ?? record.gravity;
  return gravity === null
    ? null
    : proposeBand(matrix, gravity, finding?.circumstances.map(({ code }) => code) ?? []);
};
