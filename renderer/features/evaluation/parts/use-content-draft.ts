import { useState } from 'react';
import type {
  IndicatorContent,
  IndicatorVersion,
} from '../../../../shared/features/evaluation/indicators.ts';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { historyOf, recorded, redone, sealed, undone, type History } from '../systems/history.ts';
import { draftSchema } from './draft-content.ts';

export interface ContentDraft {
  readonly content: IndicatorContent;
  /** The revision that the edits were begun from: what saving has to name. */
  readonly rev: number;
  readonly changed: boolean;
  /** True while edits of an earlier visit fill the screen. */
  readonly restored: boolean;
  /** Somebody else saved meanwhile, while there are edits here. */
  readonly overtaken: boolean;
  readonly change: (content: IndicatorContent) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Ends the step that is being typed: what is typed next can be undone by itself. */
  readonly seal: () => void;
  readonly saved: (version: IndicatorVersion) => void;
  /** Throws the edits away and takes what is saved. */
  readonly reset: () => void;
}

const same = (a: IndicatorContent, b: IndicatorContent): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The content of a version while it is edited, kept on this PC until it is saved or thrown away. */
export const useContentDraft = (version: IndicatorVersion): ContentDraft => {
  const draft = useDraft(version.frozen ? null : `evaluation.version:${version.id}`, draftSchema);
  const [base, setBase] = useState({ rev: draft.found?.rev ?? version.rev, content: version.content });
  const [history, setHistory] = useState(() =>
    historyOf<IndicatorContent>(draft.found?.content ?? version.content),
  );
  const content = history.present;
  const [restored, setRestored] = useState(draft.found !== undefined);
  const changed = !same(content, base.content);

  // Saved by somebody else, or by us in another window: without edits of our own there is nothing to lose.
  if (version.rev > base.rev && !changed) {
    setBase({ rev: version.rev, content: version.content });
    setHistory(historyOf(version.content));
  }

  const keep = (next: History<IndicatorContent>): void => {
    if (next === history) return;
    setHistory(next);
    if (same(next.present, base.content)) draft.discard();
    else draft.keep({ rev: base.rev, content: next.present });
  };
  const take = (next: IndicatorVersion, past: History<IndicatorContent>): void => {
    draft.discard();
    setBase({ rev: next.rev, content: next.content });
    setHistory(past);
    setRestored(false);
  };
  return {
    content,
    rev: base.rev,
    changed,
    restored: restored && changed,
    overtaken: version.rev > base.rev && changed,
    change: (next) => keep(recorded(history, next)),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => keep(undone(history)),
    redo: () => keep(redone(history)),
    seal: () => setHistory(sealed),
    // What led to the saved content can still be undone, and saved again.
    saved: (next) => take(next, sealed({ ...history, present: next.content })),
    reset: () => take(version, recorded(history, version.content)),
  };
};
