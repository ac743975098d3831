import type { calendarChannels } from '../../../shared/features/calendar/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { readWorkbook } from '../../documents/excel/read-workbook.ts';
import type { CallContext } from '../context.ts';
import { listYears, resetYear, saveYear, viewDays, viewYear } from './years.ts';

export const calendarHandlers = {
  'calendar.years': (_input, { store, today }) => listYears(store, today),
  'calendar.year': ({ year }, { store }) => viewYear(store, year),
  'calendar.days': ({ from, to }, { store }) => ({ days: viewDays(store, from, to) }),
  'calendar.save': saveYear,
  'calendar.reset': resetYear,
  'calendar.readFile': async ({ file }) => {
    const sheets = await readWorkbook(file.name, Buffer.from(file.base64, 'base64'));
    const lines = sheets.flatMap(({ rows }) =>
      rows.map(({ cells }) => [...cells.values()].map(({ text }) => text).join('\t')),
    );
    return { text: lines.join('\n') };
  },
} satisfies Handlers<typeof calendarChannels, CallContext>;
