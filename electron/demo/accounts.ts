import { callerOf } from './caller.ts';
import { administratorAccount, DEMO_PASSWORD, logIn, otherAccounts, type World } from './world.ts';

/** Founds the school, with an administrator who from then on is one of its people. */
export const foundSchool = async ({ app, clock, content, year, nextName }: World): Promise<void> => {
  clock.moveTo(`${String(year - 1)}-08-20`);
  await callerOf(app).call('setup.createSchool', {
    school: content.school,
    administrator: {
      accountName: administratorAccount.accountName,
      name: nextName(),
      password: DEMO_PASSWORD,
    },
  });
};

/** An account for every role, each changing the temporary password as its person would at the first login. */
export const openAccounts = async (world: World): Promise<void> => {
  const administrator = await logIn(world, administratorAccount.accountName);
  const { staff } = await administrator.call('organisation.staff', {});
  for (const { accountName, role, post } of otherAccounts) {
    const holder = staff.find((each) => each.post === post);
    if (!holder) throw new Error(`nobody holds the post ${post}`);
    const made = await administrator.call('accounts.create', {
      accountName,
      name: holder.name,
      roles: [role],
      staffId: holder.id,
    });
    const own = callerOf(world.app);
    await own.call('accounts.login', { accountName, password: made.temporaryPassword });
    await own.call('accounts.changePassword', { current: made.temporaryPassword, next: DEMO_PASSWORD });
  }
};
