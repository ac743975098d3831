import './viewer.css';
import { ColumnWidthOutlined, RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Zoom } from './use-zoom.ts';

/** Keys as `KeyboardEvent.key` has them, letters small. */
export type ViewKeys = Readonly<Record<string, () => void>>;

export interface ViewFrameProps {
  /** Names the stage for screen readers. */
  readonly label: string;
  readonly tools?: ReactNode;
  /** Work while the stage has the focus and no modifier is held. */
  readonly keys?: ViewKeys;
  /** What the keys do, in a line. */
  readonly hint: string;
  /** Told the width in CSS pixels that there is for what is shown. */
  readonly onRoom?: (width: number) => void;
  readonly children: ReactNode;
}

/** The stage that a file is shown on, with its tools above and its keys. It takes the focus, so that keys work at once. */
export const ViewFrame = ({ label, tools, keys = {}, hint, onRoom, children }: ViewFrameProps): ReactNode => {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const element = stage.current;
    if (!element || !onRoom) return undefined;
    const watcher = new ResizeObserver(() => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      onRoom(element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [onRoom]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <div className="mz-viewer-tools" role="toolbar" aria-label="查看工具">
        {tools}
        <span className="mz-viewer-hint">{hint}</span>
      </div>
      <div
        ref={stage}
        className="mz-viewer-stage"
        tabIndex={0}
        role="region"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </>
  );
};

/** The width of the stage, as state. 0 until it has been measured. */
export const useRoom = (): readonly [number, (width: number) => void] => useState(0);

export const zoomKeys = (zoom: Zoom): ViewKeys => ({
  '+': zoom.closer,
  '=': zoom.closer,
  '-': zoom.farther,
  '0': zoom.fit,
});

/** `fitName` says what lies between: 适合宽度 for pages and pictures, 原大 for what has no width of its own. */
export const ZoomTools = ({ zoom, fitName = '适合宽度' }: { zoom: Zoom; fitName?: string }): ReactNode => (
  <>
    <Button icon={<ZoomOutOutlined />} aria-label="缩小" title="缩小（−）" onClick={zoom.farther} />
    <span className="mz-viewer-scale" role="status" aria-label="显示比例">
      {Math.round(zoom.scale * 100)}%
    </span>
    <Button icon={<ZoomInOutlined />} aria-label="放大" title="放大（+）" onClick={zoom.closer} />
    <Button
      icon={<ColumnWidthOutlined />}
      aria-label={fitName}
      title={`${fitName}（0）`}
      aria-pressed={zoom.fitted}
      onClick={zoom.fit}
    />
  </>
);

export const RotateTool = ({ onRotate }: { onRotate: () => void }): ReactNode => (
  <Button icon={<RotateRightOutlined />} aria-label="向右旋转" title="向右旋转（R）" onClick={onRotate} />
);
