import { describe, expect, it } from 'vitest';
import { deadlineText, moneyText, scoreText } from './format.ts';

describe('what figures look like', () => {
  it('writes fen as yuan', () => {
    expect(moneyText(123_400)).toBe('¥1,234.00');
    expect(moneyText(5)).toBe('¥0.05');
    expect(moneyText(-100_050)).toBe('-¥1,000.50');
  });

  it('writes a score with its scale and no needless zeros', () => {
    expect(scoreText(86.5, 100)).toBe('86.5 / 100');
    expect(scoreText(90, 100)).toBe('90 / 100');
    expect(scoreText(1234.567, 2000)).toBe('1234.57 / 2000');
  });

  it('says what is left of a period', () => {
    expect(deadlineText(3, '个工作日')).toBe('还剩 3 个工作日');
    expect(deadlineText(0)).toBe('今天到期');
    expect(deadlineText(-2)).toBe('已逾期 2 天');
  });
});
