import { describe, expect, it } from 'vitest';
import { blankMeasure, editMeasureSchema, measureField, newMeasureSchema } from './measure-form.ts';

const filled = {
  ...blankMeasure,
  name: '教研组内提醒',
  kind: 'talk',
  about: '由教研组长提醒。',
  targets: ['established'],
  decidedBy: ['department'],
};

describe('what the form of a measure holds', () => {
  it('is taken with emptied fields as null', () => {
    const typed = { ...filled, paper: undefined, periodMonths: undefined, maxDays: undefined };
    const { content } = newMeasureSchema.parse({ content: typed });
    expect(content).toMatchObject({ paper: null, periodMonths: null, maxDays: null, sanction: null });
  });

  it('loses a kind of sanction and a level of pupils that no longer belong to it', () => {
    const pupil = { level: 'light', form: 'ordinary', bands: ['junior'] };
    const { content } = newMeasureSchema.parse({ content: { ...filled, sanction: 'warning', pupil } });
    expect(content).toMatchObject({ sanction: null, pupil: null });
    const kept = newMeasureSchema.parse({
      content: { ...filled, kind: 'discipline', targets: ['pupil'], pupil },
    });
    expect(kept.content.pupil).toEqual(pupil);
    const help = newMeasureSchema.parse({
      content: { ...filled, kind: 'remedial', targets: ['pupil'], pupil: { level: undefined } },
    });
    expect(help.content.pupil).toBeNull();
  });

  it('needs a reason once it is a change, and not one of the program', () => {
    expect(editMeasureSchema.safeParse({ content: filled, why: '按会议意见' }).success).toBe(true);
    expect(editMeasureSchema.safeParse({ content: filled, why: '' }).success).toBe(false);
    expect(editMeasureSchema.safeParse({ content: filled, why: '随程序更新' }).success).toBe(false);
  });

  it('shows what is said of one ticked fact at the field of all of them', () => {
    expect(measureField('content.requires.statement')).toBe('content.requires');
    expect(measureField('content.grounds.2')).toBe('content.grounds');
    expect(measureField('content.pupil.bands')).toBe('content.pupil.bands');
  });
});
