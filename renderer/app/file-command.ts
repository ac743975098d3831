import type { UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/channels.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import type { CallError } from '../api.ts';
import { useToast } from '../ui/feedback/use-toast.ts';
import { saveFile } from '../ui/files/file-content.ts';
import { useCommand } from './calls.ts';

/** The channels that answer with a file. */
export type FileChannel = {
  [C in ChannelName]: ChannelOutput<C> extends FileContent ? C : never;
}[ChannelName];

/**
 * A command that makes a file and hands it to the person; it changes nothing that is in view.
 *
 * @param said what is said once the file is there; nothing if left out.
 */
export const useFileCommand = <C extends FileChannel>(
  channel: C,
  said?: (file: FileContent) => string,
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> => {
  const toast = useToast();
  return useCommand(channel, {
    invalidates: [],
    onSuccess: (file) => {
      saveFile(file);
      if (said) toast.done(said(file));
    },
    onError: toast.failed,
  });
};

interface Ids {
  ids: string[];
}

/** The channels that write what is seen of a list into a table. */
type ListChannel = {
  [C in FileChannel]: ChannelInput<C> extends Ids ? (Ids extends ChannelInput<C> ? C : never) : never;
}[FileChannel];

/** What a list page takes to offer 导出所见. */
export interface ListExport {
  readonly onExport: (rows: readonly { readonly id: string }[]) => void;
  readonly exporting: boolean;
}

/** Takes out the rows that are seen of a list, in their order. */
export const useListExport = (channel: ListChannel): ListExport => {
  const command = useFileCommand(channel);
  return {
    onExport: (rows) => command.mutate({ ids: rows.map(({ id }) => id) }),
    exporting: command.isPending,
  };
};
