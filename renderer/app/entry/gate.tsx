import './gate.css';
import { useEffect, useState, type ReactNode } from 'react';
import type { SessionView } from '../../../shared/features/accounts/schema.ts';
import type { SetupStatus } from '../../../shared/features/setup/channels.ts';
import { ForcedPasswordScreen } from '../../features/accounts/parts/forced-password-screen.tsx';
import { LockScreen } from '../../features/accounts/parts/lock-screen.tsx';
import { LoginScreen } from '../../features/accounts/parts/login-screen.tsx';
import { SetupWizard } from '../../features/setup/parts/setup-wizard.tsx';
import { UnavailableScreen } from '../../features/setup/parts/unavailable-screen.tsx';
import { EntryFrame } from '../../ui/page/entry-frame.tsx';
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx';
import { PageSkeleton } from '../../ui/feedback/page-skeleton.tsx';
import { DraftScope } from '../../ui/form/use-draft.ts';
import { SURFACE_ID } from '../../ui/theme/theme-root.tsx';
import { useCall, useCommand } from '../calls.ts';
import { UserContext, useAdoptSession } from '../session.ts';
import { Desk } from './desk.tsx';
import { EntryContext } from './entry-context.ts';
import { useIdle } from './use-idle.ts';

/** How often the screen asks whether its session still stands, in milliseconds. */
const SESSION_POLL = 20_000;

/** Decides what this PC shows: the first-run wizard, an unavailable folder, the login, or the desk behind the lock. */
export const Gate = (): ReactNode => {
  const status = useCall('setup.status', {}, { refetchInterval: SESSION_POLL });
  if (!status.data) {
    return (
      <EntryFrame>
        {status.error ? (
          <ErrorNotice problem={status.error} onRetry={() => void status.refetch()} />
        ) : (
          <PageSkeleton rows={4} />
        )}
      </EntryFrame>
    );
  }
  const { stage } = status.data;
  if (stage === 'unavailable') return <UnavailableScreen status={status.data} />;
  if (stage !== 'ready') return <SetupWizard status={status.data} />;
  return <SessionGate status={status.data} />;
};

const SessionGate = ({ status }: { status: SetupStatus }): ReactNode => {
  const session = useCall('accounts.session', {}, { refetchInterval: SESSION_POLL });
  if (!session.data) {
    return (
      <EntryFrame>
        {session.error ? (
          <ErrorNotice problem={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <PageSkeleton rows={4} />
        )}
      </EntryFrame>
    );
  }
  const { user } = session.data;
  if (!user) return <Entrance status={status} />;
  if (user.mustChangePassword && !session.data.locked) return <ForcedPasswordScreen user={user} />;
  return <LockableDesk key={user.userId} session={session.data} user={user} schoolName={status.schoolName} />;
};

/** The login. Whoever comes in next begins at 今日, not on the page that the one before left. */
const Entrance = ({ status }: { status: SetupStatus }): ReactNode => {
  useEffect(() => window.history.replaceState(null, '', '#/'), []);
  return <LoginScreen status={status} />;
};

interface LockableDeskProps {
  readonly session: SessionView;
  readonly user: NonNullable<SessionView['user']>;
  readonly schoolName: string | null;
}

/**
 * The desk with the lock in front. Locking covers the desk and takes it out of reach, but keeps it mounted:
 * what was being typed is still there after unlocking. A desk that starts locked is not built before it is unlocked.
 */
const LockableDesk = ({ session, user, schoolName }: LockableDeskProps): ReactNode => {
  const adopt = useAdoptSession();
  const lock = useCommand('accounts.lock', { invalidates: [], onSuccess: adopt });
  const logout = useCommand('accounts.logout', { invalidates: [], onSuccess: adopt });
  const [asked, setAsked] = useState(false);
  const locked = session.locked || asked;
  const [built, setBuilt] = useState(!locked);
  if (!locked && !built) setBuilt(true);

  // The cover comes at once; the data side follows, and is asked again when it did not hear.
  const lockNow = (): void => {
    if (locked) return;
    setAsked(true);
    lock.mutate({}, { onSettled: () => setAsked(false) });
  };
  useIdle(session.autoLockMinutes, !locked, lockNow);

  return (
    <UserContext value={user}>
      <DraftScope value={user.userId}>
        <EntryContext value={{ locked, lock: lockNow, logout: () => logout.mutate({}) }}>
          <div
            id={SURFACE_ID}
            className={locked ? 'mz-surface mz-surface-locked' : 'mz-surface'}
            inert={locked}
          >
            {built && <Desk />}
          </div>
          {locked && <LockScreen user={user} schoolName={schoolName} onLeave={() => logout.mutate({})} />}
        </EntryContext>
      </DraftScope>
    </UserContext>
  );
};
