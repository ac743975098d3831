import '../standards.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { differenceOf, type DescribedField } from '../../../../shared/features/standards/difference.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import type { Stamp } from '../../../../shared/kernel/entity.ts';

interface HistoryProps<C> {
  readonly of: {
    readonly versions: readonly {
      readonly version: number;
      readonly made: Stamp;
      readonly why: string;
      readonly content: C;
    }[];
  };
  /** A version in words: what differs between two of them is shown line by line. */
  readonly describe: (content: C) => readonly DescribedField[];
}

const Side = ({ text, was }: { text: string | null; was: boolean }): ReactNode =>
  was ? (
    <del>{text === null || text === '' ? '（空）' : text}</del>
  ) : (
    <ins>{text === null || text === '' ? '（空）' : text}</ins>
  );

/** Every version of a standard, latest first: who made it, when, why, and what it changed. */
export const History = <C,>({ of, describe }: HistoryProps<C>): ReactNode => {
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <section className="mz-standard-history">
      <h3 className="mz-section-title">修改记录</h3>
      <ol>
        {of.versions.toReversed().map(({ version, made, why, content }) => {
          const before = of.versions.find((one) => one.version === version - 1);
          const changes = before ? differenceOf(describe(before.content), describe(content)) : [];
          return (
            <li key={version}>
              <strong>第 {version} 版</strong>{' '}
              <span className="mz-muted">
                {made.by.name}，{formatInstant(made.at)}
                {why !== '' && `：${why}`}
              </span>
              {changes.length > 0 && (
                <Button
                  type="link"
                  size="small"
                  aria-expanded={opened === version}
                  onClick={() => setOpened(opened === version ? null : version)}
                >
                  {opened === version ? '收起' : `看改了什么（${String(changes.length)} 处）`}
                </Button>
              )}
              {opened === version && (
                <dl className="mz-standard-changes">
                  {changes.map((change) => (
                    <div key={change.label}>
                      <dt>{change.label}</dt>
                      <dd>
                        <Side text={change.before} was />
                        <Side text={change.after} was={false} />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
