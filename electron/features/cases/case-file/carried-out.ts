import { formatDay } from '../../../../shared/kernel/dates.ts';
import { taskKindLabels } from '../../../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { Sanction } from '../../../../shared/features/cases/sanction.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import type { Block } from '../../../documents/word/model.ts';
import { nameList } from '../papers/parts.ts';

const nameIn = ({ subjects }: CaseRecord, id: string | null): string =>
  subjects.find(({ personId }) => personId === id)?.name ?? '';

const services = (record: CaseRecord): Block => ({
  kind: 'table',
  caption: '送达',
  columns: [
    { title: '当事人', width: 2 },
    { title: '文书', width: 4.6 },
    { title: '方式和日期', width: 4.8 },
    { title: '签收', width: 4.8 },
    { title: '送达人', width: 2.2 },
    { title: '拒收与见证', width: 3.6 },
  ],
  rows: record.services.map((service) => [
    nameIn(record, service.personId),
    record.papers
      .filter(({ id }) => service.paperIds.includes(id))
      .map(({ title, number }) => number ?? title)
      .join('\n'),
    `${serviceWayLabels[service.way]}\n${formatDay(service.servedOn)}`,
    [
      service.receiver === ''
        ? ''
        : `${service.receiver}${service.relation === '' ? '' : `（${service.relation}）`}`,
      formatDay(service.completedOn),
    ]
      .filter((text) => text !== '')
      .join('\n'),
    nameList(service.servers),
    service.refusal === null
      ? '无'
      : `${service.refusal.reason}${service.refusal.witness === '' ? '' : `，见证人${service.refusal.witness}`}${service.refusal.hasRecording ? '，有照片或者录像' : ''}`,
  ]),
  emptyText: '没有送达记录',
});

const rectification = (record: CaseRecord): Block => ({
  kind: 'table',
  caption: '整改和复查',
  columns: [
    { title: '要求', width: 4 },
    { title: '期限和责任人', width: 4.6 },
    { title: '整改情况', width: 5 },
    { title: '复查', width: 5 },
  ],
  rows: record.rectification.map((item) => [
    item.text,
    `${formatDay(item.dueOn)}\n责任人${item.responsible.name}\n复查人${item.checker.name}`,
    item.reports.map(({ reportedOn, text }) => `${formatDay(reportedOn)}：${text}`).join('\n'),
    item.checks
      .map(({ checkedOn, passed, note }) => `${formatDay(checkedOn)}${passed ? '合格' : '不合格'}：${note}`)
      .join('\n'),
  ]),
});

const tasks = (record: CaseRecord): Block => ({
  kind: 'table',
  caption: '执行事项',
  columns: [
    { title: '类别', width: 3 },
    { title: '事项', width: 5 },
    { title: '期限', width: 4.6 },
    { title: '办理情况', width: 6 },
  ],
  rows: record.tasks.map(({ kind, text, dueOn, done }) => [
    taskKindLabels[kind],
    text,
    dueOn === null ? '' : formatDay(dueOn),
    done === null ? '尚未办结' : `${formatDay(done.on)}办结（${done.by.name}）：${done.note}`,
  ]),
});

const sanctionState = ({ annulled, lifting, endsOn }: Sanction): string => {
  if (annulled) return `已撤销：${annulled.reason}`;
  if (lifting)
    return `${formatDay(lifting.liftedOn)}解除${lifting.paperNumber === null ? '' : `（${lifting.paperNumber}）`}：${lifting.conduct}`;
  return endsOn === null ? '' : '期间未解除';
};

const effects = (record: CaseRecord, sanctions: readonly Sanction[]): Block => ({
  kind: 'table',
  caption: '处理的期间、解除和撤销',
  columns: [
    { title: '当事人', width: 2 },
    { title: '措施', width: 3 },
    { title: '期间', width: 5 },
    { title: '解除或者撤销', width: 7 },
  ],
  rows: sanctions.map((sanction) => [
    nameIn(record, sanction.personId),
    sanction.measureName,
    sanction.endsOn === null
      ? `${formatDay(sanction.effectiveOn)}生效`
      : `${formatDay(sanction.effectiveOn)}至${formatDay(sanction.endsOn)}`,
    sanctionState(sanction),
  ]),
  emptyText: '没有处理记录',
});

/** 送达与执行: what reached whom, what had to be put right and done, and what became of each measure. */
export const carriedOut = (record: CaseRecord, sanctions: readonly Sanction[]): Block[] => [
  services(record),
  ...(record.rectification.length === 0 ? [] : [rectification(record)]),
  ...(record.tasks.length === 0 ? [] : [tasks(record)]),
  effects(record, sanctions),
];
