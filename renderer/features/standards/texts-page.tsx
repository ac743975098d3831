import type { ReactNode } from 'react';
import { inForce, shippedOf, type PaperText } from '../../../shared/features/standards/schema.ts';
import { showSlots } from '../../../shared/features/standards/slots.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { StandardList } from './parts/standard-list.tsx';
import { TextDrawer } from './parts/text-drawer.tsx';

const of = (text: PaperText) => inForce(text).content;
const origin = (text: PaperText): string =>
  of(text).text === shippedOf(text)?.text ? '随程序提供' : '本校用语';

const columns: readonly ListColumn<PaperText>[] = [
  {
    key: 'group',
    title: '文书',
    text: (one) => of(one).group,
    cell: (one) => <strong>{of(one).group}</strong>,
    width: 170,
  },
  { key: 'label', title: '名称', text: (one) => of(one).label, width: 190 },
  {
    key: 'text',
    title: '用语',
    text: (one) => showSlots(of(one).text, (shippedOf(one) ?? of(one)).text),
    width: 560,
  },
  {
    key: 'origin',
    title: '来源',
    text: origin,
    cell: (one) => <StatusTag tone={origin(one) === '本校用语' ? 'info' : 'done'}>{origin(one)}</StatusTag>,
    width: 130,
  },
];

const filtersFor = (texts: readonly PaperText[]): readonly ListFilter<PaperText>[] => [
  {
    key: 'group',
    label: '文书',
    options: [...new Set(texts.map((text) => of(text).group))].map((value) => ({ value, label: value })),
    of: (one) => of(one).group,
  },
  {
    key: 'origin',
    label: '来源',
    options: ['随程序提供', '本校用语'].map((value) => ({ value, label: value })),
    of: origin,
  },
];

/** 文书用语: the standing sentences of the papers. */
export const TextsPage = (): ReactNode => {
  const texts = useCall('standards.paperTexts', {});
  const exporting = useListExport('standards.exportPaperTexts');
  return (
    <Loaded query={texts}>
      {({ texts: rows }) => (
        <StandardList
          name="standards.texts"
          title="文书用语"
          about="文书里的固定用语，可以改成本校的习惯说法。已印发的文书不变。"
          searchHint="文书、名称、用语"
          rows={rows}
          columns={columns}
          filters={filtersFor(rows)}
          exporting={exporting}
          drawer={(row, close) => <TextDrawer key={row.id} text={row} onClose={close} />}
        />
      )}
    </Loaded>
  );
};
