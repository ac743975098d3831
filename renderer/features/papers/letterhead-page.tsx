import './letterhead-page.css';
import { Form, Input, InputNumber, Radio, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { LetterheadView } from '../../../shared/features/papers/channels.ts';
import {
  letterheadModeLabels,
  letterheadModeSchema,
  letterheadSampleLabels,
  letterheadSampleSchema,
  letterheadShape,
  type LetterheadSample,
} from '../../../shared/features/papers/letterhead.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { useDebounced } from '../../app/palette/use-debounced.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { PaperPreview } from '../../ui/files/paper-preview.tsx';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../ui/form/zod-form.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { FontBanner, FontList } from './parts/font-banner.tsx';
import { MeasurePicture, SheetMeasure } from './parts/sheet-measure.tsx';

/** What the school's papers are printed on, with a sample beside it that follows every change. */
export const LetterheadPage = (): ReactNode => {
  const letterhead = useCall('papers.letterhead', {});
  return (
    <>
      <PageHeader title="公文用纸" about="红头怎么印、公章多大、版记写谁。改了以后，已印发的文书不变。" />
      <FontBanner />
      <Loaded query={letterhead}>{(data) => <LetterheadDesk key={data.rev} saved={data} />}</Loaded>
    </>
  );
};

const sampleOptions = letterheadSampleSchema.options.map((value) => ({
  value,
  label: letterheadSampleLabels[value],
}));

const LetterheadDesk = ({ saved }: { saved: LetterheadView }): ReactNode => {
  const toast = useToast();
  const save = useCommand('papers.saveLetterhead');
  const [sample, setSample] = useState<LetterheadSample>('notice');
  const form = useZodForm({
    schema: letterheadShape,
    initial: saved,
    onSubmit: async (letterhead) => {
      await save.mutateAsync({ ...letterhead, rev: saved.rev });
      toast.done('已保存公文用纸');
    },
  });
  const typed: unknown = Form.useWatch((values: object) => ({ ...saved, ...values }), form.form);
  const wanted = letterheadShape.safeParse(useDebounced(typed ?? saved, 300));
  const shown = wanted.success ? wanted.data : letterheadShape.parse(saved);
  const preview = useCall('papers.previewLetterhead', { letterhead: shown, sample }, { keepPrevious: true });
  const { mode } = shown;
  return (
    <div className="mz-letterhead">
      <ZodForm of={form}>
        <FormSection title="红头">
          <Field name="mode" label="怎样印红头">
            <Radio.Group
              options={letterheadModeSchema.options.map((value) => ({
                value,
                label: letterheadModeLabels[value],
              }))}
            />
          </Field>
          {mode === 'preprinted' && (
            <>
              <MeasurePicture />
              <Field
                name="freeMm"
                label="文件纸：上边缘到红线"
                help="用尺子在红头纸上量。正文从红线下面开始，文号印在红线上方。"
              >
                <SheetMeasure />
              </Field>
              <Field
                name="letterFreeMm"
                label="信函纸：上边缘到上面一道红线"
                help="发函用的纸，红线一般在 45 毫米处。"
              >
                <SheetMeasure />
              </Field>
            </>
          )}
          <Field
            name="mark"
            label="红头文字"
            help={
              mode === 'electronic'
                ? '印在文件最上面，一般是学校全称加“文件”。'
                : '现在的用纸不印这几个字；会议纪要的红头总是印的。'
            }
          >
            <Input />
          </Field>
        </FormSection>
        <FormSection title="公章和版记">
          <Field
            name="sealMm"
            label="公章直径"
            help="署名上方按公章大小留空，章顶与正文相距不超过一行。学校的公章不大于 45 毫米。"
          >
            <InputNumber step={0.5} suffix="毫米" style={{ width: 160 }} />
          </Field>
          <Field name="printedBy" label="印发单位" help="印在最后一页下方，如“某某学校办公室”。">
            <Input />
          </Field>
        </FormSection>
        <FormActions submit="保存" />
        <FormSection title="这台电脑的公文字体">
          <FontList />
        </FormSection>
      </ZodForm>
      <PaperPreview
        title={`${letterheadSampleLabels[sample]}样张`}
        file={preview.data ?? null}
        problem={preview.error}
        onRetry={() => void preview.refetch()}
        actions={
          <Segmented<LetterheadSample>
            aria-label="看哪一种样张"
            options={sampleOptions}
            value={sample}
            onChange={setSample}
          />
        }
      />
    </div>
  );
};
