import { rhythmLabels, type DutyItem } from '../../../shared/features/duties/schema.ts';
import { versionOn } from '../../../shared/features/duties/rules.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import type { Block } from '../../documents/word/block-model.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { sheetFile, wordFile } from '../file-content.ts';
import { placeOf, readSchool, requireStaff } from '../organisation/index.ts';
import { holderName, holdersOn } from './holders.ts';
import { requireDutyList } from './service.ts';
import { dutyRow, personDuties } from './views.ts';

const table = (items: readonly DutyItem[]): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 11, align: 'center' },
    { title: '职责', width: 44 },
    { title: '要求', width: 25 },
    { title: '检查', width: 13, align: 'center' },
    { title: '依据', width: 20 },
  ],
  rows: items.map(({ text, standard, rhythm, ground, sole }, at) => [
    String(at + 1),
    sole ? `${text}（由一人负责）` : text,
    standard,
    rhythmLabels[rhythm],
    ground,
  ]),
});

/** 岗位职责书: what each person answers for on the day, for the signatures of both sides; one after the other. */
export const personPaper = async (
  { staffIds, day }: { staffIds: readonly string[]; day: string },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const school = readSchool(store).name;
  const people = staffIds.map((id) => requireStaff(store, id));
  const without: string[] = [];
  const parts = people.flatMap((staff, at): Block[] => {
    const { lists } = personDuties(store, staff, day);
    const { department, post } = placeOf(store, staff, day);
    if (lists.length === 0) without.push(staff.name);
    return [
      ...(at === 0 ? [] : [{ kind: 'page-break' as const }]),
      {
        kind: 'fields',
        rows: [
          {
            kind: 'fields',
            fields: [
              { label: '姓名', value: staff.name },
              { label: '工号', value: staff.number },
            ],
          },
          {
            kind: 'fields',
            fields: [
              { label: '部门', value: department },
              { label: '岗位', value: post },
            ],
          },
        ],
      },
      { kind: 'blank' },
      ...lists.flatMap(({ title, through, appliesFrom, items }): Block[] => [
        {
          kind: 'heading',
          level: 1,
          text: title,
          then: `（${[through, `自${formatDay(appliesFrom)}起执行`].filter((part) => part !== '').join('，')}）`,
        },
        table(items),
      ]),
      { kind: 'blank' },
      {
        kind: 'paragraph',
        text: '本人已阅知以上职责，愿意认真履行。学校提供履行职责所需的条件，并按制度检查和考核。',
      },
      {
        kind: 'signatures',
        columns: 2,
        lines: [
          { label: '本人签名：', after: '年　　月　　日' },
          { label: '校长（负责人）签名：', after: '年　　月　　日' },
        ],
      },
    ];
  });
  if (without.length > 0)
    throw new AppError(
      'illegal-step',
      `${without.slice(0, 5).join('、')}${without.length > 5 ? `等 ${String(without.length)} 人` : ''}在${formatDay(day)}没有岗位职责，请先给他们的岗位建立职责。`,
    );
  const [only] = people;
  const title = '岗位职责书';
  const bytes = await renderWord({
    form: 'plain',
    issuer: school,
    title,
    body: parts,
    draft: false,
    properties: { title, author: school, createdAt: instantOfMs(clock.now()) },
  });
  return wordFile(
    `${people.length === 1 && only ? only.name : `${String(people.length)}人`}${title}（${formatDay(day)}）`,
    bytes,
  );
};

/** 岗位职责汇编: the lists named, as they apply today. */
export const listsPaper = async (
  { ids }: { ids: readonly string[] },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const school = readSchool(store).name;
  const holders = holdersOn(store, today);
  const title = '岗位职责汇编';
  const bytes = await renderWord({
    form: 'plain',
    issuer: school,
    title,
    body: ids.flatMap((id): Block[] => {
      const list = requireDutyList(store, id);
      const { people, appliesFrom } = dutyRow(store, list, holders, today);
      const version = versionOn(list, today) ?? list.versions[0];
      return [
        { kind: 'heading', level: 1, text: list.title },
        {
          kind: 'paragraph',
          text: `自${formatDay(appliesFrom)}起执行；现由${people.length === 0 ? '（空缺）' : people.join('、')}承担。`,
          keepWithNext: true,
        },
        table(version?.items ?? []),
      ];
    }),
    draft: false,
    properties: { title, author: school, createdAt: instantOfMs(clock.now()) },
  });
  return wordFile(`${school}${title}（${formatDay(today)}）`, bytes);
};

/** Every duty of the lists named, a line each. */
export const exportLists = async (
  { ids }: { ids: readonly string[] },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const holders = holdersOn(store, today);
  const title = `${readSchool(store).name}岗位职责一览表`;
  const rows = ids.flatMap((id) => {
    const list = requireDutyList(store, id);
    const { people } = dutyRow(store, list, holders, today);
    const version = versionOn(list, today) ?? list.versions[0];
    return (version?.items ?? []).map(({ text, standard, rhythm, sole, ground }, at) => [
      list.title,
      holderName(store, list.holder),
      people.join('、'),
      at + 1,
      text,
      standard,
      rhythmLabels[rhythm],
      sole ? '是' : '否',
      ground,
      formatDay(version?.appliesFrom ?? today),
    ]);
  });
  const bytes = await renderListTable({
    title,
    sheetName: '岗位职责',
    landscape: true,
    note: `${String(ids.length)} 份，${String(rows.length)} 项职责，${formatDay(today)}导出`,
    createdAt: instantOfMs(clock.now()),
    columns: [
      { title: '职责名称', width: 20 },
      { title: '岗位或机构', width: 16 },
      { title: '现由谁承担', width: 20 },
      { title: '序号', width: 6, align: 'center' },
      { title: '职责', width: 40 },
      { title: '要求', width: 26 },
      { title: '检查', width: 9, align: 'center' },
      { title: '一人负责', width: 9, align: 'center' },
      { title: '依据', width: 22 },
      { title: '开始执行', width: 15 },
    ],
    rows,
  });
  return sheetFile(title, bytes);
};
