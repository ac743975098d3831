import type { ChannelInput, ChannelOutput } from '../../../../shared/channels.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { saveFile } from '../../../ui/files/file-content.ts';

type ExportChannel =
  | 'standards.exportMeasures'
  | 'standards.exportMatters'
  | 'standards.exportGrounds'
  | 'standards.exportRules'
  | 'standards.exportSchoolRules'
  | 'standards.exportPaperTexts';

export interface ListExport {
  readonly run: (rows: readonly { readonly id: string }[]) => void;
  readonly running: boolean;
}

/** Exports what is seen of a list of standards to Excel. */
export const useExport = (channel: ExportChannel): ListExport => {
  const toast = useToast();
  const command = useCommand(channel, {
    invalidates: [],
    onSuccess: (file: ChannelOutput<ExportChannel>) => saveFile(file),
    onError: toast.failed,
  });
  return {
    run: (rows) => {
      const input: ChannelInput<ExportChannel> = { ids: rows.map(({ id }) => id) };
      command.mutate(input);
    },
    running: command.isPending,
  };
};
