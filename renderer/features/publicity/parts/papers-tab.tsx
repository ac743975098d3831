import { Radio, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../app/calls.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import type { PublicityTabProps } from './opened.ts';

type Which = 'notice' | 'result';
const titles: Readonly<Record<Which, string>> = { notice: '公示', result: '公示结果报告' };

/** 文书: the notice and the report of its result as they print, on A4 or on A3 for the board. */
export const PapersTab = ({
  view: { record },
  which,
  onWhich,
}: PublicityTabProps & { which: Which; onWhich: (which: Which) => void }): ReactNode => {
  const [sheet, setSheet] = useState<'A4' | 'A3'>('A4');
  const shown = record.state === 'draft' ? 'notice' : which;
  const paper = useCall('publicity.paper', { id: record.id, which: shown, sheet });
  return (
    <>
      <div className="mz-notice-papers">
        <Radio.Group
          optionType="button"
          aria-label="哪一份文书"
          value={shown}
          onChange={(event) => onWhich(event.target.value === 'result' ? 'result' : 'notice')}
          options={[
            { value: 'notice', label: titles.notice },
            { value: 'result', label: titles.result, disabled: record.state === 'draft' },
          ]}
        />
        <Segmented<'A4' | 'A3'>
          aria-label="纸张大小"
          value={sheet}
          onChange={setSheet}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'A3', label: 'A3 大幅' },
          ]}
        />
        <span className="mz-muted">
          {paper.data?.draft === false
            ? '封存的原件，再打印还是这一份。'
            : shown === 'notice'
              ? '草稿：开始公示后写明起止日期并封存。'
              : '草稿：结束或撤下公示后封存。'}
        </span>
      </div>
      <div className={sheet === 'A3' ? 'mz-notice-a3' : 'mz-notice-a4'}>
        <PaperPreview
          title={`${titles[shown]}（${sheet}）`}
          file={paper.data?.file ?? null}
          problem={paper.error}
          onRetry={() => void paper.refetch()}
          draft={paper.data?.draft ?? false}
        />
      </div>
    </>
  );
};
