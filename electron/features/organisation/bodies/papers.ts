import { membersOn, termOn } from '../../../../shared/features/organisation/bodies/rules.ts';
import {
  bodyPowerLabels,
  entryWayLabels,
  roleLabel,
  type Body,
} from '../../../../shared/features/organisation/bodies/schema.ts';
import { capacityLabels } from '../../../../shared/features/appeals/kinds.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import type { Block } from '../../../documents/word/block-model.ts';
import { renderWord } from '../../../documents/word/pack.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile, wordFile } from '../../file-content.ts';
import { readSchool } from '../readers.ts';
import { requireBody } from './service.ts';
import { bodyView } from './views.ts';

const factsOf = (body: Body, day: string): string => {
  const term = termOn(body, day);
  return [
    `成立于${formatDay(body.foundedOn)}${body.basis === '' ? '' : `（${body.basis}）`}`,
    ...(term ? [`本届自${formatDay(term.startsOn)}至${formatDay(term.endsOn)}`] : []),
    ...(body.powers.length > 0
      ? [`职权：${body.powers.map((power) => bodyPowerLabels[power]).join('、')}`]
      : []),
    ...(body.duties === '' ? [] : [`职责：${body.duties.replace(/[。；]$/, '')}`]),
  ].join('；');
};

/** 机构设置一览表: each body with a table of those who sit in it on the day. */
export const bodiesPaper = async (
  { ids, day }: { ids: readonly string[]; day: string },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const school = readSchool(store).name;
  const body = ids.flatMap((id): Block[] => {
    const record = requireBody(store, id);
    const { members } = bodyView(store, record, day);
    return [
      { kind: 'heading', level: 1, text: record.name },
      { kind: 'paragraph', text: `${factsOf(record, day)}。`, keepWithNext: true },
      {
        kind: 'table',
        columns: [
          { title: '职务', width: 16, align: 'center' },
          { title: '姓名', width: 12, align: 'center' },
          { title: '部门岗位或身份', width: 23 },
          { title: '分工', width: 15 },
          { title: '任期自', width: 24, align: 'center' },
          { title: '产生方式和依据', width: 24 },
        ],
        rows: members
          .filter(({ sitting }) => sitting)
          .map(({ roleName, name, place, stands, task, startsOn, way, basis, votes }) => [
            roleName,
            name,
            [stands === null ? '' : capacityLabels[stands], place].filter((part) => part !== '').join('，'),
            task,
            formatDay(startsOn),
            `${entryWayLabels[way]}，${basis}${votes === '' ? '' : `，${votes}`}`,
          ]),
        emptyText: '没有成员',
      },
    ];
  });
  const title = '机构设置一览表';
  const bytes = await renderWord({
    form: 'plain',
    draft: false,
    issuer: school,
    title,
    body: [{ kind: 'paragraph', text: `截至${formatDay(day)}。`, indent: 'none' }, ...body],
    properties: { title, author: school, createdAt: instantOfMs(clock.now()) },
  });
  return wordFile(`${school}${title}（${formatDay(day)}）`, bytes);
};

/** Every seat of the bodies named, past ones too. */
export const exportBodies = async (
  { ids }: { ids: readonly string[] },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const title = `${readSchool(store).name}机构成员名册`;
  const rows = ids.flatMap((id) => {
    const body = requireBody(store, id);
    const now = new Set(membersOn(body, today).map((member) => member.id));
    return bodyView(store, body, today).members.map((member) => [
      body.name,
      roleLabel(body.kind, member.role),
      member.name,
      member.place,
      member.task,
      formatDay(member.startsOn),
      member.endsOn === null ? '' : formatDay(member.endsOn),
      now.has(member.id) ? '在任' : '不在任',
      entryWayLabels[member.way],
      member.basis,
      member.votes,
      member.endReason,
    ]);
  });
  const bytes = await renderListTable({
    title,
    sheetName: '机构成员',
    landscape: true,
    note: `${String(ids.length)} 个机构，${String(rows.length)} 段任期，${formatDay(today)}导出`,
    createdAt: instantOfMs(clock.now()),
    columns: [
      { title: '机构', width: 20 },
      { title: '职务', width: 10, align: 'center' },
      { title: '姓名', width: 10 },
      { title: '部门岗位或身份', width: 24 },
      { title: '分工', width: 18 },
      { title: '自', width: 15 },
      { title: '至', width: 15 },
      { title: '状态', width: 8, align: 'center' },
      { title: '产生方式', width: 12, align: 'center' },
      { title: '依据', width: 26 },
      { title: '得票', width: 14 },
      { title: '结束原因', width: 16 },
    ],
    rows,
  });
  return sheetFile(title, bytes);
};
