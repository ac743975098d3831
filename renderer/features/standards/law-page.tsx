import type { ReactNode } from 'react';
import { inForce, type StoredGround } from '../../../shared/features/standards/schema.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { GroundDrawer, NewGroundDrawer } from './parts/ground-drawer.tsx';
import { StandardList } from './parts/standard-list.tsx';

const of = (ground: StoredGround) => inForce(ground).content;
const checkWord = (ground: StoredGround): string => {
  const { kind, check } = of(ground);
  return kind === 'practice' ? '工作要求' : check ? '已核对' : '未核对';
};

const columns: readonly ListColumn<StoredGround>[] = [
  {
    key: 'law',
    title: '法规',
    text: (one) => of(one).law,
    cell: (one) => <strong>{of(one).law}</strong>,
    width: 300,
  },
  { key: 'article', title: '条号', text: (one) => of(one).article ?? '', width: 140 },
  { key: 'paraphrase', title: '要旨', text: (one) => of(one).paraphrase, width: 460 },
  {
    key: 'check',
    title: '核对',
    text: checkWord,
    cell: (one) => (
      <StatusTag tone={checkWord(one) === '未核对' ? 'due' : checkWord(one) === '已核对' ? 'done' : 'info'}>
        {checkWord(one)}
      </StatusTag>
    ),
    width: 110,
  },
  { key: 'version', title: '版本', text: (one) => of(one).version, optional: true, width: 180 },
];

const filters: readonly ListFilter<StoredGround>[] = [
  {
    key: 'check',
    label: '核对',
    options: ['已核对', '未核对', '工作要求'].map((value) => ({ value, label: value })),
    of: checkWord,
  },
];

/** The laws of the pack, as answers of a filter. */
const lawFilter = (grounds: readonly StoredGround[]): ListFilter<StoredGround> => ({
  key: 'law',
  label: '法规',
  options: [...new Set(grounds.map((ground) => of(ground).law))].map((value) => ({ value, label: value })),
  of: (one) => of(one).law,
});

/** 法规依据: the articles that decisions rest on. */
export const LawPage = (): ReactNode => {
  const law = useCall('standards.law', {});
  const exporting = useListExport('standards.exportGrounds');
  return (
    <Loaded query={law}>
      {({ grounds, rules }) => (
        <StandardList
          name="standards.law"
          title="法规依据"
          about="要旨是我们自己的话，不是原文。对照公布的文本核对过条号，文书上才印条号；没核对的只印法规名称。"
          searchHint="法规、条号、要旨"
          rows={grounds}
          columns={columns}
          filters={[...filters, lawFilter(grounds)]}
          exporting={exporting}
          create={{ label: '新增依据', drawer: (close) => <NewGroundDrawer onClose={close} /> }}
          drawer={(row, close) => <GroundDrawer key={row.id} ground={row} rules={rules} onClose={close} />}
        />
      )}
    </Loaded>
  );
};
