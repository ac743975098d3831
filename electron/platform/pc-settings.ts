import ElectronStore from 'electron-store';
import { z } from 'zod';
import type { PcSettings } from '../desk/settings.ts';

const placeSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
});
/** Where a window stands, in the screen's own points. */
export type WindowPlace = z.infer<typeof placeSchema>;

export interface DesktopSettings extends PcSettings {
  windowPlace(): WindowPlace | null;
  rememberWindowPlace(place: WindowPlace): void;
}

/** The PC's own settings, in the user's folder of the system. Nothing of a school is ever put here. */
export const openPcSettings = (): DesktopSettings => {
  // Losing this file costs one look for the folder; refusing to start because of it would cost a school its day.
  const store = new ElectronStore<Record<string, unknown>>({ name: 'pc', clearInvalidConfig: true });
  const read = <T>(key: string, schema: z.ZodType<T>): T | null => {
    const value = schema.safeParse(store.get(key));
    return value.success ? value.data : null;
  };
  return {
    dataFolder: () => read('dataFolder', z.string().min(1)),
    rememberDataFolder: async (folder) => store.set('dataFolder', folder),
    windowPlace: () => read('windowPlace', placeSchema),
    rememberWindowPlace: (place) => store.set('windowPlace', place),
  };
};
