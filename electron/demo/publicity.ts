import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { addDays, addMonths } from '../../shared/kernel/dates.ts';
import type { Caller } from './caller.ts';
import type { Happening } from './cases.ts';
import { logIn, type World } from './world.ts';

type View = ChannelOutput<'publicity.read'>;
type Content = ChannelInput<'publicity.create'>['content'];
const target = ({ record }: View) => ({ id: record.id, rev: record.rev });

const PLACE = '教学楼一楼公示栏';

/** A publicity of the newest decision that no other one tells of yet. */
const ofNewestDecision = async (office: Caller): Promise<Content> => {
  const { candidates } = await office.call('publicity.candidates', {});
  const one = candidates.find(({ shownIn }) => shownIn === null);
  if (!one) throw new Error('no decision that may be shown');
  return {
    kind: 'result',
    title: `关于${one.matter}问题处理结果的公示`,
    lead: '经研究，现将处理结果公示如下',
    basis: one.basis,
    scope: 'staff',
    naming: 'masked',
    workdays: 5,
    contact: await office.call('publicity.usual', {}),
    items: [one],
  };
};

/** 问责情况汇总 of the last year. */
const ofLastYear = async (office: Caller, today: string): Promise<Content> => {
  const { lines } = await office.call('publicity.overall', { from: addMonths(today, -12), to: today });
  return {
    kind: 'overall',
    title: '关于近一年问责情况的公示',
    lead: '现将近一年学校问责的总体情况公示如下',
    basis: '学校问责工作制度',
    scope: 'board',
    naming: 'none',
    workdays: 5,
    contact: await office.call('publicity.usual', {}),
    items: lines.map((text) => ({
      sanctionId: null,
      caseId: null,
      personId: null,
      personKind: 'other' as const,
      name: '',
      text,
    })),
  };
};

/** Three publicities: one that is over, one that hangs with an objection to be answered, one still being drafted. */
export const planPublicity = (world: World): Happening[] => {
  const before = (days: number): string => addDays(world.today, -days);
  let over: View | undefined;
  let up: View | undefined;
  const held = (view: View | undefined): View => {
    if (!view) throw new Error('the publicity has not been drafted yet');
    return view;
  };
  const act = (ago: number, play: (office: Caller, on: string) => Promise<void>): Happening => ({
    day: before(ago),
    act: async () => play(await logIn(world, 'bangongshi'), before(ago)),
  });
  const putUp = async (office: Caller, startsOn: string): Promise<View> =>
    office.call('publicity.show', {
      ...target(await office.call('publicity.create', { content: await ofNewestDecision(office) })),
      startsOn,
      place: PLACE,
    });
  return [
    act(60, async (office, on) => {
      over = await putUp(office, on);
    }),
    act(57, async (office, on) => {
      over = await office.call('publicity.recordObjection', {
        ...target(held(over)),
        receivedOn: on,
        way: 'visit',
        by: '一位教研组长',
        text: '处理是不是只看了一次检查的结果？建议把平时的情况也算进去。',
      });
    }),
    act(54, async (office, on) => {
      const view = held(over);
      over = await office.call('publicity.answerObjection', {
        ...target(view),
        objectionId: view.record.objections[0]?.id ?? '',
        answeredOn: on,
        founded: false,
        text: '经复核，处理依据的是全学期的检查记录，并听取了本人陈述。已当面答复。',
      });
    }),
    act(30, async (office) => {
      over = await office.call('publicity.finish', {
        ...target(held(over)),
        text: '公示期间收到异议 1 条，经核实不属实，不影响公示的内容。',
      });
    }),
    act(2, async (office, on) => {
      up = await putUp(office, on);
    }),
    act(1, async (office, on) => {
      up = await office.call('publicity.recordObjection', {
        ...target(held(up)),
        receivedOn: on,
        way: 'letter',
        by: '',
        text: '公示里写的事由与实际情况有出入，请核对检查记录。',
      });
    }),
    act(0, async (office) => {
      await office.call('publicity.create', { content: await ofLastYear(office, world.today) });
    }),
  ];
};
