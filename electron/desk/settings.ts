/** What a PC remembers of its own: never anything of a school but where its folder lies. */
export interface PcSettings {
  /** Absolute path of the data folder, or null before one was chosen. */
  dataFolder(): string | null;
  /** Rejects when it cannot be remembered; the folder is then open all the same. */
  rememberDataFolder(folder: string): Promise<void>;
}

/** For a host that was told its folder on the command line: what is chosen lasts as long as the process. */
export const settingsInMemory = (folder: string | null): PcSettings => {
  let current = folder;
  return {
    dataFolder: () => current,
    rememberDataFolder: async (chosen) => void (current = chosen),
  };
};
