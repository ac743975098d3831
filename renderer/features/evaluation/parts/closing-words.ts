import { owedSummary } from '../../../../shared/features/evaluation/data/owed.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';

const owedSheets = ({ progress }: CycleView): number => progress.total - progress.done;

/** What 收卷 means for a cycle as it stands, in one line. */
export const closingAbout = (view: CycleView): string => {
  const sheets = owedSheets(view);
  const data = view.owedData.length;
  const owed = [
    ...(sheets > 0 ? [`${String(sheets)} 份评分表没有评完`] : []),
    ...(data > 0 ? [`公式指标缺 ${String(data)} 项数据`] : []),
  ];
  if (owed.length > 0) return `还有${owed.join('，')}；结果随评随算，可以先看。收卷以后不再评分。`;
  return view.progress.total === 0
    ? '公式指标的数据已齐。收卷以后核对、校准结果。'
    : '评分表都已评完。收卷以后核对、校准结果。';
};

/** What has to be known before 收卷 is confirmed, sentence by sentence. */
export const closingWords = (view: CycleView): string[] => {
  const { cycle, owedData, progress } = view;
  const sheets = owedSheets(view);
  return [
    ...(sheets > 0
      ? [`还有 ${String(sheets)} 份评分表没有评完，收卷以后评分人不能再填。`]
      : progress.total > 0
        ? ['评分表都已评完，收卷以后评分人不能再填。']
        : []),
    ...(owedData.length > 0
      ? [
          `公式指标还缺数据：${owedSummary(owedData)}。缺数据的对象算不出结果，不会当作 0 分；收卷以后、确认以前还可以在“数据”里补。`,
        ]
      : progress.total === 0
        ? ['公式指标的数据已齐。']
        : []),
    ...(cycle.groups.some(({ anonymous }) => anonymous) && cycle.sealed === null
      ? ['匿名组的评分随即封存：谁评的从此查不到，重新打开评分也不能再改。']
      : []),
  ];
};
