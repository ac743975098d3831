import type { CustomScheme } from 'electron';

/** The screens' own address inside the window: no file paths, no network. */
export const SCHEME = 'app';
export const SCREEN_ORIGIN = `${SCHEME}://mingze`;
export const SCREEN_URL = `${SCREEN_ORIGIN}/`;

/** To be registered before the app is ready. `standard` gives the pages an origin, `secure` keeps mixed content out. */
export const screenScheme: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/** True for an address of the app's own screens. */
export const isScreenUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === SCREEN_ORIGIN;
};
