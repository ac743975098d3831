import { spawn } from 'node:child_process';

const opener = (): readonly [string, readonly string[]] => {
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler']];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', []];
};

/** Shows an address in the system's browser. False when this machine has no way to do that. */
export const openBrowser = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [program, args] = opener();
    const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.once('spawn', () => child.unref());
  });
