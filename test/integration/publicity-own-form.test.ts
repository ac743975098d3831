import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { linesOf, wordParts } from '../support/word-parts.ts';

let desk: TestDesk;
let one: Caller;
beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

type View = ChannelOutput<'publicity.read'>;

const textOf = async (view: View, which: 'notice' | 'result'): Promise<string> => {
  const { file, draft } = await one.call('publicity.paper', { id: view.record.id, which, sheet: 'A4' });
  expect(draft).toBe(view.record.papers[which] === null);
  const { document, headers } = await wordParts(Buffer.from(file.base64, 'base64'));
  expect(headers.some((header) => header.includes('草稿'))).toBe(draft);
  return linesOf(document)
    .map(({ text }) => text)
    .join('\n');
};

describe('the school’s own form of a publicity', () => {
  it('is the notice as it hangs and the report as it is filed, with no name that is not shown', async () => {
    for (const form of ['publicity', 'publicity-report'] as const)
      await one.call('papers.saveTemplate', {
        form,
        file: await one.call('papers.houseForm', { form }),
        rev: 0,
      });
    let view = await one.call('publicity.create', {
      content: {
        kind: 'other',
        title: '关于文明班级的公示',
        lead: '现将李建国、林小雨等推荐的名单公示如下',
        basis: '学校文明班级评选办法',
        scope: 'staff',
        naming: 'masked',
        workdays: 5,
        contact: { department: '办公室', phone: '0571-8800 1200', how: '以书面形式实名提出' },
        items: [
          {
            sanctionId: null,
            caseId: null,
            personId: null,
            personKind: 'other',
            name: '李建国',
            text: '李建国推荐。',
          },
          {
            sanctionId: null,
            caseId: null,
            personId: null,
            personKind: 'pupil',
            name: '林小雨',
            text: '林小雨推荐。',
          },
        ],
      },
    });
    expect(await textOf(view, 'notice')).toContain('自公示之日起5个工作日');
    view = await one.call('publicity.show', {
      id: view.record.id,
      rev: view.record.rev,
      startsOn: '2026-11-24',
      place: '教学楼一楼公示栏',
    });
    const notice = await textOf(view, 'notice');
    for (const part of [
      '公示说明',
      '学校文明班级评选办法',
      '2026年11月24日至2026年12月1日（5个工作日）',
      '李**',
    ])
      expect(notice).toContain(part);
    expect(notice).not.toMatch(/李建国|林小雨|[{}【】]/);

    view = await one.call('publicity.takeDown', {
      id: view.record.id,
      rev: view.record.rev,
      on: '2026-11-24',
      reason: '名单有误',
    });
    const report = await textOf(view, 'result');
    for (const part of [
      '公示地点',
      '教学楼一楼公示栏',
      '原因：名单有误。',
      '没有形成公示结果',
      '公示〔2026〕1号',
    ])
      expect(report).toContain(part);
    expect(report).not.toMatch(/李建国|林小雨|[{}【】]/);
  });
});
