import { formatDay } from '../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import type { Block, Dossier, DossierSection, FieldRow } from '../../documents/word/model.ts';
import { byKind } from './entries.ts';
import type { Archive } from './views.ts';

const toneWords = { good: '表现突出', neutral: '记录', bad: '问责处理' } as const;

/** Two facts side by side, as forms have them. */
const factRows = (facts: Archive['facts']): FieldRow[] => {
  const rows: FieldRow[] = [];
  for (let at = 0; at < facts.length; at += 2) rows.push({ kind: 'fields', fields: facts.slice(at, at + 2) });
  return rows;
};

const entryTable = (entries: readonly TimelineEntry[]): Block => ({
  kind: 'table',
  columns: [
    { title: '日期', width: 3, align: 'center' },
    { title: '事项', width: 4, align: 'left' },
    { title: '内容', width: 8, align: 'left' },
  ],
  // On paper a life is read from its beginning.
  rows: [...entries].reverse().map(({ day, title, about }) => [formatDay(day), title, about]),
});

const overview = (entries: readonly TimelineEntry[]): Block[] => {
  const kinds = [...byKind(entries)];
  const count = (tone: TimelineEntry['tone']): number =>
    entries.filter((entry) => entry.tone === tone).length;
  return [
    {
      kind: 'paragraph',
      text:
        entries.length === 0
          ? '截至制作之日，本档案没有记录。'
          : `截至制作之日，本档案共有 ${String(entries.length)} 条记录，其中${toneWords.good} ${String(count('good'))} 条、${toneWords.bad} ${String(count('bad'))} 条，其余为任职等一般记录。`,
    },
    {
      kind: 'table',
      caption: '各类记录',
      columns: [
        { title: '类别', width: 3, align: 'center' },
        { title: '条数', width: 2, align: 'center' },
        { title: '最近一次', width: 4, align: 'center' },
      ],
      rows: kinds.map(([kind, held]) => [kind, String(held.length), formatDay(held[0]?.day ?? '1900-01-01')]),
      emptyText: '没有记录',
    },
  ];
};

/** 档案册: cover, contents, the person, and every kind of record as a table of its own. */
export const dossierOf = (
  archive: Archive,
  {
    school,
    today,
    createdAt,
    takenBy,
  }: { school: string; today: string; createdAt: string; takenBy: string },
): Dossier => {
  const sections: DossierSection[] = [
    { title: '基本情况', blocks: [{ kind: 'fields', rows: factRows(archive.facts) }] },
    { title: '概况', blocks: overview(archive.entries) },
    ...[...byKind(archive.entries)].map(([kind, entries]): DossierSection => ({
      title: kind,
      blocks: [entryTable(entries)],
    })),
    {
      title: '说明',
      blocks: [
        {
          kind: 'paragraph',
          text: `本册由${takenBy}于${formatDay(today)}从问责档案中制作，内容与当日记录一致。不成立的线索不入档。请按人事档案管理要求保管，不得复制外传。`,
        },
      ],
    },
  ];
  return {
    form: 'dossier',
    cover: {
      issuer: school,
      title: '教职工问责档案册',
      subtitle: archive.name,
      facts: [
        { label: '姓名', value: archive.name },
        ...archive.facts.filter(({ label }) => ['工号', '部门', '岗位'].includes(label)),
      ],
      day: today,
    },
    runningHead: `${archive.name} 问责档案册`,
    sections,
    draft: false,
    properties: { title: `${archive.name}问责档案册`, author: school, createdAt },
  };
};
