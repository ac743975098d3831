import type { ChannelInput } from '../../shared/channels.ts';
import type { Capacity } from '../../shared/features/appeals/kinds.ts';
import {
  usualPowers,
  type BodyKind,
  type BodyRole,
  type Seat,
} from '../../shared/features/organisation/bodies/schema.ts';
import { administratorAccount, logIn, type World } from './world.ts';

interface Sitting {
  /** Which holder of which post, the first when nothing is said. */
  readonly post: RegExp;
  readonly nth?: number;
  readonly role?: BodyRole;
  readonly task?: string;
  readonly stands?: Capacity;
}

interface Guest {
  readonly guest: string;
  readonly about: string;
  readonly stands: Capacity;
}

interface Founding {
  readonly kind: BodyKind;
  readonly name: string;
  readonly duties: string;
  /** Years that a term lasts; a standing body has none. */
  readonly years?: number;
  readonly elected?: string;
  readonly seats: readonly (Sitting | Guest)[];
}

const foundings: readonly Founding[] = [
  {
    kind: 'principal-meeting',
    name: '校长办公会',
    duties: '研究决定学校行政事项；按权限集体研究问责处理。',
    seats: [
      { post: /^校长$/, role: 'chair' },
      { post: /^副校长$/, role: 'deputy' },
      { post: /^副校长$/, nth: 1 },
      { post: /办公室主任/, role: 'secretary' },
    ],
  },
  {
    kind: 'leading-group',
    name: '问责工作领导小组',
    duties: '领导全校问责工作，审定问责制度、年度目标和考核方案。',
    years: 3,
    seats: [
      { post: /^校长$/, role: 'chair', task: '全面负责' },
      { post: /^副校长$/, role: 'deputy', task: '教学与师德' },
      { post: /^副校长$/, nth: 1, role: 'deputy', task: '安全与后勤' },
      { post: /^教务主任$/, task: '教学质量' },
      { post: /^政教主任$/, task: '学生管理' },
      { post: /^总务主任$/, task: '财务与资产' },
    ],
  },
  {
    kind: 'investigation',
    name: '问责调查小组',
    duties: '核实线索，调查取证，提出责任认定意见；不参加表决。',
    seats: [
      { post: /^政教主任$/, role: 'chair' },
      { post: /^教务主任$/, role: 'deputy' },
      { post: /^教务员$/ },
      { post: /^办公室干事$/, nth: 1 },
    ],
  },
  {
    kind: 'review',
    name: '复核小组',
    duties: '受理教职工对学校处理的复核申请；没有参加过原处理的人员办理。',
    years: 3,
    elected: '教职工代表大会选举',
    seats: [
      { post: /^语文教师$/, nth: 8, role: 'chair' },
      { post: /^数学教师$/, nth: 8 },
      { post: /^英语教师$/, nth: 8 },
    ],
  },
  {
    kind: 'pupil-appeals',
    name: '学生申诉委员会',
    duties: '受理学生和家长对教育惩戒、纪律处分的申诉。',
    years: 3,
    seats: [
      { post: /^副校长$/, role: 'chair', stands: 'leader' },
      { post: /^语文教师$/, nth: 7, stands: 'teacher' },
      { guest: '徐子涵', about: '九年级学生会', stands: 'pupil' },
      { guest: '田桂芳', about: '家长委员会', stands: 'parent' },
      { guest: '傅国栋', about: '区人民法院', stands: 'law-principal' },
    ],
  },
  {
    kind: 'finance',
    name: '财务小组',
    duties: '审核预算和开支，每月公开财务收支。',
    seats: [
      { post: /^总务主任$/, role: 'chair' },
      { post: /^办公室干事$/, task: '报账' },
      { post: /^数学教师$/, nth: 7, task: '审核' },
    ],
  },
];

/** The bodies of the school, founded at the beginning of the demo's first school year. */
export const foundBodies = async (world: World): Promise<void> => {
  const office = await logIn(world, administratorAccount.accountName);
  const { staff } = await office.call('organisation.staff', {});
  const foundedOn = `${String(world.year - 1)}-09-01`;
  const basis = `${world.content.school.documentCode}〔${String(world.year - 1)}〕1号`;
  const seatOf = (seat: Sitting | Guest): Seat => {
    const blank = {
      staffId: null,
      name: '',
      about: '',
      role: 'member',
      task: '',
      stands: null,
      votes: '',
    } as const;
    if ('guest' in seat) return { ...blank, name: seat.guest, about: seat.about, stands: seat.stands };
    const holder = staff.filter(({ post }) => seat.post.test(post))[seat.nth ?? 0];
    if (!holder) throw new Error(`nobody for a seat: ${String(seat.post)}`);
    return {
      ...blank,
      staffId: holder.id,
      role: seat.role ?? 'member',
      task: seat.task ?? '',
      stands: seat.stands ?? null,
    };
  };
  for (const { kind, name, duties, years, elected, seats } of foundings) {
    const body: ChannelInput<'organisation.saveBody'> = {
      kind,
      name,
      duties,
      basis,
      foundedOn,
      powers: [...usualPowers[kind]],
    };
    const { record } = await office.call('organisation.saveBody', body);
    await office.call('organisation.appoint', {
      id: record.id,
      rev: record.rev,
      startsOn: foundedOn,
      way: elected === undefined ? 'appointed' : 'elected',
      basis: elected ?? basis,
      seats: seats.map(seatOf),
      newTerm: years === undefined ? null : { endsOn: `${String(world.year - 1 + years)}-08-31` },
    });
  }
};
