import { appealChecks, type AppealProposal } from '../../../shared/law/rules/appeal.ts';
import { sample, type LawSamples } from './base.ts';

/** An appeal that no rule has anything against. */
export const lawfulAppeal: AppealProposal = {
  pupil: false,
  involved: [],
  late: { dueOn: '2026-12-24', receivedOn: '2026-12-28', approved: true },
  heavier: [],
  handling: { dueOn: '2027-01-27', decidedOn: '2027-01-27' },
};
const appeal = (hit: Partial<AppealProposal>, miss: Partial<AppealProposal>) =>
  sample(appealChecks, { ...lawfulAppeal, ...hit }, { ...lawfulAppeal, ...miss });

const unapproved = { dueOn: '2026-12-24', receivedOn: '2026-12-25', approved: false };
const worse = [{ name: '王立新', before: '警告', after: '记过' }];

/** 复核 and 申诉. */
export const appealSamples: LawSamples = {
  'appeal-handler-involved': appeal({ involved: [{ name: '陈晓东', why: '参与了核实' }] }, {}),
  'appeal-too-late': appeal({ late: unapproved }, { late: unapproved, pupil: true }),
  'pupil-appeal-too-late': appeal({ late: unapproved, pupil: true }, { late: unapproved }),
  'appeal-made-heavier': appeal({ heavier: worse }, {}),
  'pupil-appeal-made-heavier': appeal({ heavier: worse, pupil: true }, { heavier: worse }),
  'appeal-undecided-in-time': appeal(
    { handling: { dueOn: '2027-01-27', decidedOn: '2027-01-28' } },
    { handling: { dueOn: '2027-01-27', decidedOn: '2027-01-27' } },
  ),
};
