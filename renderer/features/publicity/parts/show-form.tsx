import { AutoComplete } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { showPublicityInput } from '../../../../shared/features/publicity/inputs.ts';
import { dayOfMs, formatDay, isDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { LawFindings } from '../../../ui/law/law-findings.tsx';
import { overridesFrom, reasonPath, reasonsFrom, reasonsSchema } from '../../../ui/law/reasons.ts';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { EstimatedMark } from '../../deadlines/parts/due-tag.tsx';
import { usePublicityCommand } from '../mutations.ts';
import { reasonAsked } from './compose-side.tsx';
import { DayStrip, weekdayWords } from './day-strip.tsx';
import type { ActFormProps } from './opened.ts';

const places = ['教学楼一楼公示栏', '校务公开栏', '教职工会议上宣布', '学校内部办公平台', '部门会议上宣布'];
const someText = z.string();

/** 开始公示: from which day, where; the last day is reckoned and shown before anything is done. */
export const ShowForm = ({
  view: { record, findings },
  onClose,
  onShown,
}: ActFormProps & { onShown: () => void }): ReactNode => {
  const toast = useToast();
  const show = usePublicityCommand('publicity.show');
  const today = dayOfMs(Date.now());
  const form = useZodForm({
    schema: showPublicityInput
      .omit({ id: true, rev: true, overrides: true })
      .extend({ reasons: reasonsSchema }),
    initial: { startsOn: today, reasons: reasonsFrom(record.overrides) },
    draftKey: `publicity.show:${record.id}`,
    // A day that was meant for yesterday is not taken up again.
    undrafted: ['startsOn'],
    pathOf: reasonPath,
    onSubmit: async ({ reasons, ...value }) => {
      const { record: after } = await show.mutateAsync({
        id: record.id,
        rev: record.rev,
        ...value,
        overrides: overridesFrom(reasons),
      });
      toast.done(after.run ? `已开始公示，${formatDay(after.run.endsOn)}期满。请打印张贴。` : '已开始公示');
      onShown();
    },
  });
  const typed = useWatched(form, 'startsOn', someText, '');
  const typedPlace = useWatched(form, 'place', someText, '');
  const startsOn = isDay(typed) ? typed : null;
  const { workdays } = record.content;
  const term = useCall(
    'publicity.term',
    { startsOn: startsOn ?? today, workdays },
    { enabled: startsOn !== null, keepPrevious: true },
  );
  const warnings = findings.filter(({ level }) => level === 'warn');
  return (
    <ActDrawer
      title="开始公示"
      about="张贴或者宣布的当天登记。登记后公示文封存，不能再改；期满前收到的异议都要答复。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="startsOn" label="开始日期" help="张贴当天不计入公示期。">
          <DayInput />
        </Field>
        {startsOn !== null && term.data && (
          <section className="mz-notice-term" aria-label="公示期" aria-live="polite">
            <p>
              <span className="mz-muted">公示 {workdays} 个工作日，最后一日</span>
              <strong>
                {formatDay(term.data.endsOn)} {weekdayWords(term.data.endsOn)}
              </strong>
              {term.data.estimated && <EstimatedMark />}
            </p>
            <DayStrip startsOn={startsOn} endsOn={term.data.endsOn} today={today} />
          </section>
        )}
        <Field name="place" label="地点或方式">
          <AutoComplete
            maxLength={60}
            options={places
              .filter((place) => place !== typedPlace && place.includes(typedPlace))
              .map((value) => ({ value }))}
            placeholder="如“教学楼一楼公示栏”"
          />
        </Field>
        <LawFindings findings={warnings} deed="公示" reason={reasonAsked} />
        <FormActions submit="开始公示" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
