import { Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { isOfKind, type MeasureFit } from '../../../../shared/features/cases/measure-fit.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { MeasureContent } from '../../../../shared/features/standards/measure.ts';
import { inForce } from '../../../../shared/features/standards/schema.ts';
import type { Severity } from '../../../../shared/features/standards/severity.ts';
import { decidingBodyLabels, measureKindLabels } from '../../../../shared/law/vocabulary.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';
import { fitOf, type CaseStandards } from './case-standards.ts';
import './measure-choice.css';

export interface MeasureOption {
  readonly code: string;
  readonly content: MeasureContent;
  readonly fit: MeasureFit;
  /** Usual for the band of the person and for the matter. */
  readonly proposed: boolean;
}

/**
 * The measures in use for people of this kind, those usual for the band and the matter first, those that may not be taken
 * last, each with why. `band` is the one proposed for the person, null while nobody has judged.
 */
export const useMeasureOptions = (
  standards: CaseStandards,
  record: CaseRecord,
  subject: CaseSubject,
  day: string,
  band: Severity | null,
): readonly MeasureOption[] =>
  useMemo(() => {
    const usual = standards.matter ? inForce(standards.matter).content.usualMeasures : [];
    const rank = (code: string, content: MeasureContent): number =>
      (band !== null && content.severity.includes(band) ? 2 : 0) + (usual.includes(code) ? 1 : 0);
    return standards.measures
      .filter((measure) => measure.enabled && isOfKind(subject, inForce(measure).content))
      .map((measure) => {
        const { content } = inForce(measure);
        const fit = fitOf(standards, record, subject, content, day);
        const high = rank(measure.id, content);
        return {
          rank: high,
          option: {
            code: measure.id,
            content,
            fit,
            proposed: fit.state !== 'unlawful' && (band === null ? high > 0 : high >= 2),
          },
        };
      })
      .toSorted((a, b) => b.rank - a.rank)
      .map(({ option }) => option)
      .filter(isBestOfName);
  }, [standards, record, subject, day, band]);

/** A sanction of the other track is no choice where the person's own track has one of the same name. */
const isBestOfName = (option: MeasureOption, _at: number, all: readonly MeasureOption[]): boolean => {
  const same = all.filter(({ content }) => content.name === option.content.name);
  return option === (same.find(({ fit }) => fit.state !== 'unlawful') ?? same[0]);
};

/** Whose decision it is and what comes of it, in one line. */
export const measureLine = ({ decidedBy, effects, paper }: MeasureContent): string =>
  [
    `${decidedBy.map((body) => decidingBodyLabels[body]).join('、')}决定`,
    ...(paper === null ? ['不出文书'] : []),
    ...(effects === '' ? [] : [effects]),
  ].join(' · ');

const fitLine = (option: MeasureOption, byAuthority: boolean): string => {
  switch (option.fit.state) {
    case 'fits':
      return measureLine(option.content);
    case 'proposal':
      return byAuthority ? measureLine(option.content) : `学校只能提出建议，报${option.fit.authority}决定`;
    case 'unlawful':
      return `${option.fit.why}${option.fit.instead}${option.fit.article === null ? '' : `依据：${option.fit.article}`}`;
  }
};

const groups = [
  { label: '建议', wanted: ({ proposed }: MeasureOption) => proposed },
  {
    label: '其他可用的措施',
    wanted: ({ proposed, fit }: MeasureOption) => !proposed && fit.state !== 'unlawful',
  },
  { label: '不能用于此人（说明原因）', wanted: ({ fit }: MeasureOption) => fit.state === 'unlawful' },
] as const;

const textIn = (option: object | undefined, key: string): string => {
  const held: unknown = option && Reflect.get(option, key);
  return typeof held === 'string' ? held : '';
};

/** Adds one measure at a time for one person; what the law does not allow stands greyed below, with the reason. */
export const MeasureChoice = ({
  options,
  chosen,
  onPick,
  label,
  byAuthority = false,
  id,
}: {
  options: readonly MeasureOption[];
  /** Codes that are taken already. */
  chosen: readonly string[];
  onPick: (code: string) => void;
  label: string;
  /** The authority chooses, for whom nothing is beyond its power. */
  byAuthority?: boolean;
  id?: string;
}): ReactNode => (
  <Select<string>
    {...(id === undefined ? {} : { id })}
    aria-label={label}
    value={null}
    placeholder="增加措施：输入名称或拼音首字母"
    className="mz-measure-choice"
    popupMatchSelectWidth={560}
    listHeight={380}
    onSelect={(code) => onPick(code)}
    options={groups.flatMap(({ label: title, wanted }) => {
      const among = options.filter((option) => wanted(option) && !chosen.includes(option.code));
      return among.length === 0
        ? []
        : [
            {
              label: title,
              options: among.map((option) => ({
                value: option.code,
                label: option.content.name,
                kind: measureKindLabels[option.content.kind],
                line: fitLine(option, byAuthority),
                disabled: option.fit.state === 'unlawful',
              })),
            },
          ];
    })}
    showSearch={{
      // Of the kind only the characters count: its initials would fit anything.
      filterOption: (typed, option) =>
        fitsSearch([textIn(option, 'label')], typed) || textIn(option, 'kind').includes(typed.trim()),
    }}
    optionRender={({ data }) => (
      <div className="mz-measure-option">
        <span>
          {textIn(data, 'label')} <small>{textIn(data, 'kind')}</small>
        </span>
        <small>{textIn(data, 'line')}</small>
      </div>
    )}
  />
);
