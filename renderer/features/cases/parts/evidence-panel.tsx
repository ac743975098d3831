import { Input, Radio, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import { evidenceKindSchema, type Evidence } from '../../../../shared/features/cases/investigation.ts';
import { call } from '../../../api.ts';
import { uploadFile } from '../../../app/upload.ts';
import { EvidenceRegister } from '../../../ui/files/evidence-register.tsx';
import type { EvidenceKind, EvidenceRow, EvidenceSeal } from '../../../ui/files/evidence-row.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';

const kinds: Readonly<Record<Evidence['kind'], EvidenceKind>> = {
  document: '书证',
  object: '物证照片',
  'audio-visual': '视听资料',
  electronic: '电子数据',
  witness: '证人证言',
  statement: '当事人陈述',
  appraisal: '鉴定意见',
  inspection: '勘验检查笔录',
  other: '其他',
};

const rowOf = (one: Evidence, at: number): EvidenceRow => ({
  key: one.id,
  number: at + 1,
  title: one.title,
  kind: kinds[one.kind],
  origin: one.form === 'original' ? '原件' : '复制件',
  source: one.origin,
  takenBy: one.collector?.name ?? '',
  takenOn: one.collectedOn,
  file: one.file,
});

/** From the report to its adoption nothing is added; the report tells of what was there. */
const sealOf = ({ record }: CaseView): EvidenceSeal | null => {
  const { report } = record.investigation;
  if (record.state === 'reported' && report) return { at: report.submitted.at, reason: '调查报告已经提交' };
  if (record.state === 'adopted' && report?.adoption)
    return { at: report.adoption.at, reason: '调查报告已经采纳' };
  return null;
};

interface Description {
  readonly kind: Evidence['kind'];
  readonly form: Evidence['form'];
  readonly origin: string;
  readonly collectorId: string | null;
  readonly collectedOn: string | null;
}

const BLANK: Description = {
  kind: 'document',
  form: 'copy',
  origin: '',
  collectorId: null,
  collectedOn: null,
};
const TITLE = 60;

/** 证据: the register of the case, opened in place, added to by dropping files. */
export const EvidencePanel = ({ view }: { view: CaseView }): ReactNode => {
  const { record, acts } = view;
  const attach = useCaseCommand('cases.attachEvidence');
  const [about, setAbout] = useState<Description>(BLANK);
  // Files come in one after the other; each one changes the record before the page has read it again.
  const seen = useRef(record.rev);
  useEffect(() => {
    seen.current = Math.max(seen.current, record.rev);
  }, [record.rev]);
  const seal = sealOf(view);
  return (
    <EvidenceRegister
      name={`evidence.${record.id}`}
      rows={record.evidence.map(rowOf)}
      onRead={(row) => call('cases.openEvidence', { id: record.id, evidenceId: row.key })}
      seal={seal}
      adding={
        acts.includes('attachEvidence')
          ? {
              fields: <DescriptionFields value={about} onChange={setAbout} />,
              onSend: (file, tell, signal) => uploadFile('cases.attachEvidence', file, tell, signal),
              onAdd: async ({ upload, name }) => {
                const after = await attach.mutateAsync({
                  id: record.id,
                  rev: seen.current,
                  title: name.replace(/\.[^.]*$/, '').slice(0, TITLE) || name.slice(0, TITLE),
                  ...about,
                  file: { upload },
                });
                seen.current = after.record.rev;
              },
            }
          : undefined
      }
    />
  );
};

/** What holds for all files that are added together. */
const DescriptionFields = ({
  value,
  onChange,
}: {
  value: Description;
  onChange: (next: Description) => void;
}): ReactNode => (
  <div className="mz-case-evidence">
    <label>
      <span>种类</span>
      <Select<Evidence['kind']>
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        options={evidenceKindSchema.options.map((kind) => ({ value: kind, label: kinds[kind] }))}
        aria-label="证据种类"
      />
    </label>
    <div role="group" aria-label="原件或复制件">
      <span>原件或复制件</span>
      <Radio.Group
        value={value.form}
        onChange={(event) =>
          onChange({ ...value, form: event.target.value === 'original' ? 'original' : 'copy' })
        }
        options={[
          { value: 'original', label: '原件' },
          { value: 'copy', label: '复制件' },
        ]}
      />
    </div>
    <label>
      <span>来源</span>
      <Input
        value={value.origin}
        maxLength={100}
        placeholder="如 七年级组提供"
        aria-label="证据来源"
        onChange={(event) => onChange({ ...value, origin: event.target.value })}
      />
    </label>
    <label>
      <span>提取人</span>
      <StaffPicker
        value={value.collectorId}
        onChange={(collectorId) => onChange({ ...value, collectorId })}
        aria-label="提取人"
      />
    </label>
    <label>
      <span>提取日期</span>
      <DayInput
        value={value.collectedOn}
        onChange={(collectedOn) => onChange({ ...value, collectedOn })}
        aria-label="提取日期"
      />
    </label>
  </div>
);
