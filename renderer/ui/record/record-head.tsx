import './record.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';

/** What a next step lacks: in words, or with the way to it. */
export type Missing = string | { readonly label: string; readonly onGo: () => void };

export interface NextStep {
  /** The verb: `提交集体研究`. */
  readonly label: string;
  /** What it will do, in a sentence. */
  readonly about: string;
  /** What still has to be there before it can be done; empty when it can. */
  readonly missing: readonly Missing[];
  readonly onGo: () => void;
  readonly pending?: boolean;
}

export interface RecordHeadProps {
  readonly title: string;
  /** A `StatusTag`. */
  readonly status?: ReactNode;
  /** The five facts that matter. */
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
  /** The one primary act; left out when nothing more can be done. */
  readonly next?: NextStep | undefined;
  /** Lesser acts. */
  readonly actions?: ReactNode;
  /** A `StepBar`. */
  readonly children?: ReactNode;
}

/** The head of a record: what it is, how it stands, and the one next step with what is still missing for it. */
export const RecordHead = ({ title, status, facts, next, actions, children }: RecordHeadProps): ReactNode => (
  <header className="mz-record-head mz-card">
    <div className="mz-record-title">
      <h1 tabIndex={-1}>{title}</h1>
      {status}
      {actions !== undefined && <div className="mz-record-actions">{actions}</div>}
    </div>
    <dl className="mz-record-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {children}
    {next && (
      <div className="mz-next">
        <Button
          type="primary"
          onClick={next.onGo}
          loading={next.pending ?? false}
          disabled={next.missing.length > 0}
        >
          下一步：{next.label}
        </Button>
        {next.missing.length > 0 ? (
          <div>
            <span className="mz-next-about">还缺：</span>
            <ul className="mz-next-missing">
              {next.missing.map((one) =>
                typeof one === 'string' ? (
                  <li key={one}>{one}</li>
                ) : (
                  <li key={one.label}>
                    <button type="button" onClick={one.onGo}>
                      {one.label}
                    </button>
                  </li>
                ),
              )}
            </ul>
          </div>
        ) : (
          <span className="mz-next-about">{next.about}</span>
        )}
      </div>
    )}
  </header>
);

/** A record's body: what it holds on the left, its timeline on the right. */
export const RecordColumns = ({ children, aside }: { children: ReactNode; aside: ReactNode }): ReactNode => (
  <div className="mz-columns">
    <div>{children}</div>
    <aside aria-label="补充信息">{aside}</aside>
  </div>
);
