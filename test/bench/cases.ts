import { caseCollection } from '../../electron/features/cases/index.ts';
import { caseColumns, caseFilters } from '../../renderer/features/cases/parts/case-list.ts';
import { initialListState, listRows, type ListState } from '../../renderer/ui/list/list-model.ts';
import type { CaseRow } from '../../shared/features/cases/list.ts';
import type { CaseRecord } from '../../shared/features/cases/schema.ts';
import { routes, type CaseState } from '../../shared/features/cases/states.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import { createDraw } from '../../electron/demo/people.ts';
import { openDesk } from '../support/harness.ts';
import { decidedCase, sampleCase, samplePaper, sampleSubject } from '../support/sample-case.ts';
import { median, row, timed, type BenchRow } from './row.ts';

const CASES = 5_000;
const ROUNDS = 15;
const FIRST_DAY = '2006-09-01';

const SURNAMES = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉建国志海云飞');
const MATTERS = ['值班与巡查', '教学常规', '师德师风', '安全管理', '财务管理', '考试管理', '招生与学籍'];
const PLACES = ['食堂', '实验室', '图书馆', '宿舍', '操场', '校门', '办公楼', '七年级', '八年级', '九年级'];
const FAILINGS = ['擅自离岗', '记录补填', '没有按时报送', '检查走过场', '台账不全', '隐患没有整改'];
const EARLY: readonly CaseState[] = ['registered', 'established', 'notified', 'heard'];
const LATE: readonly CaseState[] = ['decided', 'issued', 'served', 'executing', 'closed'];

/** Twenty years of a school's cases, each with its own people and words. */
const casesOf = (count: number): CaseRecord[] => {
  const draw = createDraw(11);
  return Array.from({ length: count }, (_, at) => {
    const registeredOn = addDays(FIRST_DAY, Math.floor((at * 7300) / count));
    const id = `case-${String(at)}`;
    const matter = draw.pick(MATTERS);
    const subject = {
      ...sampleSubject,
      personId: `person-${String(draw.below(400))}`,
      name: draw.pick(SURNAMES) + draw.pick(GIVEN) + draw.pick(GIVEN),
    };
    const late = draw.below(4) > 0;
    const make = late ? decidedCase : sampleCase;
    return make({
      id,
      number: `问责〔${registeredOn.slice(0, 4)}〕${String(at + 1)}号`,
      numberId: `number-${String(at)}`,
      route: routes[draw.below(routes.length)] ?? 'light',
      state: draw.pick(late ? LATE : EARLY),
      matter: { ...sampleCase().matter, name: matter },
      summary: `${draw.pick(PLACES)}${draw.pick(FAILINGS)}，第 ${String(at + 1)} 次检查发现`,
      subjects: [subject],
      registeredOn,
      occurredOn: addDays(registeredOn, -draw.below(20)),
      papers: late
        ? [{ ...samplePaper, number: `青一中〔${registeredOn.slice(0, 4)}〕${String(at + 1)}号` }]
        : [],
      clocks: (['handling', 'statement'] as const).map((kind) => ({
        id: `${id} ${kind}`,
        kind,
        ground: '校内办理要求',
        startedOn: registeredOn,
        dueOn: addDays(registeredOn, 10 + draw.below(40)),
        rolledFrom: null,
        estimated: false,
        basis: '30 日',
        personId: kind === 'statement' ? subject.personId : null,
        itemId: null,
        endedOn: null,
        extensions: [],
      })),
    });
  });
};

const newest = { key: 'registeredOn', descending: true };

/** Two looks at the list: the decided ones of one matter that are late; then what a clerk types to find a name. */
const looks = (typed: string): readonly Partial<ListState>[] => [
  { filters: { state: ['issued', 'served'], due: ['over'], matter: ['教学常规', '安全管理'] } },
  { text: typed },
];

/** The same two looks as anybody would write them. */
const bare = (rows: readonly CaseRow[], typed: string): number =>
  rows.filter(
    ({ state, nextClock, matter }) =>
      (state === 'issued' || state === 'served') &&
      nextClock !== null &&
      nextClock.daysLeft < 0 &&
      (matter === '教学常规' || matter === '安全管理'),
  ).length +
  rows.filter(({ people, number, matter }) =>
    [...people, number, matter].some((text) => text.includes(typed)),
  ).length;

/** Opening a list of 5,000 cases through its channel and narrowing it twice, beside a bare filter and a JSON copy. */
export const measureCases = async (): Promise<BenchRow[]> => {
  const desk = await openDesk();
  try {
    const one = await desk.everyone();
    await desk.app().store.transact({ actor: { userId: 'bench', name: '周敏' }, act: 'bench' }, (tx) => {
      for (const record of casesOf(CASES)) tx.insert(caseCollection, record);
    });
    const { cases } = await one.call('cases.list', {});
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Another name each time, so that no round finds the last one's answer.
      const typed = cases[round * 311]?.people[0] ?? '';
      let found = 0;
      ours.push(
        await timed(async () => {
          const answer = await one.raw('cases.list', {});
          if (!answer.ok) throw new Error(answer.error.message);
          const filters = caseFilters(cases, () => true);
          for (const look of looks(typed))
            found += listRows(cases, caseColumns, filters, {
              ...initialListState(caseColumns),
              sort: newest,
              ...look,
            }).length;
        }),
      );
      let expected = 0;
      theirs.push(
        await timed(() => {
          const copy: unknown = JSON.parse(JSON.stringify(cases));
          if (!Array.isArray(copy)) throw new Error('the copy is no list');
          expected = bare(cases, typed);
        }),
      );
      if (found !== expected || found === 0)
        throw new Error(`found ${String(found)} of ${String(expected)} cases for ${typed}`);
    }
    return [
      row('cases-list-5k', 'ms', median(ours), 'array filter and JSON copy of the rows', median(theirs)),
    ];
  } finally {
    await desk.dispose();
  }
};
