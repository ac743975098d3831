import './calibration.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Adjustment, Meeting } from '../../../../shared/features/evaluation/results/schema.ts';
import type { CalibrationView } from '../../../../shared/features/evaluation/results/views.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { useCall } from '../../../app/calls.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { LawFindings } from '../../../ui/law/law-findings.tsx';
import { AdjustDrawer } from './adjust-drawer.tsx';
import { CalibrationBoard } from './calibration-board.tsx';
import { CalibrationHead } from './calibration-head.tsx';
import { CalibrationLog } from './calibration-log.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ExplainDrawer } from './explain-drawer.tsx';
import { FactsDrawer } from './facts-drawer.tsx';
import { MeetingDrawer } from './meeting-drawer.tsx';
import { UndoForm } from './undo-form.tsx';

/** 校准: what the meeting looks at, settles, and puts on record. */
export const CalibrationTab = ({ view }: { view: CycleView }): ReactNode => {
  const calibration = useCall('evaluation.calibration', { cycleId: view.cycle.id });
  return <Loaded query={calibration}>{(board) => <Calibration view={view} board={board} />}</Loaded>;
};

/** What lies over the board. */
type Over =
  | { readonly kind: 'explain' | 'facts' | 'adjust'; readonly subjectId: string }
  /** `next`: whose result is to be adjusted once the meeting is on record. */
  | { readonly kind: 'meeting'; readonly meeting: Meeting | null; readonly next: string | null }
  | { readonly kind: 'undo'; readonly adjustment: Adjustment }
  | { readonly kind: 'confirm' };

const Calibration = ({ view, board }: { view: CycleView; board: CalibrationView }): ReactNode => {
  const [over, setOver] = useState<Over | null>(null);
  const close = (): void => setOver(null);
  const nameOf = (id: string): string =>
    board.rows.find(({ subject }) => subject.id === id)?.subject.name ?? '';
  const adjust = (subjectId: string): void =>
    setOver(
      board.meetings.length === 0
        ? { kind: 'meeting', meeting: null, next: subjectId }
        : { kind: 'adjust', subjectId },
    );
  const undo = (adjustment: Adjustment): void => setOver({ kind: 'undo', adjustment });
  const row =
    over?.kind === 'facts' || over?.kind === 'adjust'
      ? board.rows.find(({ subject }) => subject.id === over.subjectId)
      : undefined;
  return (
    <>
      <CalibrationHead
        board={board}
        nameOf={nameOf}
        onMeeting={(meeting) => setOver({ kind: 'meeting', meeting, next: null })}
        act={
          board.mayAdjust &&
          view.acts.includes('confirm') && (
            <Button type="primary" onClick={() => setOver({ kind: 'confirm' })}>
              确认结果
            </Button>
          )
        }
      />
      {board.findings.length > 0 && (
        <div style={{ marginBottom: 16 }}>
          <LawFindings findings={board.findings} deed="确认" />
        </div>
      )}
      <CalibrationBoard
        board={board}
        onAdjust={adjust}
        onFacts={(subjectId) => setOver({ kind: 'facts', subjectId })}
        onExplain={(subjectId) => setOver({ kind: 'explain', subjectId })}
        onUndo={undo}
      />
      <CalibrationLog board={board} nameOf={nameOf} onUndo={undo} />
      <ExplainDrawer
        cycleId={board.cycleId}
        subjectId={over?.kind === 'explain' ? over.subjectId : null}
        bands={board.bands}
        onClose={close}
      />
      {over?.kind === 'adjust' && row && board.meetings.length > 0 && (
        // A meeting that was just put on record is in view a moment later.
        <AdjustDrawer board={board} row={row} onClose={close} />
      )}
      {over?.kind === 'facts' && row && <FactsDrawer board={board} row={row} onClose={close} />}
      {over?.kind === 'meeting' && (
        <MeetingDrawer
          cycleId={board.cycleId}
          meeting={over.meeting}
          before={over.next === null ? null : nameOf(over.next)}
          onClose={close}
          onSaved={() => setOver(over.next === null ? null : { kind: 'adjust', subjectId: over.next })}
        />
      )}
      {over?.kind === 'undo' && (
        <UndoForm adjustment={over.adjustment} name={nameOf(over.adjustment.subjectId)} onClose={close} />
      )}
      {over?.kind === 'confirm' && <ConfirmDialog view={view} onClose={close} />}
    </>
  );
};
