import { scopeLabels } from '../../../shared/features/publicity/schema.ts';
import type { DeadlineSource } from '../deadline-source.ts';
import { publicityCollection } from './collections.ts';

/** Publicities that are up: on their last day they have to be taken off the board and finished. */
export const publicityDeadlineSource: DeadlineSource = {
  name: 'publicity',
  label: '公示',
  access: 'publicity.read',
  exportAccess: 'publicity.manage',
  deadlines: (reader) =>
    reader.by(publicityCollection, 'state', 'shown').flatMap((record) => {
      const { run, content } = record;
      if (!run) return [];
      return [
        {
          key: record.id,
          kind: 'publicity',
          label: '公示期',
          title: '公示期满，处理异议并结束',
          ground: `公示 ${String(content.workdays)} 个工作日，范围：${scopeLabels[content.scope]}`,
          startedOn: run.startsOn,
          dueOn: run.endsOn,
          rolledFrom: null,
          estimated: run.estimated,
          recordPath: `/publicity/${record.id}`,
          recordNumber: record.number,
          recordTitle: content.title,
          people: [],
          permission: 'publicity.read',
          responsible: { permission: 'publicity.manage' },
          othersTerm: false,
        },
      ];
    }),
};
