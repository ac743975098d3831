import type { z } from 'zod';
import type { Candidate } from '../../../../shared/features/publicity/channels.ts';
import { publicityDraftInput, typedPublicityInput } from '../../../../shared/features/publicity/inputs.ts';
import type { PublicityContent, PublicityKind } from '../../../../shared/features/publicity/schema.ts';
import { yearOf } from '../../../../shared/kernel/dates.ts';
import { reasonsSchema } from '../../../ui/law/reasons.ts';

/** The form of a publicity: its content, and a reason for each warning that is gone past. */
export const composeSchema = publicityDraftInput.extend({ reasons: reasonsSchema });
export type ComposeValues = z.output<typeof composeSchema>;

/** A line while it is typed. */
export const typedItemsSchema = typedPublicityInput.shape.items;
export type TypedItem = z.output<typeof typedItemsSchema>[number];

export const itemOf = (candidate: Candidate): TypedItem => ({
  id: '',
  sanctionId: candidate.sanctionId,
  caseId: candidate.caseId,
  personId: candidate.personId,
  personKind: candidate.personKind,
  name: candidate.name,
  text: candidate.text,
  consent: null,
});

export const blankItem = (change: Partial<TypedItem> = {}): TypedItem => ({
  id: '',
  sanctionId: null,
  caseId: null,
  personId: null,
  personKind: 'staff',
  name: '',
  text: '',
  consent: null,
  ...change,
});

type Suggested = Pick<PublicityContent, 'title' | 'lead' | 'basis' | 'naming' | 'scope'>;

const resultTitle = (picked: readonly Candidate[]): string => {
  const matters = new Set(picked.map(({ matter }) => matter));
  const [only] = matters.size === 1 ? matters : [];
  return `关于${only ?? '有关'}问题处理结果的公示`;
};

/** Grounds of several decisions, each once. */
const groundsOf = (picked: readonly Candidate[]): string =>
  [...new Set(picked.flatMap(({ basis }) => (basis === '' ? [] : basis.split('、'))))]
    .join('、')
    .slice(0, 300);

/** What a publicity of a kind usually says; of results after the decisions that are picked. */
export const suggested = (kind: PublicityKind, picked: readonly Candidate[], today: string): Suggested => {
  switch (kind) {
    case 'result':
      return {
        title: resultTitle(picked),
        lead: '经研究，现将处理结果公示如下',
        basis: groundsOf(picked),
        naming: 'masked',
        scope: 'staff',
      };
    case 'overall':
      return { title: '', lead: '', basis: '学校问责工作制度', naming: 'none', scope: 'staff' };
    case 'assessment':
      return {
        title: `关于${String(yearOf(today))}年度考核优秀等次人员名单的公示`,
        lead: '经民主测评、考核评议和领导班子集体研究，拟确定下列人员为年度考核优秀等次，现公示如下',
        basis: '《事业单位工作人员考核规定》和学校考核方案',
        naming: 'full',
        scope: 'staff',
      };
    case 'honour':
      return {
        title: '关于评优评先结果的公示',
        lead: '经推荐、评议和集体研究，拟对下列人员予以表彰，现公示如下',
        basis: '学校评优评先办法',
        naming: 'full',
        scope: 'board',
      };
    case 'other':
      return { title: '', lead: '', basis: '', naming: 'masked', scope: 'staff' };
  }
};

const suggestedKeys = ['title', 'lead', 'basis', 'naming', 'scope'] as const;

/** What follows a new suggestion: fields still as suggested before, or blank; what was typed stays. */
export const followed = (
  held: Readonly<Record<(typeof suggestedKeys)[number], unknown>>,
  before: Suggested,
  after: Suggested,
): Partial<Suggested> =>
  Object.fromEntries(
    suggestedKeys.flatMap((key) => {
      const now = held[key];
      const untouched = now === before[key] || now === '' || now === undefined || now === null;
      return untouched && now !== after[key] ? [[key, after[key]]] : [];
    }),
  );
