import { App } from 'antd';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { removeDimension, removeIndicator } from '../parts/content-editing.ts';

interface Removal {
  readonly content: IndicatorContent;
  readonly what: string;
  /** With nothing in it there is nothing to ask about. */
  readonly empty: boolean;
}

const removalOf = (content: IndicatorContent, rowId: string): Removal | undefined => {
  for (const [place, dimension] of content.dimensions.entries()) {
    if (dimension.id === rowId) {
      const held = dimension.indicators.length;
      return {
        content: removeDimension(content, place),
        what: `维度“${dimension.name}”${held > 0 ? `和其中的 ${String(held)} 项指标` : ''}`,
        empty: dimension.name.trim() === '' && held === 0,
      };
    }
    const at = dimension.indicators.findIndex(({ id }) => id === rowId);
    const indicator = dimension.indicators[at];
    if (indicator)
      return {
        content: removeIndicator(content, place, at),
        what: `指标“${indicator.name}”`,
        empty: indicator.name.trim() === '' && indicator.standard === '',
      };
  }
  return undefined;
};

/** Removes a line of the tree once the person has said so. `onRemoved` gets what is left and what was removed. */
export const useRemoval = (
  onRemoved: (content: IndicatorContent, said: string) => void,
): ((content: IndicatorContent, rowId: string) => void) => {
  const { modal } = App.useApp();
  return (content, rowId) => {
    const removal = removalOf(content, rowId);
    if (!removal) return;
    const remove = (): void => onRemoved(removal.content, `已删除${removal.what}`);
    if (removal.empty) {
      remove();
      return;
    }
    modal.confirm({
      title: `删除${removal.what}？`,
      content: '保存之前可以按 Ctrl+Z 撤销。',
      okText: '删除',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: remove,
    });
  };
};
