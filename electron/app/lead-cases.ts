import { stateLabels } from '../../shared/features/cases/workflow.ts';
import type { sourceKindSchema } from '../../shared/features/cases/schema.ts';
import type { LeadChannel } from '../../shared/features/leads/schema.ts';
import type { z } from 'zod';
import { casesCollections, casesHandlers } from '../features/cases/index.ts';
import type { CaseDesk } from '../features/leads/index.ts';

const [caseCollection] = casesCollections;

/** How a case says where it came from, for each channel of a lead. Never more than that. */
const sourceKinds: Readonly<Record<LeadChannel, z.infer<typeof sourceKindSchema>>> = {
  pupil: 'report',
  parent: 'parent',
  staff: 'report',
  inspection: 'inspection',
  evaluation: 'evaluation',
  duty: 'duty',
  opinion: 'other',
  superior: 'superior',
  anonymous: 'report',
  other: 'other',
};

/** Joins leads to cases: the place where a lead becomes a case. */
export const caseDesk: CaseDesk = {
  async start(context, { leadNumber, channel, subjectIds, ...about }, keep) {
    const { record } = await casesHandlers['cases.register'](
      {
        ...about,
        subjectIds: [...subjectIds],
        source: { kind: sourceKinds[channel], note: leadNumber, reporterId: null },
      },
      context,
    );
    try {
      return await context.store.transact({ actor: context.actor, act: context.channel }, (tx) =>
        keep(tx, { id: record.id, number: record.number }),
      );
    } catch (cause) {
      const { id, rev } = record;
      await casesHandlers['cases.withdraw']({ id, rev, reason: `${leadNumber}没有转为问责事项` }, context);
      throw cause;
    }
  },
  look(reader, caseId) {
    const record = reader.get(caseCollection, caseId);
    return (
      record && {
        number: record.number,
        state: stateLabels[record.state],
        withdrawn: record.state === 'withdrawn',
      }
    );
  },
};
