import { contextBridge, ipcRenderer } from 'electron';

// One function and nothing else. The message's name stands here again because a sandboxed script loads no other file.
contextBridge.exposeInMainWorld('mingze', {
  call: (channel: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('mingze:call', channel, input),
});
