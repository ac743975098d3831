import { Tabs } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { unpackedSizeOf } from '../../../../shared/kernel/zip-size.ts';
import { PageSkeleton } from '../../feedback/page-skeleton.tsx';
import { columnName, type SheetTable } from './sheet-tables.ts';
import type { SheetAnswer } from './sheet-worker.ts';
import { MOST_UNPACKED, packedProblem } from './packed-file.ts';
import { useZoom } from './use-zoom.ts';
import { ViewFrame, zoomKeys, ZoomTools } from './view-frame.tsx';

/** Milliseconds after which a workbook counts as unreadable. */
const PATIENCE = 30_000;

interface SheetViewProps {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly onFailed: (message: string) => void;
}

const DAMAGED =
  '这份 Excel 文件读不出来：内容已损坏，或者设有打开密码。请另存后用 WPS 打开核对，必要时请提供人重新提供。';

/** A workbook as plain tables: what stands in the cells, without formulas, macros or links. */
export const SheetView = ({ name, bytes, onFailed }: SheetViewProps): ReactNode => {
  const [sheets, setSheets] = useState<readonly SheetTable[] | null>(null);
  useEffect(() => {
    const problem = packedProblem(unpackedSizeOf(bytes), DAMAGED, MOST_UNPACKED);
    if (problem !== null) {
      onFailed(problem);
      return undefined;
    }
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
    const give = (answer: SheetAnswer): void => {
      if (answer) setSheets(answer);
      else onFailed(DAMAGED);
    };
    const patience = setTimeout(() => {
      worker.terminate();
      onFailed('这份 Excel 文件太复杂，半分钟还没有读完。请另存后用 WPS 打开查看。');
    }, PATIENCE);
    worker.addEventListener('message', ({ data }: MessageEvent<SheetAnswer>) => {
      clearTimeout(patience);
      give(data);
    });
    worker.addEventListener('error', () => {
      clearTimeout(patience);
      give(null);
    });
    const own = bytes.slice().buffer;
    worker.postMessage(own, [own]);
    return () => {
      clearTimeout(patience);
      worker.terminate();
    };
  }, [bytes, onFailed]);
  return sheets === null ? <PageSkeleton rows={10} /> : <Sheets name={name} sheets={sheets} />;
};

const Sheets = ({ name, sheets }: { name: string; sheets: readonly SheetTable[] }): ReactNode => {
  const [at, setAt] = useState(0);
  const zoom = useZoom(1);
  const sheet = sheets[at];
  const go = (step: number): void => setAt(Math.min(sheets.length - 1, Math.max(0, at + step)));
  return (
    <>
      {sheets.length > 1 && (
        <Tabs
          size="small"
          activeKey={String(at)}
          onChange={(key) => setAt(Number(key))}
          items={sheets.map((one, index) => ({
            key: String(index),
            label: one.hidden ? `${one.name}（隐藏）` : one.name,
          }))}
        />
      )}
      <ViewFrame
        label={sheet === undefined ? name : `${name}，工作表“${sheet.name}”`}
        hint={`${sheets.length > 1 ? 'PageUp PageDown 换工作表 · ' : ''}+ − 缩放 · 0 原大`}
        keys={{ ...zoomKeys(zoom), PageUp: () => go(-1), PageDown: () => go(1) }}
        tools={<ZoomTools zoom={zoom} fitName="原大" />}
      >
        {sheet === undefined || sheet.rows.length === 0 ? (
          <p className="mz-viewer-note">这张工作表是空的。</p>
        ) : (
          <SheetRows sheet={sheet} scale={zoom.scale} />
        )}
      </ViewFrame>
    </>
  );
};

const SheetRows = ({ sheet, scale }: { sheet: SheetTable; scale: number }): ReactNode => {
  const columns = Array.from({ length: sheet.width }, (_blank, index) => columnName(index));
  return (
    <>
      {sheet.cut && (
        <p className="mz-viewer-note">
          这张工作表很大，这里只显示前 {sheet.rows.length} 行、{sheet.width} 列，其余请另存后查看。
        </p>
      )}
      <table className="mz-sheet" style={{ zoom: scale }}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              {columns.map((column, index) => (
                <td key={column}>{row.cells[index] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
