import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs } from '../../shared/kernel/dates.ts';
import { caseActs, target, type View } from '../support/case-acts.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import type { Caller } from '../support/harness.ts';
import { openPage } from '../support/screen-acts.ts';

const ago = (days: number): string => addDays(dayOfMs(Date.now()), -days);

/** About three pages of body text, every sentence another one. */
const FACTS = Array.from(
  { length: 60 },
  (_, at) => `第${String(at + 1)}项：当晚值班人员未按规定到岗，监控画面与签到记录不一致。`,
).join('');

/** A case with a report of several pages; its paper's id. */
const longReport = async (one: Caller): Promise<View> => {
  const acts = caseActs(() => one);
  let view = await acts.register({ route: 'ordinary', occurredOn: ago(60) });
  view = await one.call('cases.establishFacts', {
    ...target(view),
    facts: '值班当晚擅自离岗。',
    establishedOn: ago(55),
    checkerIds: ['chen', 'liu'],
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  });
  view = await acts.file(view, { approvedOn: ago(50) });
  view = await acts.interview(view, { id: 'wang', name: '王立新' }, { heldOn: ago(45) });
  view = await acts.finding(view, 'wang');
  view = await one.call('cases.submitReport', {
    ...target(view),
    course: '调取监控，询问当事人。',
    facts: FACTS,
    nature: '违反值班纪律。',
    signerIds: ['chen', 'liu'],
    reportedOn: ago(40),
  });
  return one.call('cases.issueRecord', {
    ...target(view),
    form: 'report',
    personId: null,
    aboutId: null,
  });
};

describe('a paper of several pages on screen', () => {
  let at: CaseScreens;
  let paperId: string;

  beforeAll(async () => {
    at = await openCaseScreens('pages', async (one) => {
      const view = await longReport(one);
      const report = view.record.papers.find(({ form }) => form === 'report');
      if (!report?.issuedPaperId) throw new Error('the report was not issued');
      paperId = report.issuedPaperId;
    });
  });
  afterAll(() => at.close());

  it('stands on sheets of A4, nothing cut off, nothing lost, numbered', async () => {
    const { page } = at;
    await openPage(page, `/papers/${paperId}`);
    const sheets = page.locator('section.docx');
    await sheets.first().waitFor();
    await expect.poll(() => sheets.count()).toBeGreaterThan(2);
    const seen = await sheets.evaluateAll((elements) =>
      elements.map((element) => {
        const box = element.getBoundingClientRect();
        const lines = [...element.querySelectorAll('p, td')].map((one) => one.getBoundingClientRect());
        return {
          ratio: box.height / box.width,
          over: Math.max(...lines.map(({ bottom }) => bottom)) - box.bottom,
          text: element.textContent,
        };
      }),
    );
    for (const { ratio, over } of seen) {
      expect(ratio).toBeCloseTo(297 / 210, 2);
      expect(over).toBeLessThanOrEqual(1);
    }
    const text = seen.map((one) => one.text).join('');
    for (let number = 1; number <= 60; number += 1) expect(text).toContain(`第${String(number)}项：`);
    expect(text.match(/第\d+项：/g)).toHaveLength(60);
    for (const [place, one] of seen.entries())
      expect(one.text).toContain(`第 ${String(place + 1)} 页 共 ${String(seen.length)} 页`);
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
