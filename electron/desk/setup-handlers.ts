import { permissionsOf } from '../../shared/features/accounts/permissions.ts';
import type { SetupStatus, setupChannels } from '../../shared/features/setup/channels.ts';
import type { Handlers } from '../../shared/kernel/channel.ts';
import { AppError } from '../../shared/kernel/result.ts';
import type { Session } from '../features/context.ts';
import type { DemoDesk } from './demo-desk.ts';
import type { Folders } from './folders.ts';
import { schoolNameIn } from './school-name.ts';

export interface DeskContext {
  readonly options: {
    readonly defaultFolder: string;
    readonly pickFolder?: () => Promise<string | null>;
  };
  readonly folders: Folders;
  readonly demo: DemoDesk;
}

interface CallerContext extends DeskContext {
  readonly session: Session | undefined;
}

const stageOf = (folders: Folders, schoolName: string | null): SetupStatus['stage'] => {
  if (folders.app()) return schoolName === null ? 'new-school' : 'ready';
  return folders.folder() === null ? 'choose-folder' : 'unavailable';
};

const status = ({ options, folders }: DeskContext): SetupStatus => {
  const app = folders.app();
  const schoolName = app ? schoolNameIn(app.store) : null;
  return {
    stage: stageOf(folders, schoolName),
    folder: folders.folder(),
    suggestedFolder: options.defaultFolder,
    canPickFolder: options.pickFolder !== undefined,
    problem: folders.problem(),
    schoolName,
    demo: folders.isDemo(),
  };
};

/** Once a school works in its folder, only its administrator may take the folder away from under everybody. */
const admitChange = (context: CallerContext): void => {
  const { folders, session } = context;
  if (folders.isDemo() || status(context).stage !== 'ready') return;
  const user = session && !session.locked ? session.user : undefined;
  if (user && permissionsOf(user.roles).has('accounts.manage')) return;
  throw new AppError('forbidden', '学校已经在使用这个数据文件夹，只有登录后的系统管理员可以更换。');
};

export const setupHandlers = {
  'setup.status': (_input, context) => status(context),
  'setup.pickFolder': async (_input, { options }) => {
    if (!options.pickFolder) throw new AppError('illegal-step', '这里不能浏览文件夹，请直接填写文件夹路径。');
    return { folder: await options.pickFolder() };
  },
  'setup.useFolder': async ({ folder }, context) => {
    admitChange(context);
    const { demo, folders } = context;
    // A demo school that were still being built would take the place of the chosen folder when done.
    await demo.cancel();
    const leavingDemo = folders.isDemo();
    await folders.use(folder);
    if (leavingDemo) await demo.close();
    return status(context);
  },
  'setup.openDemo': (_input, context) => {
    admitChange(context);
    return context.demo.start();
  },
  'setup.demoProgress': (_input, { demo }) => demo.progress(),
  'setup.cancelDemo': (_input, { demo }) => demo.cancel(),
  'setup.leaveDemo': async (_input, context) => {
    const { demo, folders } = context;
    if (!folders.isDemo()) return status(context);
    await demo.close();
    await folders.openRemembered();
    return status(context);
  },
} satisfies Handlers<typeof setupChannels, CallerContext>;
