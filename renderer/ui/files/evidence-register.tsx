import { LockOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { MOST_LARGE_MEGABYTES } from '../../../shared/kernel/large-file.ts';
import { formatDay, formatInstant } from '../../../shared/kernel/dates.ts';
import { EmptyState } from '../feedback/empty-state.tsx';
import { DayText } from '../format/parts.tsx';
import type { ListColumn, ListFilter } from '../list/list-model.ts';
import { ListTools } from '../list/list-tools.tsx';
import { RecordTable } from '../list/record-table.tsx';
import { useList } from '../list/use-list.ts';
import { EvidenceDrawer } from './evidence-drawer.tsx';
import { evidenceKinds, evidenceOrigins, type EvidenceRow, type EvidenceSeal } from './evidence-row.ts';
import { FileHash } from './file-hash.tsx';
import { FileIntake } from './file-intake.tsx';
import { limitText, useIntake, type SendFile, type SentFile } from './intake.ts';
import type { ViewedFile } from './viewed-file.ts';
import { sizeText } from './viewer/file-kind.ts';

export interface EvidenceAdding {
  /** Brings the bytes of one file in. */
  readonly onSend: SendFile;
  /** Puts a file that has arrived on record. Rejects with a problem ready to be shown. */
  readonly onAdd: (file: SentFile) => Promise<unknown>;
  /** Fields that hold for all files added together: kind, origin, source, who and when. */
  readonly fields?: ReactNode;
  /** Why no file can be added yet: `请先选择证据种类。` */
  readonly blocked?: string | undefined;
  /** Megabytes a file may have; what the program can keep, if left out. */
  readonly maxMegabytes?: number;
}

export interface EvidenceRegisterProps {
  /** Names the list: what is set on it is kept under this name while the window is open. */
  readonly name: string;
  readonly rows: readonly EvidenceRow[];
  /** Opens the file of a row. Rejects with a problem ready to be shown. */
  readonly onRead: (row: EvidenceRow) => Promise<ViewedFile>;
  /** Left out where nothing may be added. */
  readonly adding?: EvidenceAdding | undefined;
  /** 封存: nothing is added or changed any more, only looked at. */
  readonly seal?: EvidenceSeal | null | undefined;
  /** Buttons of a row: 修改, 撤下. Not offered once it is sealed. */
  readonly actions?: ((row: EvidenceRow) => ReactNode) | undefined;
  readonly onExport?: ((rows: readonly EvidenceRow[]) => void) | undefined;
  readonly exporting?: boolean;
}

const columns: readonly ListColumn<EvidenceRow>[] = [
  {
    key: 'number',
    title: '编号',
    text: ({ number }) => String(number),
    compare: (a, b) => a.number - b.number,
    width: 70,
  },
  {
    key: 'title',
    title: '名称',
    text: ({ title }) => title,
    cell: ({ title }) => <strong>{title}</strong>,
    width: 240,
  },
  { key: 'kind', title: '种类', text: ({ kind }) => kind, width: 120 },
  { key: 'origin', title: '原件或复制件', text: ({ origin }) => origin, width: 120 },
  { key: 'source', title: '来源', text: ({ source }) => source, width: 160 },
  { key: 'takenBy', title: '提取人', text: ({ takenBy }) => takenBy, width: 110 },
  {
    key: 'takenOn',
    title: '提取日期',
    text: ({ takenOn }) => (takenOn === null ? '' : formatDay(takenOn)),
    compare: (a, b) => (a.takenOn ?? '').localeCompare(b.takenOn ?? ''),
    cell: ({ takenOn }) => <DayText day={takenOn} />,
    width: 140,
  },
  {
    key: 'size',
    title: '大小',
    text: ({ file }) => (file ? sizeText(file.size) : '没有文件'),
    compare: (a, b) => (a.file?.size ?? -1) - (b.file?.size ?? -1),
    align: 'right',
    width: 90,
    searched: false,
  },
  {
    key: 'hash',
    title: 'SHA-256',
    text: ({ file }) => file?.hash ?? '',
    cell: ({ file }) => (file ? <FileHash hash={file.hash} /> : <span className="mz-muted">—</span>),
    width: 110,
  },
];

/** 证据登记表: every piece with its number, kind, origin and hash; opened in place, added by dropping. */
export const EvidenceRegister = ({
  name,
  rows,
  onRead,
  adding,
  seal = null,
  actions,
  onExport,
  exporting = false,
}: EvidenceRegisterProps): ReactNode => {
  const filters: readonly ListFilter<EvidenceRow>[] = [
    {
      key: 'kind',
      label: '种类',
      options: evidenceKinds
        .filter((kind) => rows.some((row) => row.kind === kind))
        .map((value) => ({ value, label: value })),
      of: ({ kind }) => kind,
    },
    {
      key: 'origin',
      label: '原件或复制件',
      options: evidenceOrigins.map((value) => ({ value, label: value })),
      of: ({ origin }) => origin,
    },
  ];
  const mayChange = seal === null;
  const list = useList({
    name,
    rows,
    columns:
      actions && mayChange
        ? [
            ...columns,
            { key: 'actions', title: '操作', text: () => '', cell: actions, searched: false, width: 130 },
          ]
        : columns,
    filters,
    sort: { key: 'number', descending: false },
  });
  const [opened, setOpened] = useState<string | null>(null);
  // Where nothing stood, the place to add stays open while the first files come in.
  const [wanted, setWanted] = useState(rows.length === 0);
  const mayAdd = mayChange && adding !== undefined;
  const addingShown = mayAdd && (wanted || rows.length === 0);
  return (
    <section
      aria-label="证据登记表"
      // Who comes with files in hand needs the place for them.
      onDragEnter={({ dataTransfer }) => {
        if (dataTransfer.types.includes('Files')) setWanted(true);
      }}
    >
      {seal && (
        <Alert
          type="info"
          showIcon
          icon={<LockOutlined />}
          title="证据已封存"
          description={`${formatInstant(seal.at)} ${seal.reason}。封存后只能查看，不能再增加、修改或撤下。`}
          style={{ marginBottom: 12 }}
        />
      )}
      {rows.length === 0 && !mayAdd && (
        <EmptyState
          title="没有证据"
          about={seal ? '封存时没有登记证据。' : '登记的证据列在这里，按编号排列，点一行打开。'}
        />
      )}
      {rows.length > 0 && (
        <>
          {mayAdd && (
            <div className="mz-evidence-head">
              <Button
                icon={wanted ? <UpOutlined /> : <PlusOutlined />}
                aria-expanded={addingShown}
                onClick={() => setWanted(!wanted)}
              >
                {wanted ? '收起' : '添加证据'}
              </Button>
            </div>
          )}
          <ListTools
            of={list}
            searchHint="名称、来源、提取人"
            onExport={onExport && (() => onExport(list.shown))}
            exporting={exporting}
          />
          {list.shown.length === 0 ? (
            <EmptyState
              title="没有符合条件的证据"
              about="换一个词，或清除筛选条件再看。"
              actions={<Button onClick={list.clear}>清除条件</Button>}
            />
          ) : (
            <RecordTable
              of={list}
              label="证据"
              rowKey={({ key }) => key}
              onOpen={({ key }) => setOpened(key)}
            />
          )}
        </>
      )}
      {adding && mayChange && (
        <div hidden={!addingShown}>
          <AddEvidence rows={rows} adding={adding} />
        </div>
      )}
      <EvidenceDrawer rows={list.shown} opened={opened} onOpen={setOpened} onRead={onRead} />
    </section>
  );
};

const AddEvidence = ({
  rows,
  adding,
}: {
  rows: readonly EvidenceRow[];
  adding: EvidenceAdding;
}): ReactNode => {
  const maxMegabytes = adding.maxMegabytes ?? MOST_LARGE_MEGABYTES;
  const intake = useIntake({
    send: adding.onSend,
    keep: adding.onAdd,
    known: (hash) => {
      const double = rows.find(({ file }) => file?.hash === hash);
      return double && `第 ${String(double.number)} 号“${double.title}”`;
    },
    maxMegabytes,
  });
  return (
    <div className="mz-evidence-adding">
      {adding.fields}
      <FileIntake
        of={intake}
        title="把证据文件拖到这里，可以一次多个"
        about={`照片、扫描件、文档、录音录像都可以，每个不超过 ${limitText(maxMegabytes)}。文件按内容封存，之后不能改动。`}
        blocked={adding.blocked}
      />
    </div>
  );
};
