import type { PaperProposal, ServiceProposal } from '../../../shared/law/proposal.ts';
import { paperChecks } from '../../../shared/law/rules/paper.ts';
import { serviceChecks } from '../../../shared/law/rules/service.ts';
import { sample, type LawSamples } from './base.ts';

export const lawfulPaper: PaperProposal = {
  title: '通报',
  number: '青一中〔2026〕3号',
  issuer: '青禾市第一中学',
  datedOn: '2026-11-20',
  remedy: '可自收到之日起30日内向青禾市教育局申请复核。',
  needsRemedy: true,
  authority: '青禾市教育局',
  othersNamed: [],
};
const paper = (hit: Partial<PaperProposal>, miss: Partial<PaperProposal>) =>
  sample(paperChecks, { ...lawfulPaper, ...hit }, { ...lawfulPaper, ...miss });

export const lawfulService: ServiceProposal = {
  name: '王立新',
  way: 'direct',
  completedOn: '2026-11-21',
  serverIds: ['s3', 's4'],
  refusal: null,
  consent: false,
};
const service = (hit: Partial<ServiceProposal>, miss: Partial<ServiceProposal>) =>
  sample(serviceChecks, { ...lawfulService, ...hit }, { ...lawfulService, ...miss });
const refusal = { reason: '拒绝签收', witness: '', hasRecording: false };

/** Papers and their service. */
export const paperSamples: LawSamples = {
  'remedy-missing': paper({ remedy: '可向青禾市教育局申请复核。' }, { remedy: null, needsRemedy: false }),
  'paper-undated': paper({ datedOn: null }, {}),
  'number-form': paper({ number: '青一中[2026]03号' }, { number: null }),
  'others-named': paper({ othersNamed: ['刘芳'] }, {}),
  'service-unsigned': service({ completedOn: null }, { way: 'left', completedOn: null }),
  'too-few-servers': service({ serverIds: ['s3', 's3'] }, { way: 'mail', serverIds: [] }),
  'left-without-witness': service(
    { way: 'left', refusal },
    { way: 'left', refusal: { ...refusal, hasRecording: true } },
  ),
  'electronic-without-consent': service({ way: 'electronic' }, { way: 'electronic', consent: true }),
};
