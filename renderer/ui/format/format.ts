/** ¥1,234.00 from fen: money is counted in whole fen everywhere. */
export const moneyText = (fen: number): string => {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${sign}¥${whole.toLocaleString('zh-CN')}.${rest}`;
};

/** A score without needless zeros, at most `decimals` behind the point: 86.5, 90. */
export const scoreNumber = (score: number, decimals = 2): string =>
  score.toLocaleString('zh-CN', { maximumFractionDigits: decimals, useGrouping: false });

/** `86.5 / 100` */
export const scoreText = (score: number, full: number): string =>
  `${scoreNumber(score)} / ${scoreNumber(full)}`;

/** 还剩 3 天, 今天到期, 已逾期 2 天; `unit` is 天 or 个工作日. */
export const deadlineText = (left: number, unit = '天'): string =>
  left > 0 ? `还剩 ${String(left)} ${unit}` : left === 0 ? '今天到期' : `已逾期 ${String(-left)} ${unit}`;
