import './compare.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';

export interface TableOfFigures {
  readonly caption: string;
  /** The first column names the row. */
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly (string | number)[];
    /** Opens what stands behind the row. */
    readonly onOpen?: () => void;
  }[];
}

/** Figures in a table that can be read by everybody: the row's name first, figures in columns below each other. */
export const CompareTable = ({ of: { caption, head, rows } }: { of: TableOfFigures }): ReactNode => {
  const classOf = (at: number): string => {
    const isText = at === 0 || rows.some(({ cells }) => /[\p{L}]/u.test(String(cells[at] ?? '')));
    return isText ? 'mz-compare-text' : '';
  };
  return (
    <div className="mz-compare-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="mz-compare-table">
        <caption className="mz-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((title, at) => (
              <th key={title} scope="col" className={classOf(at)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, onOpen }) => (
            <tr key={key}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={head[at]} scope="row">
                    {onOpen ? (
                      <Button type="link" size="small" onClick={onOpen}>
                        {cell}
                      </Button>
                    ) : (
                      cell
                    )}
                  </th>
                ) : (
                  <td key={head[at]} className={classOf(at)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
