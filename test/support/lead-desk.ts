import type { FileContent } from '../../shared/kernel/entity.ts';
import {
  classCollection,
  pupilCollection,
  staffCollection,
} from '../../electron/features/organisation/index.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import type { RoleId } from '../../shared/features/accounts/permissions.ts';
import type { Caller, TestDesk } from './harness.ts';

/** A school as leads need it: some staff, a class with pupils, and users of their own. */

export type LeadView = ChannelOutput<'leads.read'>;

/** Unmistakable: neither stands anywhere but where a test puts it. */
export const SOURCE = '尉迟清嘉';
export const PHONE = '13977665544';
export const PUPIL = '端木向晚';
export const STRANGER = '澹台雨眠';

export const populate = (desk: TestDesk): Promise<unknown> =>
  desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.populate' }, (tx) => {
    const people = [
      ['wang', 'T001', '王立新'],
      ['chen', 'T002', '陈晓东'],
      ['liu', 'T003', '刘芳'],
    ] as const;
    for (const [id, number, name] of people)
      tx.insert(staffCollection, {
        id,
        number,
        name,
        gender: 'male',
        employment: 'established',
        postGrade: '专业技术十级',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: '2015-09-01',
        leftOn: null,
        holdings: [],
      });
    tx.insert(classCollection, {
      id: 'class',
      entryYear: 2024,
      entryGrade: 7,
      ordinal: 3,
      headTeacherId: null,
      graduatedOn: null,
    });
    const pupils = [
      ['duanmu', 'G0001', PUPIL],
      ['tantai', 'G0002', STRANGER],
    ] as const;
    for (const [id, number, name] of pupils)
      tx.insert(pupilCollection, {
        id,
        number,
        name,
        gender: 'female',
        bornOn: '2012-05-06',
        classId: 'class',
        guardians: [],
        enrolledOn: '2024-09-01',
        leftOn: null,
      });
  });

/** A user of his own, signed in. */
export const signIn = async (
  desk: TestDesk,
  administrator: Caller,
  user: { accountName: string; name: string; roles: RoleId[]; staffId?: string },
): Promise<Caller> => {
  const { temporaryPassword } = await administrator.call('accounts.create', {
    staffId: null,
    ...user,
  });
  const one = desk.connect();
  await one.call('accounts.login', { accountName: user.accountName, password: temporaryPassword });
  await one.call('accounts.changePassword', {
    current: temporaryPassword,
    next: `own words of ${user.accountName}`,
  });
  return one;
};

export const report: ChannelInput<'leads.register'> = {
  channel: 'parent',
  way: 'phone',
  receivedOn: '2026-11-20',
  content: '晚间值班时擅自离岗两个小时，学生在宿舍楼受伤没有人管。',
  occurredOn: '2026-11-18',
  staffIds: ['wang'],
  replyTo: 'source',
  source: { name: SOURCE, contact: PHONE, note: '学生家长' },
};

export const textFile = (name: string, text = '说明'): FileContent => ({
  name,
  mime: 'text/plain',
  base64: Buffer.from(text).toString('base64'),
});

export const target = ({ lead }: LeadView): { id: string; rev: number } => ({ id: lead.id, rev: lead.rev });
